/// Words of one rendering beside another: what both have, what only this one has, and what only the other has.
package struct WordPiece: Equatable {
    package let text: String
    /// What parts it from the next piece: a space, and nothing behind the last.
    package var space = " "
    /// Only in this rendering.
    package let isHere: Bool
    /// Only in the other.
    package let isThere: Bool

    init(_ text: String, isHere: Bool = false, isThere: Bool = false) {
        self.text = text
        self.isHere = isHere
        self.isThere = isThere
    }
}

extension [WordPiece] {
    /// The last one without a space behind it.
    var closed: [WordPiece] {
        var pieces = self
        if !pieces.isEmpty { pieces[pieces.count - 1].space = "" }
        return pieces
    }
}

/// The words of a rendering aligned with those of the fullest one, by Myers' difference of two sequences (Algorithmica 1, 1986).
enum WordDifference {
    /// Longer texts are not aligned, and those that share less than this part of their words are other words altogether.
    private static let longest = 400, leastShared = 0.34

    /// The pieces of `text` in order; one piece that is in neither state where the two are not aligned.
    ///
    /// Words are compared without regard to case and punctuation. Costs the sum of the lengths times the number of differences.
    static func pieces(_ text: String, against fullest: String) -> (pieces: [WordPiece], isAligned: Bool) {
        let (here, there) = (words(text), words(fullest))
        let whole = [WordPiece(text)].closed
        guard max(here.count, there.count) <= longest, !here.isEmpty, !there.isEmpty else { return (whole, false) }
        let difference = here.map(\.key).difference(from: there.map(\.key))
        let shared = here.count - difference.insertions.count
        guard Double(shared) >= leastShared * Double(min(here.count, there.count)) else { return (whole, false) }
        return (joined(here, there, difference), true)
    }

    private static func words(_ text: String) -> [(text: String, key: String)] {
        var words: [(text: String, key: String)] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            let key = String(
                word.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.value < 58 && $0.value > 47 }
            )
            if key.isEmpty, let last = words.last {
                words[words.count - 1] = ("\(last.text) \(word)", last.key)
            } else {
                words.append((String(word), key))
            }
        }
        return words
    }

    private static func joined(
        _ here: [(text: String, key: String)], _ there: [(text: String, key: String)],
        _ difference: CollectionDifference<String>
    ) -> [WordPiece] {
        let removed = Set(difference.removals.map(offset)), inserted = Set(difference.insertions.map(offset))
        var pieces: [WordPiece] = []
        var (one, other) = (0, 0)
        while one < here.count || other < there.count {
            if other < there.count, removed.contains(other) {
                add(there[other].text, isHere: false, isThere: true, to: &pieces)
                other += 1
            } else if one < here.count {
                let isHere = inserted.contains(one)
                add(here[one].text, isHere: isHere, isThere: false, to: &pieces)
                one += 1
                if !isHere { other += 1 }
            } else {
                break
            }
        }
        return pieces.closed
    }

    private static func add(_ word: String, isHere: Bool, isThere: Bool, to pieces: inout [WordPiece]) {
        if let last = pieces.last, last.isHere == isHere, last.isThere == isThere {
            pieces[pieces.count - 1] = WordPiece("\(last.text) \(word)", isHere: isHere, isThere: isThere)
        } else {
            pieces.append(WordPiece(word, isHere: isHere, isThere: isThere))
        }
    }

    private static func offset(_ change: CollectionDifference<String>.Change) -> Int {
        switch change {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
