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
    /// Under how many of its rarest words a statement is looked for.
    private static let keys = 6

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
    package func links(_ directory: PartyDirectory, _ duplicates: [Duplicate]) -> [Utterance] {
        let words = stated.sorted { $0.id < $1.id }
        var numbers = WordNumbers()
        let speakers = words.map { SpeakerKey(of: $0.id, named: $0.speaker, in: directory, &numbers) }
        let origins = Origins(duplicates)
        return Self.groups(SameWords(words), speakers).map { group in
            let statements = group.map { words[$0] }
            let carriers = origins.carriers(of: statements)
            return Utterance(
                party: party(group.compactMap { speakers[$0].party }.map { numbers[$0] }, directory),
                date: date(statements), statements: statements.map(\.id), origin: carriers.origin,
                carriers: carriers.all,
                renderings: RenderingDifferences.renderings(statements))
        }.sorted { $0.id < $1.id }
    }

    // MARK: Groups

    private static func groups(_ same: SameWords, _ speakers: [SpeakerKey]) -> [[Int]] {
        let statements = same.statements
        let alike = candidates(same, speakers).map { (pair: $0, likeness: same.likeness($0.first, $0.second)) }
            .filter { $0.likeness > 0 }
            .sorted { ($1.likeness, $0.pair) < ($0.likeness, $1.pair) }
        let pairs = Set(alike.map(\.pair))
        var groups = MergedGroups(count: statements.count)
        for (pair, _) in alike {
            groups.merge(pair.first, pair.second) { one, other in
                statements[one].pointsBack || statements[other].pointsBack || pairs.contains(Pair(one, other))
            } where: { one, other in
                fit(one, other, statements, speakers)
            }
        }
        return groups.groups.filter { $0.count > 1 }
    }

    /// What pairs must share: a speaker and one of their rarest stems.
    private struct CandidateKey: Hashable {
        let speaker: UInt32
        let stem: UInt32
    }

    /// Pairs of statements that may be one act of speech, each once, in order.
    private static func candidates(_ same: SameWords, _ speakers: [SpeakerKey]) -> [Pair] {
        let statements = same.statements
        var places: [CandidateKey: [Int]] = [:]
        var pairs: [Pair] = []
        let byDay = statements.indices.sorted { (statements[$0].day ?? .min, $0) < (statements[$1].day ?? .min, $1) }
        for index in byDay {
            for stem in same.rarest(keys, of: index) {
                for block in speakers[index].blocks {
                    let key = CandidateKey(speaker: block, stem: stem)
                    pairs += near(index, places[key] ?? [], statements, speakers)
                    places[key, default: []].append(index)
                }
            }
        }
        return pairs.sortedOnce()
    }

    /// Pairs of a statement with those of the same speaker, of the days before it.
    private static func near(
        _ index: Int, _ before: [Int], _ statements: [ComparedStatement], _ speakers: [SpeakerKey]
    ) -> [Pair] {
        before.reversed().prefix { other in
            guard let day = statements[index].day, let earlier = statements[other].day else { return true }
            return day - earlier <= ComparedStatement.days
        }.filter { speakers[index].fits(speakers[$0]) && statements[index].isOfDay(of: statements[$0]) }
            .map { Pair(index, $0) }
    }

    /// Whether both can be one act of speech by who speaks and when. A state and one who speaks for it must both have a date
    /// or neither.
    private static func fit(
        _ one: Int, _ other: Int, _ statements: [ComparedStatement], _ speakers: [SpeakerKey]
    ) -> Bool {
        guard speakers[one].fits(speakers[other]), statements[one].isOfDay(of: statements[other]) else { return false }
        let isOneParty = speakers[one].party != nil && speakers[one].party == speakers[other].party
        return isOneParty || statements[one].isDated == statements[other].isDated
    }

    // MARK: What they say together

    /// - Parameter speakers: the names of the parties, or of who is no party.
    private func party(_ speakers: [String], _ directory: PartyDirectory) -> String? {
        let known = speakers.filter { directory.party(id: $0) != nil }
        return known.first { directory.party(id: $0)?.kind == .person } ?? known.first
    }

    private func date(_ group: [StatedWords]) -> String? {
        (group.compactMap(\.said).min() ?? group.compactMap(\.publishedDay).min())?.iso
    }
}
