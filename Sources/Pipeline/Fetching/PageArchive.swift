import DemarcheFetch
import DemarcheIngest
import DemarcheRecords

/// The file in which pages are kept as they came, and what it held before.
struct PageArchive: ExchangeKeeper {
    private let writer: ArchiveWriter
    private let index: ArchiveIndex
    /// How many bytes of an unfinished record were cut off.
    let cutBytes: Int

    /// - Throws: ``ArchiveError`` when the file cannot be used, which is then left as it was.
    init(path: String) throws(ArchiveError) {
        writer = try ArchiveWriter(path: path)
        do throws(Refusal) { index = try ArchiveIndex(try Input(path: path).open(), path: path) } catch {
            throw ArchiveError("\(path): \(error.reason); name another file with --keep")
        }
        cutBytes = writer.length - index.wholeLength
        if cutBytes > 0 { try writer.cut(to: index.wholeLength) }
    }

    func page(at address: PageAddress) -> KeptPage? {
        guard let page = index.pages[address.text] else { return nil }
        let validators = Validators(entityTag: page.entityTag, lastModified: page.lastModified)
        return validators.isEmpty ? nil : KeptPage(place: page.offset, validators: validators)
    }

    mutating func keep(_ exchange: HTTPExchange) throws -> Int { try writer.append(exchange) }

    func close() throws(ArchiveError) { try writer.synchronize() }
}
