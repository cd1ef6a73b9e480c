internal import CGMime
import DemarcheRecords

/// A message of mail, or a page saved as one (MHTML), taken apart by GMime: encodings of transfer and of words undone.
struct MailMessage {
    struct Part {
        var isHTML: Bool
        var charset: String?
        /// Where the part stood on the web.
        var location: String?
        var isAttachment: Bool
        var bytes: [UInt8]
    }

    private(set) var subject: String?
    /// Where a browser saved the page from.
    private(set) var snapshotLocation: String?
    private(set) var date: DateText?
    /// Whether the parts make one page together, as in MHTML.
    private(set) var isPage = false
    private(set) var parts: [Part] = []

    /// How many parts of text are looked at.
    private static let mostParts = 1_000
    private static let isReady: Bool = {
        g_mime_init()
        return true
    }()

    /// - Throws: ``Refusal`` with `damaged` when there is no message in the bytes, with `tooComplex` past ``MailBudget``.
    init(_ bytes: [UInt8], path: String) throws(Refusal) {
        try MailBudget.check(bytes, path: path)
        guard Self.isReady else { throw Self.noMessage(path) }
        let isRead = bytes.withUnsafeBufferPointer { buffer in
            withUnsafeMutablePointer(to: &self) { message in
                demarche_read_mail(buffer.baseAddress, buffer.count, Self.takePart, message, Self.takeHead)
            }
        }
        guard isRead != 0 else { throw Self.noMessage(path) }
    }

    private static func noMessage(_ path: String) -> Refusal {
        Refusal(path: path, code: .damaged, reason: "no message of mail; save the article's text alone")
    }

    private static let takeHead: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<demarche_mail_head>?) -> Void =
        {
            guard let message = $0?.assumingMemoryBound(to: MailMessage.self), let head = $1?.pointee else { return }
            message.pointee.subject = head.subject.map { String(cString: $0) }.flatMap(PlainText.collapsed)
            message.pointee.snapshotLocation = head.snapshot_location.map { String(cString: $0) }
            message.pointee.isPage =
                head.root_type.map { String(cString: $0).lowercased() == "multipart/related" } ?? false
            guard head.date > 0, head.date < 253_402_300_800 else { return }
            var date = DateText(secondsSince1970: Int(head.date) + Int(head.date_offset_minutes) * 60)
            date.minutesAhead = Int(head.date_offset_minutes)
            message.pointee.date = date
        }

    private static let takePart: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<demarche_mail_part>?) -> Void =
        {
            guard let message = $0?.assumingMemoryBound(to: MailMessage.self), let part = $1?.pointee,
                message.pointee.parts.count < mostParts
            else { return }
            let subtype = part.subtype.map { String(cString: $0).lowercased() } ?? ""
            guard subtype == "html" || subtype == "plain" else { return }
            message.pointee.parts.append(
                Part(
                    isHTML: subtype == "html", charset: part.charset.map { String(cString: $0) },
                    location: part.location.map { String(cString: $0) }, isAttachment: part.is_attachment != 0,
                    bytes: Array(UnsafeBufferPointer(start: part.bytes, count: part.bytes == nil ? 0 : part.count))))
        }
}
