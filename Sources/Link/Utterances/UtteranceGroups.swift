import DemarcheRecords
import DemarcheSourceText

/// Groups statements that render one act of speech: the most alike are joined first, and two groups only where all of both agree.
struct UtteranceGroups {
    /// How many days later an article may print what was said.
    private static let days = 2
    /// Under how many of its rarest words a statement is looked for.
    private static let keys = 6

    private let kept: KeptStatements
    private let speakers: [SpeakerKey]
    private let same: SameWords

    /// - Parameters:
    ///   - kept: in the order of their names.
    ///   - speakers: who says each.
    init(_ kept: KeptStatements, _ speakers: [SpeakerKey]) {
        (self.kept, self.speakers) = (kept, speakers)
        same = SameWords(kept)
    }

    /// Groups of two and more, each in order.
    func groups() -> [[Int]] {
        var alike: [(likeness: Double, pair: Pair)] = []
        for pair in candidates() {
            let likeness = same.likeness(pair.first, pair.second)
            if likeness > 0 { alike.append((likeness, pair)) }
        }
        alike.sort { ($1.likeness, $0.pair) < ($0.likeness, $1.pair) }
        var groups = MergedGroups(count: kept.statements.count)
        for (_, pair) in alike {
            groups.merge(pair.first, pair.second) { one, other in fit(one, other) && !areTwoQuotations(one, other) }
        }
        return groups.groups
    }

    /// Whether one article quotes both in full, and they are not the same.
    private func areTwoQuotations(_ one: Int, _ other: Int) -> Bool {
        let (first, second) = (kept.statements[one], kept.statements[other])
        return first.carrier == second.carrier && first.directness == .direct && second.directness == .direct
            && same.likeness(one, other) == 0
    }

    // MARK: Candidates

    /// Pairs of statements that may be one act of speech, each once, in order.
    private func candidates() -> [Pair] {
        var places: [UInt64: [UInt32]] = [:]
        var pairs: [UInt64] = []
        var blocks = WordNumbers()
        for index in byDay {
            for key in keys(of: index, &blocks) {
                for other in places[key, default: []].reversed() {
                    if isPast(Int(other), for: index) { break }
                    guard speakers[index].fits(speakers[Int(other)]), agree(index, Int(other)) else { continue }
                    let pair = Pair(index, Int(other))
                    pairs.append(UInt64(pair.first) << 32 | UInt64(pair.second))
                }
                places[key, default: []].append(UInt32(index))
            }
        }
        pairs.sort()
        return pairs.indices.compactMap { place in
            place > 0 && pairs[place] == pairs[place - 1]
                ? nil : Pair(Int(pairs[place] >> 32), Int(pairs[place] & 0xFFFF_FFFF))
        }
    }

    /// All statements by their days, those without one first.
    private var byDay: [Int] {
        let days = kept.statements.map { $0.day?.number ?? .min }
        return days.indices.sorted { (days[$0], $0) < (days[$1], $1) }
    }

    private func isPast(_ other: Int, for index: Int) -> Bool {
        guard let day = kept.statements[index].day, let before = kept.statements[other].day else { return false }
        return day.number - before.number > Self.days
    }

    /// A speaker above a stem, as numbers.
    private func keys(of index: Int, _ blocks: inout WordNumbers) -> [UInt64] {
        let stems = same.rareStems(index, Self.keys)
        return speakers[index].blocks.flatMap { block in
            let number = UInt64(blocks.number(of: block))
            return stems.map { number << 32 | UInt64($0) }
        }
    }

    // MARK: Agreement

    /// Whether both can be one act of speech by who speaks and when. A state and one who speaks for it must both have a date
    /// or neither.
    private func fit(_ one: Int, _ other: Int) -> Bool {
        guard speakers[one].fits(speakers[other]), agree(one, other) else { return false }
        let isOneParty = speakers[one].party != nil && speakers[one].party == speakers[other].party
        return isOneParty || kept.statements[one].isDated == kept.statements[other].isDated
    }

    /// Whether both can be of one day: said on the same day, or printed no more than two days apart and not before it was said.
    ///
    /// What stands in the words of another statement is a part of it, and no rendering.
    private func agree(_ one: Int, _ other: Int) -> Bool {
        let (first, second) = (kept.statements[one], kept.statements[other])
        if first.carrier == second.carrier, first.span.overlaps(second.span) { return false }
        if let said = first.said, let also = second.said { return said == also }
        guard let day = first.day, let also = second.day else { return true }
        return abs(day.number - also.number) <= Self.days
    }
}
