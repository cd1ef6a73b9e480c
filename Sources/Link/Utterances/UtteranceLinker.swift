package import DemarcheRecords

/// Finds the statements of several articles that render one act of speech: by one party, or a state and one who speaks for it,
/// on days that agree, in words that say the same.
///
/// Statements are compared with those of the same speaker within two days that share one of their rarest words; the most alike
/// are joined first, and two groups only where all of both agree. Linear in the number of statements but for those of one
/// speaker in two days.
package struct UtteranceLinker: Sendable {
    /// A statement must be this sure to be linked, in per cent.
    private static let confidence = 40
    private var kept = KeptStatements()

    package init() {}

    package mutating func add(_ source: LinkSource) { add(Self.input(source)) }

    mutating func add(_ statements: [StatedWords]) { for statement in statements { kept.add(statement) } }

    /// What linking needs of an article's statements.
    static func input(_ source: LinkSource) -> [StatedWords] {
        source.findings.statements.filter { $0.confidence >= confidence }.map { StatedWords($0, in: source.article) }
    }

    /// The acts of speech that at least two statements render, by name.
    package func links(_ directory: PartyDirectory, _ duplicates: [Duplicate]) -> [Utterance] {
        var kept = kept
        kept.sort()
        let speakers = kept.statements.indices.map { place in
            SpeakerKey(of: kept.statements[place].id, named: kept.speaker(place), in: directory)
        }
        let origins = Origins(duplicates)
        return UtteranceGroups(kept, speakers).groups().map { group in
            let words = group.map(kept.stated)
            let carriers = origins.carriers(of: words)
            return Utterance(
                party: party(group, speakers, directory), date: date(words), statements: words.map(\.id),
                origin: carriers.origin, carriers: carriers.all, renderings: RenderingDifferences.renderings(words))
        }.sorted { $0.id < $1.id }
    }

    private func party(_ group: [Int], _ speakers: [SpeakerKey], _ directory: PartyDirectory) -> String? {
        let known = group.compactMap { speakers[$0].party }.filter { directory.party(id: $0) != nil }
        return known.first { directory.party(id: $0)?.kind == .person } ?? known.first
    }

    private func date(_ group: [StatedWords]) -> String? {
        (group.compactMap(\.said).min() ?? group.compactMap(\.publishedDay).min())?.iso
    }
}
