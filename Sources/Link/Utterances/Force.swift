import DemarcheRecords

/// How firmly renderings tie what they say: *could*, *likely*, *would*, *inevitable*.
enum Force {
    /// Renderings of so many words are compared as wholes.
    private static let short = 30
    /// Words of force that stand between aligned words are compared where so few words differ; one that only one side has, where
    /// even fewer do.
    private static let (near, alone) = (8, 3)

    private struct Word {
        var text: String
        var step: Int
    }

    /// The words of force that differ: of two short renderings the strongest of each, else those in one place of the alignment.
    static func difference(_ here: [String], _ there: [String], _ gaps: [WordAlignment.Gap]) -> Utterance.Difference? {
        let (one, other) = (words(here[...]), words(there[...]))
        guard one.map(\.step).sorted() != other.map(\.step).sorted() else { return nil }
        if here.count <= short, there.count <= short, let one = strongest(one), let other = strongest(other) {
            return one.step == other.step ? nil : .init(.force, here: one.text, there: other.text)
        }
        return gaps.lazy.compactMap(difference).first
    }

    /// *would* alone is the tense of reported speech, and no difference to a bare verb.
    private static func difference(_ gap: WordAlignment.Gap) -> Utterance.Difference? {
        let length = max(gap.here.count, gap.there.count)
        let (one, other) = (strongest(words(gap.here)), strongest(words(gap.there)))
        guard length <= near, one?.step != other?.step else { return nil }
        let isAlone = one == nil || other == nil
        guard !isAlone || length <= alone && (one ?? other)?.step != certain else { return nil }
        return .init(.force, here: one?.text, there: other?.text)
    }

    private static func strongest(_ words: [Word]) -> Word? { words.max { $0.step < $1.step } }

    private static func words(_ words: ArraySlice<String>) -> [Word] {
        words.indices.compactMap { place in
            guard let step = steps[words[place]] else { return nil }
            let next = place + 1 < words.endIndex ? words[place + 1] : ""
            if words[place] == "may", next.first?.isNumber == true { return nil }
            let isDenied =
                next == "not" || words[..<place].suffix(5).contains { ["nothing", "nobody", "no"].contains($0) }
            return Word(text: words[place], step: isDenied ? certain : step)
        }
    }

    private static let certain = 3
    /// As ``Warning/Force`` has it, from `possible`. What cannot be is certain not to be.
    private static let steps: [String: Int] = [
        "could": 1, "may": 1, "might": 1, "can": 1, "risk": 1, "risks": 1, "possible": 1, "possibly": 1, "perhaps": 1,
        "likely": 2, "probable": 2, "probably": 2, "should": 2, "will": 3, "would": 3, "must": 3, "shall": 3,
        "certain": 4, "certainly": 4, "definitely": 4, "undoubtedly": 4, "inevitable": 4, "inevitably": 4,
        "inevitability": 4, "unavoidable": 4,
    ]
}
