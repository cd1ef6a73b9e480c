import DemarcheRecords
import DemarcheSourceText

/// Reads an article from a message: the page in it, or else its plain text. Attachments are left alone.
struct MailReader {
    /// - Throws: ``Refusal`` with `damaged` when there is no message, `notAnArticle` when it holds no text, and what the
    ///   readers of text and HTML throw.
    func read(_ bytes: [UInt8], path: String) throws(Refusal) -> (reading: Reading, charset: String) {
        let message = try MailMessage(bytes, path: path)
        let parts = message.parts.filter { !$0.isAttachment && $0.bytes.contains { $0 > 0x20 } }
        let page = parts.first(where: \.isHTML)
        let text = parts.first { !$0.isHTML }
        guard let first = page ?? text else {
            throw Refusal(
                path: path, code: .notAnArticle, reason: "no text in the message; save the article's text alone")
        }
        var result = try read(first, else: page == nil ? nil : text, path)
        result.reading.metadata = result.reading.metadata.completed(by: metadata(of: message, first))
        return result
    }

    /// `other` is the same in plain text, for a page in which no article is found.
    private func read(
        _ part: MailMessage.Part, else other: MailMessage.Part?, _ path: String
    ) throws(Refusal) -> (reading: Reading, charset: String) {
        do throws(Refusal) { return try read(part, path) } catch {
            guard let other, error.code == .notAnArticle else { throw error }
            return try read(other, path)
        }
    }

    private func read(
        _ part: MailMessage.Part, _ path: String
    ) throws(Refusal) -> (reading: Reading, charset: String) {
        let (utf8, charset) = try Charset.decode(part.bytes, declared: part.charset, path: path)
        let reading = part.isHTML ? try HTMLReader().read(utf8, path: path) : try TextReader().read(utf8, path: path)
        return (reading, charset)
    }

    /// The date of a saved page's message says when it was saved, not when it was published.
    private func metadata(of message: MailMessage, _ part: MailMessage.Part) -> Metadata {
        var metadata = Metadata()
        let address = [message.snapshotLocation, part.location].lazy.compactMap(\.self).compactMap(WebAddress.init)
            .first
        metadata.url = address?.text
        metadata.outlet = address.map { Outlet(name: nil, domain: $0.domain) }
        metadata.headline = message.subject
        if !message.isPage, message.snapshotLocation == nil {
            metadata.published = message.date.map { RecordedDate($0, basis: .metadata) }
        }
        return metadata
    }
}
