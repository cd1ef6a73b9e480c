/// The head of one record of a WARC or ARC file.
struct ArchiveRecord: Equatable {
    /// Of WARC: `response`, `resource` and so on; of ARC always `response`.
    var type = "response"
    var address: String?
    /// What the block is, in lower case and without parameters.
    var mediaType: String?
    /// How many bytes follow the head.
    var length = 0
    var isFirstOfARC = false
    var id: String?
    var date: String?
    /// What the writer of the archive says of the payload: the digest by which others name it, and its type.
    var payloadDigest, payloadType: String?
    /// The record that a revisit refers to.
    var original = Original()

    struct Original: Equatable {
        var id, address, date: String?
    }

    /// The names under which a later record may refer to this one's payload.
    var names: [String] { Self.names(id, address, date, payloadDigest) }
    /// The names of the payload that a revisit repeats, the surest first.
    var namesOfOriginal: [String] {
        Self.names(original.id, original.address ?? address, original.date, payloadDigest)
    }

    private static func names(_ id: String?, _ address: String?, _ date: String?, _ digest: String?) -> [String] {
        let place = address.flatMap { address in date.map { "\(address) \($0)" } }
        return [id.map { "id \($0)" }, place.map { "at \($0)" }, digest.map { "digest \($0.lowercased())" }]
            .compactMap(\.self)
    }
}

extension ArchiveRecord {
    /// The longest head that is read, and the longest line of one.
    static let headLimit = 1 << 20, lineLimit = 1 << 16

    /// Whether a line opens a record of WARC.
    static func isWARC(_ line: some Collection<UInt8>) -> Bool { line.starts(with: "WARC/".utf8) }

    /// A record of ARC by its line: address, IP address, date of 14 digits, type and length, or with checksum, location,
    /// offset and file name before the length. Addresses may hold spaces, so it is read from its end.
    init?(arcLine line: [UInt8]) {
        let fields = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        for (fieldCount, typePlace) in [(10, 3), (5, 3)] where fields.count >= fieldCount {
            let more = fields.count - fieldCount
            let date = fields[2 + more]
            guard (8...17).contains(date.utf8.count), date.utf8.allSatisfy({ $0 &- 0x30 < 10 }),
                let length = Int(fields[fields.count - 1]), length >= 0
            else { continue }
            self.init()
            address = fields[...more].joined(separator: "%20")
            guard fields[0].contains("://") || fields[0].hasPrefix("dns:") else { continue }
            mediaType = fields[typePlace + more].lowercased()
            self.length = length
            isFirstOfARC = fields[0].hasPrefix("filedesc:")
            if isFirstOfARC { type = "warcinfo" }
            return
        }
        return nil
    }

    /// A record of WARC by the fields of its head; nil when it does not say how long it is.
    init?(fields: HeaderFields) {
        guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else { return nil }
        self.length = length
        type = fields["warc-type"]?.lowercased() ?? ""
        address = fields.address("warc-target-uri")
        mediaType = fields.mediaType
        (id, date) = (fields.address("warc-record-id"), fields["warc-date"])
        (payloadDigest, payloadType) = (
            fields["warc-payload-digest"], fields["warc-identified-payload-type"]?.lowercased()
        )
        original = Original(
            id: fields.address("warc-refers-to"), address: fields.address("warc-refers-to-target-uri"),
            date: fields["warc-refers-to-date"])
    }
}

/// The fields of a head, of a record or of HTTP. Names are kept in lower case; of a repeated one the first counts, but
/// codings add up.
struct HeaderFields: Equatable {
    private(set) var values: [String: String] = [:]
    private static let longestList = 1_024
    private static let lists: Set<String> = ["content-encoding", "transfer-encoding"]

    init() {}

    /// The lines up to the blank one that ends a head; nil when it is cut off or longer than ``ArchiveRecord/headLimit``.
    init?(head bytes: ByteReader) {
        let start = bytes.offset
        while let line = bytes.line(limit: ArchiveRecord.lineLimit) {
            guard bytes.offset - start <= ArchiveRecord.headLimit, line.bytes.last == 0x0A else { return nil }
            if line.bytes.allSatisfy({ $0 == 0x0A || $0 == 0x0D }) { return }
            add(line.bytes)
        }
        return nil
    }

    subscript(name: String) -> String? { values[name] }

    /// Adds a line `Name: value`; one that is none is passed over.
    mutating func add(_ line: [UInt8]) {
        guard let colon = line.firstIndex(of: 0x3A), colon > 0 else { return }
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased().filter { !$0.isWhitespace }
        let value = PlainText.collapsed(String(decoding: line[(colon + 1)...], as: UTF8.self)) ?? ""
        if let known = values[name] {
            let isRoom = known.utf8.count + value.utf8.count < Self.longestList
            if Self.lists.contains(name), isRoom { values[name] = known + "," + value }
        } else {
            values[name] = value
        }
    }

    /// An address, which some write in angle brackets.
    func address(_ name: String) -> String? {
        values[name].map { $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0 }
    }

    /// The type of the body in lower case, without parameters.
    var mediaType: String? {
        values["content-type"].flatMap { $0.split(separator: ";").first }.flatMap {
            PlainText.collapsed($0.lowercased())
        }
    }

    /// The codings of a list, in the order in which they were applied.
    func codings(_ name: String) -> [String] {
        (values[name] ?? "").lowercased().split { $0 == "," || $0 == " " }.map(String.init)
    }
}
