import Synchronization
import TestSupport

@testable import DemarcheFetch

/// A fetcher whose names all lead to a server of the test and which does not sleep.
final class TestFetch: Sendable {
    private let pauses = Mutex<[Double]>([])
    /// Addresses of names; all others are 127.0.0.1.
    let names: [String: [String]]
    /// Whether 127.0.0.0/8 counts as public.
    let loopbackIsPublic: Bool
    let options: FetchOptions

    init(
        names: [String: [String]] = [:], loopbackIsPublic: Bool = true,
        _ change: (inout FetchOptions) -> Void = { _ in }
    ) {
        var options = FetchOptions()
        change(&options)
        (self.names, self.loopbackIsPublic, self.options) = (names, loopbackIsPublic, options)
    }

    func callAsFunction(_ addresses: [String], known: [String: KeptPage] = [:]) async throws -> Fetched {
        var keeper = KeeperInMemory(known: known)
        let fetcher = Fetcher(options, surroundings: surroundings)
        let outcomes = try await fetcher.fetch(try addresses.map(PageAddress.init), keeping: &keeper)
        return Fetched(outcomes: outcomes, kept: keeper.kept)
    }

    /// How long it would have slept, in seconds.
    var slept: [Double] { pauses.withLock { $0 } }

    private var surroundings: FetchSurroundings {
        FetchSurroundings(
            addresses: { [names] host throws(FetchFailure) in
                (names[host] ?? ["127.0.0.1"]).compactMap { NetworkAddress($0) }
            },
            specialUse: { [loopbackIsPublic] address in
                loopbackIsPublic && address.bytes.starts(with: [127]) ? nil : address.specialUse
            },
            sleep: { seconds in self.pauses.withLock { $0.append(seconds) } }, now: { 1_000_000_000 })
    }

    struct Fetched {
        let outcomes: [FetchOutcome]
        let kept: [HTTPExchange]

        /// Why each address was refused.
        var reasons: [String] {
            outcomes.map { if case .refused(let failure) = $0 { failure.reason } else { "\($0)" } }
        }
    }
}

private struct KeeperInMemory: ExchangeKeeper {
    var known: [String: KeptPage]
    var kept: [HTTPExchange] = []

    func page(at address: PageAddress) -> KeptPage? { known[address.text] }

    mutating func keep(_ exchange: HTTPExchange) -> Int {
        kept.append(exchange)
        return kept.count - 1
    }
}

extension TestServer {
    /// A server that forbids nothing.
    static func permissive(_ answer: @escaping @Sendable (Request) -> [Step]) throws -> TestServer {
        try TestServer { $0.target == "/robots.txt" ? Self.answer(status: "404 Not Found") : answer($0) }
    }

    /// Without those for robots.txt.
    var pageRequests: [Request] { requests.filter { $0.target != "/robots.txt" } }
}

final class Counter: Sendable {
    private let count = Mutex(0)

    /// 0, 1, 2 …
    func next() -> Int {
        count.withLock { count in
            defer { count += 1 }
            return count
        }
    }
}
