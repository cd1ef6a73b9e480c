package import DemarcheRecords

/// Why nothing came of an address, in words that name what mends it.
package struct FetchFailure: Error, Hashable, Sendable {
    package var code: Refusal.Code
    package var reason: String
    /// Whether it concerns the host and not the page that was asked for.
    var isOfHost = false

    package init(_ reason: String, code: Refusal.Code = .notFetched) {
        self.code = code
        self.reason = reason
    }

    init(ofHost reason: String) {
        self.init(reason)
        isOfHost = true
    }

    package func refusal(of address: String) -> Refusal { Refusal(path: address, code: code, reason: reason) }
}
