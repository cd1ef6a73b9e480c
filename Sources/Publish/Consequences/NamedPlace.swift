import DemarcheRecords

/// Whether a trigger says where: by its place, or by a name behind a preposition, as in *the port of Vaduz*.
///
/// *of Western troops* names no place: a name in front of a noun says whose or what kind. Nor does *of NATO*.
enum NamedPlace {
    static func stands(in trigger: Warning.Part) -> Bool {
        if trigger.place != nil { return true }
        let words = trigger.evidence.exact.split(separator: " ").map(String.init)
        return words.indices.dropFirst().contains { place in
            let before = place > 1 && articles.contains(words[place - 1]) ? place - 2 : place - 1
            return prepositions.contains(words[before].lowercased()) && isName(words[place])
                && !isNoun(place + 1 < words.count ? words[place + 1] : nil, after: words[place])
        }
    }

    private static let articles: Set<String> = ["the", "The"]
    private static let prepositions: Set<String> = [
        "in", "into", "to", "of", "on", "at", "near", "across", "from", "against",
    ]
    private static let joints: Set<String> = prepositions.union([
        "and", "or", "by", "with", "as", "for", "if", "when", "before",
    ])

    /// Begins with a capital and goes on in small letters.
    private static func isName(_ word: String) -> Bool {
        word.first?.isUppercase == true && word.dropFirst().contains { $0.isLowercase }
    }

    private static func isNoun(_ word: String?, after name: String) -> Bool {
        guard let word, name.last?.isLetter == true else { return false }
        return word.first?.isLowercase == true && !joints.contains(word)
    }
}
