import DemarcheRecords

/// The matter of words in a form that renderings of one sentence share: near words under one key, states by whatever word stands
/// for them, numbers in figures, other words by their stems. Words without matter have none.
enum Matter {
    /// - Parameter words: in lower case, as ``ContentWords/words(_:)`` gives them.
    static func keys(_ words: [String]) -> Set<String> {
        var keys: Set<String> = []
        var place = 0
        while place < words.count {
            if let (state, length) = state(words[place...]) {
                keys.insert(state)
                place += length
            } else if let (number, length) = number(words[place...]) {
                keys.insert(number)
                place += length
            } else {
                if let key = key(words[place]) { keys.insert(key) }
                place += 1
            }
        }
        return keys
    }

    /// Near words of proposals first, since their groups are the narrower ones.
    private static func key(_ word: String) -> String? {
        guard let stem = ContentWords.stem(word) else { return nil }
        let near = NearWords.english.key(of: word)
        return NearWords.english.groupNames.contains(near) ? near : groups[stem] ?? stem
    }

    private static let groups: [String: String] = {
        var groups: [String: String] = [:]
        for row in WordTable.rows(PackageResources.like_words_txt) {
            for stem in row.words.compactMap(ContentWords.stem) where groups[stem] == nil {
                groups[stem] = row.keys.first.map { "~" + $0 }
            }
        }
        return groups
    }()

    // MARK: States

    /// The state whose name, adjective, people or capital stands at the head of `words`, and how many words that takes.
    private static func state(_ words: ArraySlice<String>) -> (String, Int)? {
        guard let first = words.first else { return nil }
        if first == "u", words.dropFirst().first == "s" { return ("=USA", 2) }
        if first == "u", words.dropFirst().first == "k" { return ("=GBR", 2) }
        guard let found = states[first] else { return nil }
        let length = found.longer.first { words.dropFirst().starts(with: $0.words) }
        if let length { return (length.code, length.words.count + 1) }
        return found.code.map { ($0, 1) }
    }

    private struct States {
        /// For the word alone.
        var code: String?
        /// What may follow it, the longest first.
        var longer: [(words: [String], code: String)] = []
    }

    private static let states: [String: States] = {
        var states: [String: States] = [:]
        for (name, word) in StateTable.shared.words.sorted(by: { $0.key < $1.key })
        where word.sense != .seat && name != "us" {
            let words = ContentWords.words(name)
            guard let first = words.first, first != "the", first.utf8.count > 1 else { continue }
            if words.count == 1 {
                states[first, default: States()].code = "=" + word.code
            } else {
                states[first, default: States()].longer.append((Array(words.dropFirst()), "=" + word.code))
            }
        }
        return states.mapValues { found in
            States(
                code: found.code, longer: found.longer.sorted { ($1.words.count, $0.code) < ($0.words.count, $1.code) })
        }
    }()

    // MARK: Numbers

    /// The number at the head of `words` in figures, and how many words that takes: *thirty eight*, *60 000*, *sixty thousand*.
    private static func number(_ words: ArraySlice<String>) -> (String, Int)? {
        guard let first = words.first else { return nil }
        let rest = words.dropFirst()
        var (value, length) = (units[first], 1)
        if let tens = value, tens >= 20, let unit = rest.first.flatMap({ units[$0] }), unit < 10 {
            (value, length) = (tens + unit, 2)
        } else if value == nil, first.utf8.count <= 6, first.utf8.first.map({ $0 < 0x3A }) == true,
            let figures = Int(first)
        {
            value = figures
            if first.utf8.count <= 3, let thousands = rest.first, thousands.utf8.count == 3, let more = Int(thousands) {
                (value, length) = (figures * 1000 + more, 2)
            }
        }
        guard let value else { return nil }
        guard let power = words.dropFirst(length).first.flatMap({ powers[$0] }) else { return (String(value), length) }
        return (String(value * power), length + 1)
    }

    private static let units: [String: Int] = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70, "eighty": 80, "ninety": 90,
    ]
    private static let powers: [String: Int] = ["hundred": 100, "thousand": 1000, "million": 1_000_000]
}
