package import DemarcheRecords
import DemarcheSourceText

/// Finds the statements of several articles that render one act of speech: by one party, or a state and one who speaks for it,
/// on days that agree, in words that say the same.
///
/// Statements are compared with those of the same speaker within two days that share one of their rarest words; the most alike
/// are joined first, and two groups only where speakers and days of all agree and most say the same (average linkage, Sokal and
/// Michener 1958). What points back leaves out what the others name, and is not asked. Linear in the number of statements but for
/// those of one speaker in two days.
package struct UtteranceLinker: Sendable {
    /// A statement must be this sure to be linked, in per cent.
    private static let confidence = 40
    /// The words of all that is sure enough to be linked, in the order of reading.
    private(set) var stated: [StatedWords] = []

    package init() {}

    package mutating func add(_ source: LinkSource) { add(Self.input(source)) }

    mutating func add(_ more: [StatedWords]) { stated += more }

    /// The words of all statements of an article that are sure enough to be linked.
    static func input(_ source: LinkSource) -> [StatedWords] {
        source.findings.statements.filter { $0.confidence >= confidence }
            .map { StatedWords($0, in: source.article) }.filter { $0.stems.count >= 2 }
    }

    /// The acts of speech that at least two statements render, by name.
    ///
    /// - Parameters:
    ///   - sample: how rare words are.
    ///   - keep: told under what the statements of each article are found.
    func links(
        _ directory: PartyDirectory, _ duplicates: [Duplicate], _ sample: MatterSample,
        keeping keep: (([NeighbourKey], String) -> Void)? = nil
    ) -> [Utterance] {
        var things = StatedThings(sample)
        things.add(stated.sorted { $0.id < $1.id }, directory)
        if let keep { things.eachKey(keep) }
        return Self.utterances(AlikeGroups.all(things), things, directory, Origins(duplicates))
    }

    static func utterances(
        _ groups: [[Int]], _ things: StatedThings, _ directory: PartyDirectory, _ origins: Origins
    ) -> [Utterance] {
        groups.map { group in
            let statements = group.map { things.stated[$0] }
            let carriers = origins.carriers(of: statements)
            return Utterance(
                party: party(things.names(group), directory), date: date(statements),
                statements: statements.map(\.id), origin: carriers.origin, carriers: carriers.all,
                renderings: RenderingDifferences.renderings(statements))
        }.sorted { $0.id < $1.id }
    }

    // MARK: What they say together

    /// - Parameter speakers: the names of the parties, or of who is no party.
    private static func party(_ speakers: [String], _ directory: PartyDirectory) -> String? {
        let known = speakers.filter { directory.party(id: $0) != nil }
        return known.first { directory.party(id: $0)?.kind == .person } ?? known.first
    }

    private static func date(_ group: [StatedWords]) -> String? {
        (group.compactMap(\.said).min() ?? group.compactMap(\.publishedDay).min())?.iso
    }
}
