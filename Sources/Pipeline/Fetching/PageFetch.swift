package import DemarcheFetch
package import DemarcheRecords
internal import Dispatch
internal import Synchronization

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

    /// Waits until all is done. `progress` is told how many addresses are.
    ///
    /// - Throws: ``ArchiveError`` when the file cannot be used. What was kept in it before stays.
    package func inputs(
        _ web: WebInputs, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws(ArchiveError) -> FetchedInputs {
        let (outcomes, cutBytes) = try outcomes(web.pages, progress)
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
        _ addresses: [PageAddress], _ progress: @escaping @Sendable (Int) -> Void
    ) throws(ArchiveError) -> ([FetchOutcome], cutBytes: Int) {
        let (fetcher, path) = (fetcher, archive)
        let result = waiting { () async throws -> ([FetchOutcome], Int) in
            var archive = try PageArchive(path: path)
            let outcomes = try await fetcher.fetch(addresses, keeping: &archive, progress: progress)
            try archive.close()
            return (outcomes, archive.cutBytes)
        }
        do { return try result.get() } catch {
            throw error as? ArchiveError ?? ArchiveError("\(path): \(error)")
        }
    }
}

/// What comes of `work`, for a caller that is not asynchronous: the command's own thread, on which nothing else waits.
private func waiting<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
) -> Result<Value, any Error> {
    let result = Mutex<Result<Value, any Error>>(.failure(CancellationError()))
    let isDone = DispatchSemaphore(value: 0)
    Task.detached {
        let found: Result<Value, any Error>
        do { found = .success(try await work()) } catch { found = .failure(error) }
        result.withLock { $0 = found }
        isDone.signal()
    }
    isDone.wait()
    return result.withLock { $0 }
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
