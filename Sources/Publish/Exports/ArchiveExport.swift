import DemarcheRecords
package import DemarcheStore

/// Writes the bytes of every article as a WARC 1.1 file of `resource` records, which `demarche read` reads again into
/// articles of the same names.
///
/// The record keeps no time of reading, so `WARC-Date` is the date of publication, or that of 1970 where none is known.
package struct ArchiveExport: Sendable {
    package init() {}

    /// Hands over the records by the names of their articles. The same record gives the same bytes.
    ///
    /// - Throws: ``RecordError`` when the bytes of an article are missing.
    package func records(of store: RecordStore, _ take: ([UInt8]) -> Void) throws(RecordError) {
        take(Self.information)
        for id in try store.articleIDs() {
            guard let article = try store.article(id: id)?.article else { continue }
            guard let bytes = try store.bytes(sha256: article.source.sha256) else {
                throw RecordError(
                    .other, path: store.path, message: "the bytes of \(id) are missing; `demarche verify` says more")
            }
            take(Self.record(Self.head(of: article, bytes.count), bytes))
        }
    }

    private static var information: [UInt8] {
        let body = Array("software: \(ProgramVersion.name)\r\nformat: WARC File Format 1.1\r\n".utf8)
        let head = [
            ("WARC-Type", "warcinfo"), ("WARC-Record-ID", recordID(Identifier.sha256(body))),
            ("WARC-Date", firstMoment),
            ("Content-Type", "application/warc-fields"), ("Content-Length", "\(body.count)"),
        ]
        return record(head, body)
    }

    private static func head(of article: Article, _ count: Int) -> [(String, String)] {
        let source = article.source
        return [
            ("WARC-Type", "resource"), ("WARC-Record-ID", recordID(source.sha256)), ("WARC-Date", date(of: article)),
            ("WARC-Target-URI", article.metadata.url ?? "urn:sha256:\(source.sha256)"),
            ("WARC-Block-Digest", "sha256:\(source.sha256)"), ("Content-Type", source.mediaType.rawValue),
            ("Content-Length", "\(count)"),
        ]
    }

    private static let firstMoment = "1970-01-01T00:00:00Z"

    private static func date(of article: Article) -> String {
        guard let published = article.metadata.published, published.precision == .day else { return firstMoment }
        return "\(published.date)T00:00:00Z"
    }

    /// A UUID of the eighth version of RFC 9562, made of the digest.
    private static func recordID(_ sha256: String) -> String {
        let digits = Array(sha256)
        let parts = [
            String(digits[0..<8]), String(digits[8..<12]), "8" + String(digits[13..<16]), "8" + String(digits[17..<20]),
            String(digits[20..<32]),
        ]
        return "<urn:uuid:\(parts.joined(separator: "-"))>"
    }

    /// A value on one line: what is none would end the head.
    private static func record(_ head: [(String, String)], _ body: [UInt8]) -> [UInt8] {
        let lines = head.map { name, value in
            "\(name): \(String(value.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))\r\n"
        }
        return Array("WARC/1.1\r\n\(lines.joined())\r\n".utf8) + body + Array("\r\n\r\n".utf8)
    }
}
