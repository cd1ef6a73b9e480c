import DemarcheRecords

/// The words of a text that carry its matter.
package enum ContentWords {
    /// The words in lower case, in order: runs of letters and digits, with apostrophes inside.
    package static func words(_ text: some StringProtocol) -> [String] {
        let lower = text.lowercased()
        return lower.utf8.allSatisfy({ $0 < 0x80 }) ? plainWords(lower) : markedWords(lower)
    }

    /// Those of a text in ASCII, byte by byte, which is ten times faster.
    private static func plainWords(_ lower: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        for byte in lower.utf8 {
            if byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "'") && !word.isEmpty {
                word.append(byte)
            } else if !word.isEmpty {
                words.append(trimmed(String(decoding: word, as: UTF8.self)))
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { words.append(trimmed(String(decoding: word, as: UTF8.self))) }
        return words
    }

    private static func markedWords(_ lower: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in lower {
            if character.isLetter || character.isNumber {
                word.append(character)
            } else if character == "’" || character == "'", !word.isEmpty {
                word.append("'")
            } else if !word.isEmpty {
                words.append(trimmed(word))
                word = ""
            }
        }
        if !word.isEmpty { words.append(trimmed(word)) }
        return words
    }

    /// Without the genitive and apostrophes at the end.
    private static func trimmed(_ word: String) -> String {
        let bare = word.hasSuffix("'s") ? String(word.dropLast(2)) : word
        return bare.hasSuffix("'") ? String(bare.dropLast()) : bare
    }

    /// The stem under which *inevitable* and *inevitability* are one; nil for words without matter.
    package static func stem(_ word: String) -> String? {
        guard word.utf8.count > 2 || word.allSatisfy(\.isNumber), !functionWords.contains(word) else { return nil }
        for (ending, instead) in [("ability", "able"), ("ibility", "ible"), ("ically", "ic"), ("ly", "")]
        where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count + 3 {
            return WordStem.of(word.dropLast(ending.count) + instead)
        }
        return WordStem.of(word)
    }

    package static func stems(_ words: [String]) -> Set<String> { Set(words.compactMap(stem)) }

    /// Articles, pronouns, prepositions, conjunctions, auxiliaries and the verbs that say no more than these.
    static let functionWords: Set<String> = [
        "the", "and", "but", "for", "nor", "yet", "not", "its", "his", "her", "our", "their", "your", "this", "that",
        "these", "those", "they", "them", "she", "him", "you", "who", "whom", "whose", "which", "what", "when", "where",
        "why", "how", "are", "was", "were", "been", "being", "has", "have", "had", "having", "does", "did", "doing",
        "done", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "ought", "with", "without",
        "from", "into", "onto", "upon", "over", "under", "about", "above", "below", "between", "among", "through",
        "during", "before", "after", "against", "toward", "towards", "within", "along", "across", "behind", "beyond",
        "than", "then", "there", "here", "also", "only", "just", "even", "very", "too", "such", "some", "any", "all",
        "both", "each", "every", "either", "neither", "other", "another", "more", "most", "much", "many", "few", "less",
        "own", "same", "because", "while", "although", "though", "since", "until", "unless", "whether", "itself",
        "himself", "herself", "themselves", "ourselves", "yourself", "one", "ones", "say", "says", "said", "let", "get",
        "got", "make", "makes", "made", "become", "becomes", "became", "out", "off", "up", "down", "now", "still",
        "case", "need", "needs", "want", "wants", "wanted", "thing", "things", "way",
    ]
}
