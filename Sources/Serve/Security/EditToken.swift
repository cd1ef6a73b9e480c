import DemarcheRecords

/// A word that only our own pages know, without which nothing is changed: a page from elsewhere can send a form, but not
/// read this from ours. It is new whenever the server starts.
struct EditToken: Sendable {
    let value: String

    init() {
        var random = SystemRandomNumberGenerator()
        value = (0..<4).map { _ in String(random.next(), radix: 36) }.joined()
    }

    /// In the same time for any guess of one length.
    func isSame(as other: String) -> Bool {
        guard other.utf8.count == value.utf8.count else { return false }
        return zip(value.utf8, other.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
