/// What became of one address of a list.
package enum FetchOutcome: Sendable, Equatable {
    /// The page came, and is kept at this place.
    case fetched(at: Int)
    /// It is still the one that was kept at this place before.
    case unchanged(at: Int)
    case refused(FetchFailure)
}

/// A page that was kept before.
package struct KeptPage: Sendable, Equatable {
    package var place: Int
    package var validators: Validators

    package init(place: Int, validators: Validators) {
        self.place = place
        self.validators = validators
    }
}

/// Where answers are kept.
package protocol ExchangeKeeper {
    /// The last page that was kept of an address, if its server can be asked whether it is still the same.
    func page(at address: PageAddress) -> KeptPage?
    /// Keeps an exchange byte for byte and says where.
    mutating func keep(_ exchange: HTTPExchange) throws -> Int
}

/// Fetches the pages of a list politely: what robots.txt forbids is left alone, one request at a time goes to a host, with
/// a pause before the next.
package struct Fetcher: Sendable {
    private let options: FetchOptions
    private let surroundings: FetchSurroundings

    package init(_ options: FetchOptions, surroundings: FetchSurroundings = .system) {
        (self.options, self.surroundings) = (options, surroundings)
    }

    /// What became of each address, in their order. Answers are handed to `keeper` as they come, those of redirects and with
    /// an error's status, too. `progress` is told how many addresses are done.
    ///
    /// - Throws: only what `keeper` throws.
    package func fetch(
        _ addresses: [PageAddress], keeping keeper: inout some ExchangeKeeper, progress: (Int) -> Void = { _ in }
    ) async throws -> [FetchOutcome] {
        var run = FetchRun(addresses, options.limits)
        let client = PageClient(options, surroundings)
        try await withThrowingTaskGroup(of: (FetchSchedule.Hop, HopResult).self) { group in
            while true {
                while let visit = run.next(keeper.page) {
                    group.addTask { (visit.hop, await client.result(of: visit)) }
                }
                guard let (hop, result) = try await group.next() else { break }
                progress(run.take(result, of: hop, keptAt: try result.kept.map { try keeper.keep($0) }))
            }
        }
        return run.outcomes
    }
}
