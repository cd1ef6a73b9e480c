package import DemarcheFetch
import DemarcheRecords

/// What fetching a list came to.
package struct FetchedInputs: Sendable {
    /// One for each address, in the order of the list: a page to be read, or a refusal.
    package var inputs: [Input] = []
    package var fetched = 0
    /// Pages that their servers said are still those that were kept.
    package var unchanged = 0
    package var refused = 0
    /// How many bytes of an unfinished record were cut off the file.
    package var cutBytes = 0
}

/// Fetches what stands in a list and keeps it beside the record, so that reading it is the same offline.
package struct PageFetch: Sendable {
    private let fetcher: Fetcher
    private let archive: String

    /// - Parameter archive: the path of the WARC file; made if it does not exist.
    package init(_ options: FetchOptions, archive: String, surroundings: FetchSurroundings = .system) {
        fetcher = Fetcher(options, surroundings: surroundings)
        self.archive = archive
    }

    /// The pages of `web` once all are fetched. `progress` is told how many addresses are done.
    ///
    /// - Throws: ``ArchiveError`` when the file cannot be used. What was kept in it before stays.
    package func inputs(
        _ web: WebInputs, progress: (Int) -> Void = { _ in }
    ) async throws(ArchiveError) -> FetchedInputs {
        let (outcomes, cutBytes) = try await outcomes(web.pages, progress)
        var result = FetchedInputs(cutBytes: cutBytes)
        var rest = outcomes[...]
        for entry in web.entries {
            switch entry {
            case .page(let address): result.add(rest.popFirst(), address.text, archive)
            case .refused(let refusal): result.refuse(refusal)
            }
        }
        return result
    }

    private func outcomes(
        _ addresses: [PageAddress], _ progress: (Int) -> Void
    ) async throws(ArchiveError) -> ([FetchOutcome], cutBytes: Int) {
        var kept = try PageArchive(path: archive)
        do {
            let outcomes = try await fetcher.fetch(addresses, keeping: &kept, progress: progress)
            try kept.close()
            return (outcomes, kept.cutBytes)
        } catch {
            throw error as? ArchiveError ?? ArchiveError("\(archive): \(error)")
        }
    }
}

extension FetchedInputs {
    fileprivate mutating func add(_ outcome: FetchOutcome?, _ address: String, _ archive: String) {
        switch outcome {
        case .fetched(let offset)?:
            fetched += 1
            inputs.append(Input(address: address, archive: archive, offset: offset))
        case .unchanged(let offset)?:
            unchanged += 1
            inputs.append(Input(address: address, archive: archive, offset: offset))
        case .refused(let failure)?: refuse(failure.refusal(of: address))
        case nil: break
        }
    }

    fileprivate mutating func refuse(_ refusal: Refusal) {
        refused += 1
        inputs.append(Input(refused: refusal))
    }
}
