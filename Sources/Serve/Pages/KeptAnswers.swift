import DemarcheStore
import Foundation
import Synchronization

/// Pages as they were given, by address, so that nobody waits for the same counts twice.
///
/// A page holds as long as nothing was written into the record. While articles are read it holds for a while, and then is made
/// anew behind the back of those who ask, one page at a time: they get the old one meanwhile, unless it is too old.
final class KeptAnswers: Sendable {
    private struct Answer {
        let html: String
        let version: Int?
        var made: ContinuousClock.Instant
        var isBeingMade = false
    }

    private enum Found {
        case holds(String)
        case old(String)
        case beingMade(String)
    }

    private let freshness: Duration
    private let watch: RecordWatch
    private let kept = Mutex<(answers: [String: Answer], bytes: Int)>(([:], 0))
    private let queue = DispatchQueue(label: "demarche.serve.pages", qos: .utility)
    private static let mostBytes = 64 << 20
    /// An old page is given for so many times its freshness.
    private static let patience = 5

    /// - Parameter freshness: for how long a page is given without a look at what was written since.
    init(_ freshness: Duration, of store: RecordStore) {
        self.freshness = freshness
        watch = store.watch()
    }

    /// The page at an address.
    ///
    /// - Throws: what `make` throws, unless an older page is at hand.
    func answer(_ address: String, _ make: @escaping @Sendable () throws -> String) throws -> String {
        let version = watch.version()
        switch find(address, version) {
        case .holds(let html), .beingMade(let html): return html
        case .old(let html):
            queue.async { [self] in
                do { keep(try make(), address, version) } catch { forget(address) }
            }
            return html
        case nil:
            let html = try make()
            keep(html, address, version)
            return html
        }
    }

    private func find(_ address: String, _ version: Int?) -> Found? {
        kept.withLock { kept in
            guard let answer = kept.answers[address] else { return nil }
            let age = answer.made.duration(to: .now)
            if version != nil && answer.version == version || age < freshness { return .holds(answer.html) }
            guard age < freshness * Self.patience else { return nil }
            if answer.isBeingMade { return .beingMade(answer.html) }
            kept.answers[address]?.isBeingMade = true
            return .old(answer.html)
        }
    }

    private func keep(_ html: String, _ address: String, _ version: Int?) {
        kept.withLock { kept in
            if kept.bytes > Self.mostBytes { kept = ([:], 0) }
            kept.bytes += html.utf8.count - (kept.answers[address]?.html.utf8.count ?? 0)
            kept.answers[address] = Answer(html: html, version: version, made: .now)
        }
    }

    private func forget(_ address: String) { kept.withLock { kept in kept.answers[address]?.isBeingMade = false } }

    func removeAll() { kept.withLock { $0 = ([:], 0) } }
}
