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
    /// How many days later an article may print what was said.
    private static let days = 2
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
        let speakers = words.map { SpeakerKey(of: $0.id, named: $0.speaker, in: directory) }
        let groups = groups(words, speakers)
        let origins = Origins(duplicates)
        return groups.map { group in
            let carriers = origins.carriers(of: group.map { words[$0] })
            return Utterance(
                party: party(group, speakers, directory), date: date(group.map { words[$0] }),
                statements: group.map { words[$0].id }, origin: carriers.origin, carriers: carriers.all,
                renderings: RenderingDifferences.renderings(group.map { words[$0] }))
        }.sorted { $0.id < $1.id }
    }

    // MARK: Groups

    private func groups(_ words: [StatedWords], _ speakers: [SpeakerKey]) -> [[Int]] {
        let same = SameWords(words)
        var alike: [(likeness: Double, one: Int, other: Int)] = []
        for (one, other) in candidates(words, speakers, same) {
            let likeness = same.likeness(words[one], words[other])
            if likeness > 0 { alike.append((likeness, one, other)) }
        }
        alike.sort { ($1.likeness, $0.one, $0.other) < ($0.likeness, $1.one, $1.other) }
        let pairs = Set(alike.map { CandidatePair(one: $0.one, other: $0.other) })
        var groups = MergedGroups(count: words.count)
        for pair in alike {
            groups.merge(pair.one, pair.other) { one, other in
                words[one].pointsBack || words[other].pointsBack
                    || pairs.contains(CandidatePair(one: min(one, other), other: max(one, other)))
            } where: {
                Self.fit($0, $1, words, speakers)
            }
        }
        return groups.groups.filter { $0.count > 1 }
    }

    /// Pairs of statements that may be one act of speech, each once.
    private func candidates(
        _ words: [StatedWords], _ speakers: [SpeakerKey], _ same: SameWords
    ) -> [(Int, Int)] {
        var places: [CandidateKey: [Int]] = [:]
        var pairs: Set<CandidatePair> = []
        let byDay = words.indices.sorted { (words[$0].day?.number ?? .min, $0) < (words[$1].day?.number ?? .min, $1) }
        for index in byDay {
            for key in keys(words[index], speakers[index], same) {
                for other in places[key, default: []].reversed() {
                    if let day = words[index].day, let before = words[other].day, day.number - before.number > Self.days
                    {
                        break
                    }
                    guard speakers[index].fits(speakers[other]), Self.agree(words[index], words[other]) else {
                        continue
                    }
                    pairs.insert(CandidatePair(one: min(index, other), other: max(index, other)))
                }
                places[key, default: []].append(index)
            }
        }
        return pairs.map { ($0.one, $0.other) }.sorted { $0 < $1 }
    }

    private struct CandidateKey: Hashable {
        var speaker: String
        var stem: String
    }

    private struct CandidatePair: Hashable {
        var one: Int
        var other: Int
    }

    private func keys(_ words: StatedWords, _ speaker: SpeakerKey, _ same: SameWords) -> [CandidateKey] {
        speaker.blocks.flatMap { block in
            same.rareStems(words).prefix(Self.keys).map { CandidateKey(speaker: block, stem: $0) }
        }
    }

    /// Whether both can be one act of speech by who speaks and when. A state and one who speaks for it must both have a date
    /// or neither.
    private static func fit(_ one: Int, _ other: Int, _ words: [StatedWords], _ speakers: [SpeakerKey]) -> Bool {
        guard speakers[one].fits(speakers[other]), agree(words[one], words[other]) else { return false }
        let isOneParty = speakers[one].party != nil && speakers[one].party == speakers[other].party
        return isOneParty || words[one].isDated == words[other].isDated
    }

    /// Whether both can be of one day: said on the same day, or printed no more than two days apart and not before it was said.
    ///
    /// What stands in the words of another statement is a part of it, and no rendering.
    private static func agree(_ one: StatedWords, _ other: StatedWords) -> Bool {
        if one.article == other.article, one.span.overlaps(other.span) { return false }
        if let said = one.said, let also = other.said { return said == also }
        if one.isRecalled || other.isRecalled { return recalls(one, other) }
        guard let day = one.day, let also = other.day else { return true }
        return abs(day.number - also.number) <= days
    }

    /// Whether both can be of one day where no day is known of one.
    private static func recalls(_ one: StatedWords, _ other: StatedWords) -> Bool {
        let spans = [one, other].compactMap { statement in
            statement.isRecalled ? statement.period : statement.day.map { $0.number - days...$0.number }
        }
        return spans.count == 2 && spans[0].overlaps(spans[1])
    }

    // MARK: What they say together

    private func party(_ group: [Int], _ speakers: [SpeakerKey], _ directory: PartyDirectory) -> String? {
        let known = group.compactMap { speakers[$0].party }.filter { directory.party(id: $0) != nil }
        return known.first { directory.party(id: $0)?.kind == .person } ?? known.first
    }

    private func date(_ group: [StatedWords]) -> String? {
        (group.compactMap(\.said).min() ?? group.compactMap(\.publishedDay).min())?.iso
    }
}
