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
        let information = WARCRecord.information(date: Self.firstMoment)
        take(information.bytes(id: WARCRecord.id(Identifier.sha256(information.block))))
        for id in try store.articleIDs() {
            guard let article = try store.article(id: id)?.article else { continue }
            guard let bytes = try store.bytes(sha256: article.source.sha256) else {
                throw RecordError(
                    .other, path: store.path, message: "the bytes of \(id) are missing; `demarche verify` says more")
            }
            take(Self.record(of: article, bytes).bytes(id: WARCRecord.id(article.source.sha256)))
        }
    }

    private static func record(of article: Article, _ bytes: [UInt8]) -> WARCRecord {
        let source = article.source
        var record = WARCRecord(
            type: "resource", date: date(of: article), address: article.metadata.url ?? "urn:sha256:\(source.sha256)",
            contentType: source.mediaType.rawValue, block: bytes)
        record.more = [("WARC-Block-Digest", "sha256:\(source.sha256)")]
        return record
    }

    private static let firstMoment = "1970-01-01T00:00:00Z"

    private static func date(of article: Article) -> String {
        guard let published = article.metadata.published, published.precision == .day else { return firstMoment }
        return "\(published.date)T00:00:00Z"
    }
}
