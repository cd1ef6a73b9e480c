/// English words without their commonest endings, for finding one act in its forms.
package enum WordStem {
    private static let endings = ["ments", "ment", "ations", "ation", "ing", "ions", "ion", "ed", "es", "s", "e"]

    /// The same for *occupy*, *occupied* and *occupation*; at least four letters stay. `word` is in lower case.
    package static func of(_ word: String) -> String {
        var stem = word
        if let ending = endings.first(where: { word.hasSuffix($0) && word.count - $0.count >= 4 }) {
            stem.removeLast(ending.count)
        }
        if stem.count > 4, let last = stem.last, "yie".contains(last) { stem.removeLast() }
        return stem
    }
}
