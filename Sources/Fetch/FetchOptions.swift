internal import Foundation

/// How addresses are fetched.
package struct FetchOptions: Sendable {
    /// Between two requests to one host, in seconds.
    package var delay: Double = 1
    /// Whom a site can ask about the requests: an address of mail or of a page.
    package var contact: String?
    /// Whether loopback, private and other special addresses are asked, too.
    package var allowsPrivate = false
    package var limits = FetchLimits()

    package init() {}
}

/// What is granted to a server.
package struct FetchLimits: Sendable {
    /// Of an answer as it comes over the line.
    package var bodyBytes = 16 << 20
    /// Until a connection stands, in seconds.
    package var connecting = 15.0
    /// Until the head of the answer is there.
    package var firstByte = 30.0
    /// For one request in all.
    package var total = 120.0
    package var redirects = 5
    /// The longest `Retry-After` that is waited for, and how often.
    package var retryAfter = 60.0
    package var retries = 2
    /// The longest `Crawl-delay` that is kept.
    package var crawlDelay = 60.0
    /// How many hosts are asked at once.
    package var hosts = 8

    package init() {}
}

/// What the fetcher takes from outside, so that tests need no network, no clock and no patience.
package struct FetchSurroundings: Sendable {
    var addresses: @Sendable (_ host: String) async throws(FetchFailure) -> [NetworkAddress]
    /// As ``NetworkAddress/specialUse``.
    var specialUse: @Sendable (NetworkAddress) -> String?
    /// For so many seconds.
    var sleep: @Sendable (_ seconds: Double) async throws -> Void
    /// Since 1970.
    var now: @Sendable () -> Double
}

extension FetchSurroundings {
    /// The system's resolver and clocks.
    package static var system: FetchSurroundings {
        FetchSurroundings(
            addresses: { host throws(FetchFailure) in try await NameResolver.addresses(of: host) },
            specialUse: \.specialUse, sleep: { try await Task.sleep(for: .seconds($0)) },
            now: { Date().timeIntervalSince1970 })
    }
}
