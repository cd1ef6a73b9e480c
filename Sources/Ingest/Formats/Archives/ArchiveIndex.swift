package import DemarcheRecords

/// What a file holds in which `read --fetch` keeps what it gets: the last page of each address, found by reading through it
/// once. Memory grows with the number of addresses.
package struct ArchiveIndex {
    package struct Page: Equatable, Sendable {
        /// Where its record begins.
        package var offset: Int
        package var entityTag: String?
        package var lastModified: String?
    }

    /// By the address as the record has it.
    package private(set) var pages: [String: Page] = [:]
    /// How many bytes the whole records take; what stands behind them was left unfinished.
    package private(set) var wholeLength = 0

    /// - Throws: ``Refusal`` when the file is no archive packed record by record, or cannot be read.
    package init(_ source: any ByteSource, path: String) throws(Refusal) {
        let raw = ByteReader(source)
        while !raw.peek(1).isEmpty {
            guard raw.peek(2).elementsEqual([0x1F, 0x8B]) else { throw Self.noArchive(path, raw.offset) }
            let member = GzipMember(raw, UnpackingBudget())
            let bytes = ByteReader(member)
            let page = try Self.page(bytes, member.offset, path)
            while !bytes.peek(1).isEmpty { bytes.drop(bytes.available.count) }
            if member.isCorrupt { throw Self.noArchive(path, member.offset) }
            if member.isDamaged { break }
            wholeLength = raw.offset
            if let page { pages[page.address] = page.page }
        }
        if let failure = raw.failure { throw failure }
    }

    private static func noArchive(_ path: String, _ offset: Int) -> Refusal {
        Refusal(path: path, code: .damaged, reason: "no WARC file packed record by record at byte \(offset)")
    }

    /// The answer with a page in a record; nil for any other.
    private static func page(
        _ bytes: ByteReader, _ offset: Int, _ path: String
    ) throws(Refusal) -> (address: String, page: Page)? {
        guard let line = bytes.line(limit: ArchiveRecord.lineLimit) else { return nil }
        guard ArchiveRecord.isWARC(line.bytes) else { throw noArchive(path, offset) }
        guard let record = HeaderFields(head: bytes).flatMap(ArchiveRecord.init), record.type == "response",
            let address = record.address, let status = bytes.line(limit: ArchiveRecord.lineLimit),
            HTTPMessage.status(status.bytes).map({ (200..<300).contains($0) }) == true,
            let fields = HeaderFields(head: bytes)
        else { return nil }
        return (address, Page(offset: offset, entityTag: fields["etag"], lastModified: fields["last-modified"]))
    }
}
