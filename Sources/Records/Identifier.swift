internal import Crypto

/// Names that follow from content alone: the same bytes and the same version of the program give the same names on
/// every machine and in every order of reading.
package enum Identifier {
    /// The SHA-256 of `bytes` in 64 lower-case hexadecimal digits.
    package static func sha256(_ bytes: some Sequence<UInt8>) -> String {
        var hash = SHA256()
        let contiguous: Void? = bytes.withContiguousStorageIfAvailable {
            hash.update(bufferPointer: UnsafeRawBufferPointer($0))
        }
        if contiguous == nil { hash.update(data: Array(bytes)) }
        return hexadecimal(hash.finalize())
    }

    /// The name of the article read from bytes with this SHA-256: `a-` and its first 16 digits.
    package static func article(sha256: String) -> String { "a-" + sha256.prefix(16) }

    /// A name for something found in an article: `prefix`, a hyphen, the first six digits of the article's name, and ten
    /// over the parts. So the entries of one article stand together in every index, and a reader sees that they do.
    ///
    /// Among a million entries, ten an article, two collide with a probability of about 4 in a million.
    package static func entry(_ prefix: String, in article: String, _ parts: [String]) -> String {
        let digest = sha256(([article] + parts).joined(separator: "\u{1F}").utf8)
        return "\(prefix)-\(article.dropFirst(2).prefix(6))\(digest.prefix(10))"
    }

    /// A name for what connects entries of several articles: `prefix`, a hyphen, and 12 digits over the parts.
    package static func link(_ prefix: String, _ parts: [String]) -> String {
        "\(prefix)-" + sha256(parts.joined(separator: "\u{1F}").utf8).prefix(12)
    }

    /// A name for what connects entries or articles of which each stands in one link of the kind: `prefix`, a hyphen, and the digits of
    /// the first member. So it stays as more of them come, and whoever has an old one finds what holds that member now.
    package static func link(_ prefix: String, beginningWith member: String?) -> String {
        "\(prefix)-" + (member ?? "").drop { $0 != "-" }.dropFirst()
    }

    /// What a link with a name of this shape was named after; nil for links that are not named after a member.
    package static func firstMember(ofLink name: String) -> (type: LinkType, member: String)? {
        let kinds: [String: (LinkType, String)] = [
            "u-": (.utterance, "s-"), "n-": (.occurrence, "e-"), "t-": (.story, "a-"), "k-": (.episode, "a-"),
        ]
        return kinds[String(name.prefix(2))].map { type, prefix in (type, prefix + name.dropFirst(2)) }
    }

    private static func hexadecimal(_ digest: SHA256Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in digest {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
