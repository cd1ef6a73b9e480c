import DemarcheRecords
internal import Synchronization

/// What the archives of one run held so far, by the names under which a later record may say that it holds the same again.
///
/// At most ``most`` names are kept, some 80 MB when full; a record has up to three. What comes after that is read but not
/// kept, and a record that refers to it finds nothing here.
package final class PayloadIndex: Sendable {
    static let most = 1 << 20

    /// What stands under a name.
    enum Payload: Equatable {
        /// A document with this SHA-256.
        case document(sha256: String)
        /// A feed, whose items are documents of their own.
        case feed
    }

    private struct Contents {
        var places: [Name: UInt32] = [:]
        /// Nil for a feed.
        var digests: [Digest?] = []
    }

    private let contents = Mutex(Contents())

    package init() {}

    func note(_ payload: Payload, under names: [String]) {
        contents.withLock { contents in
            guard !names.isEmpty, contents.places.count + names.count <= Self.most else { return }
            for name in names { contents.places[Name(name)] = UInt32(contents.digests.count) }
            if case .document(let sha256) = payload {
                contents.digests.append(Digest(sha256))
            } else {
                contents.digests.append(nil)
            }
        }
    }

    /// What was noted under the first of the names that is known.
    func payload(under names: [String]) -> Payload? {
        contents.withLock { contents in
            for name in names {
                guard let place = contents.places[Name(name)] else { continue }
                return contents.digests[Int(place)].map { .document(sha256: $0.sha256) } ?? .feed
            }
            return nil
        }
    }
}

/// A SHA-256 in 32 bytes.
private struct Digest {
    let words: (UInt64, UInt64, UInt64, UInt64)

    init(_ sha256: String) {
        let word = { (place: Int) in UInt64(sha256.dropFirst(place * 16).prefix(16), radix: 16) ?? 0 }
        words = (word(0), word(1), word(2), word(3))
    }

    var sha256: String {
        [words.0, words.1, words.2, words.3].map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }.joined()
    }
}

/// A name by 16 bytes of its SHA-256: two of 2^64 names have the same.
private struct Name: Hashable {
    private let high, low: UInt64

    init(_ name: String) {
        let digest = Digest(Identifier.sha256(name.utf8))
        (high, low) = (digest.words.0, digest.words.1)
    }
}
