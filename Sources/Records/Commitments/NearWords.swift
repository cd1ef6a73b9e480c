/// Keys of words by which the same act is found in other words: *deployed soldiers* and *sending troops* have the same two.
///
/// The key of a word is its group in `near-words.txt`, or else its stem (``WordStem``). Articles, prepositions and other words that
/// name nothing have none.
package struct NearWords: Sendable {
    package static let english = NearWords(PackageResources.near_words_txt)

    private let groups: [String: String]
    /// The keys that are groups of near words and no stems.
    package let groupNames: Set<String>
    /// The key of *deploy*, which the place of a thing implies: *troops in Vaduz*.
    package var presence: String { key(of: "deploy") }

    private init(_ bytes: [UInt8]) {
        groups = WordTable.rows(bytes).reduce(into: [:]) { groups, row in
            for word in row.words where !word.contains(" ") { groups[WordStem.of(word)] = row.keys.first }
        }
        groupNames = Set(groups.values)
    }

    /// In the order of the words.
    package func keys(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            .filter { !Self.unsaid.contains($0) }.map(key)
    }

    /// As ``keys(of:)``, for many texts of the same words: a word that stands among `known` is not looked up again.
    package func keys(of text: String, known: inout [String: String]) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            .filter { !Self.unsaid.contains($0) }.map { word in
                if let key = known[word] { return key }
                let key = key(of: word)
                known[word] = key
                return key
            }
    }

    /// - Parameter word: in lower case.
    package func key(of word: String) -> String {
        let stem = WordStem.of(word)
        return groups[stem] ?? stem
    }

    private static let unsaid: Set<String> = [
        "the", "a", "an", "to", "of", "in", "on", "into", "by", "for", "from", "with", "at", "its", "their", "his",
        "her", "any", "s",
    ]
}
