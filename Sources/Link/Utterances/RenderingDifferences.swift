import DemarcheRecords

/// Names what a rendering has otherwise than the fullest one: force, condition, quotation marks, omissions, wording.
///
/// Words are aligned (``WordAlignment``); what stands between aligned words differs. Force is compared between aligned words, or between
/// whole renderings where both are short, so that what another sentence has does not count; conditions by their clauses.
enum RenderingDifferences {
    /// So many words more that are left out are named, if they have so much matter more.
    private static let omission = (words: 5, matter: 2)
    /// Longer renderings are compared in their first words only.
    private static let most = 400
    /// The part of the matter of quoted words that others must have; and of others' quoted words that a longer quotation has.
    private static let (quotedElsewhere, quotedWithin) = (0.66, 0.9)

    /// All renderings, the fullest first: direct ones before others, the longest first.
    static func renderings(_ statements: [StatedWords]) -> [Utterance.Rendering] {
        let sorted = statements.sorted { one, other in
            (one.directness == .direct ? 0 : 1, -one.words.count, one.id)
                < (other.directness == .direct ? 0 : 1, -other.words.count, other.id)
        }
        let quoted = sorted.map { $0.quoted.map { (words: $0, matter: Matter.keys($0)) } }
        return sorted.enumerated().map { place, statement in
            let others = sorted.indices.filter { $0 != place }
            let odd = quoted[place].filter { piece in
                isOdd(piece.matter, others.map { sorted[$0].stems }, others.flatMap { quoted[$0].map(\.matter) })
            }
            return Utterance.Rendering(
                statement: statement.id, article: statement.article, text: statement.text,
                directness: statement.directness,
                differences: (place == 0 ? [] : differences(statement, sorted[0]))
                    + odd.map { .init(.quotation, here: $0.words.joined(separator: " "), there: nil) })
        }
    }

    /// What `here` has otherwise than `there`.
    private static func differences(_ here: StatedWords, _ there: StatedWords) -> [Utterance.Difference] {
        let (one, other) = (Array(here.words.prefix(most)), Array(there.words.prefix(most)))
        if one == other { return [] }
        let gaps = WordAlignment.gaps(one, other)
        return [Force.difference(one, other, gaps)].compactMap(\.self) + Condition.differences(here, there)
            + gaps.compactMap { named($0, here.stems) }
    }

    private static func named(_ gap: WordAlignment.Gap, _ stems: Set<String>) -> Utterance.Difference? {
        let words = { (words: ArraySlice<String>) in words.isEmpty ? nil : words.joined(separator: " ") }
        let (here, there) = (Matter.keys(Array(gap.here)), Matter.keys(Array(gap.there)))
        if gap.there.count - gap.here.count >= omission.words,
            there.subtracting(stems).count - here.subtracting(there).count >= omission.matter
        {
            return .init(.omission, here: words(gap.here), there: words(gap.there))
        }
        return here == there || gap.here.isEmpty ? nil : .init(.wording, here: words(gap.here), there: words(gap.there))
    }

    /// Whether quoted words stand beside those that others quote, and are others: some of their matter is shared, but not most.
    ///
    /// Another translation has most of it, and a longer quotation has what the shorter one has.
    private static func isOdd(_ piece: Set<String>, _ others: [Set<String>], _ quoted: [Set<String>]) -> Bool {
        func part(_ matter: Set<String>, of other: Set<String>) -> Double {
            other.isEmpty ? 0 : Double(matter.intersection(other).count) / Double(other.count)
        }
        guard !piece.isEmpty, quoted.contains(where: { !$0.isDisjoint(with: piece) }) else { return false }
        return !others.contains { part($0, of: piece) >= quotedElsewhere }
            && !quoted.contains { part(piece, of: $0) >= quotedWithin }
    }
}
