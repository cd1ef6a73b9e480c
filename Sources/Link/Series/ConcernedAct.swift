import DemarcheRecords

/// What a proposal or a trigger is about, as far as its words tell: the acts and things in near words (``NearWords``), and the
/// name behind a preposition, *in Vaduz*, *with Graustark*.
struct ConcernedAct: Sendable {
    /// Keys of near words, in the order of letters.
    var act: [String]
    /// A state's usual name, a body's or another name, folded.
    var place: String?
    /// Whether the words only take up what was said: *the plan*, *such a move*, *it*.
    let pointsBack: Bool

    /// Whether the words name an act.
    var isTelling: Bool { !act.isEmpty }
    /// Whether two articles that name it may mean one: by near words, by two words, or by a word and a place.
    var isSpecific: Bool {
        act.count + (place == nil ? 0 : 1) > 1 || act.contains { NearWords.english.groupNames.contains($0) }
    }

    init(act: [String], place: String?, pointsBack: Bool) {
        (self.act, self.place, self.pointsBack) = (act, place, pointsBack)
    }

    init(_ proposal: Position.Proposal) { self.init(proposal.evidence.exact, action: nil, place: nil) }

    init(_ trigger: Warning.Part) {
        self.init(trigger.evidence.exact, action: trigger.action, place: trigger.place?.exact)
    }

    /// Words that begin a condition are no proposal and name no act: *should it invade*.
    private init(_ words: String, action: String?, place: String?) {
        let near = NearWords.english
        let items = ProposalPhrase.items(words)
        let keys = Self.matter(items, action).map(near.key)
        let named = keys.filter { near.groupNames.contains($0) }
        let things = named.filter { $0 != near.presence }
        let others = keys.filter { ContentWords.stem($0) != nil && !near.groupNames.contains($0) }
        let isCondition = [.word("should"), .word("if"), .word("unless")].contains(items.first)
        act = isCondition ? [] : Set(things.isEmpty ? Array((named + others).prefix(2)) : things).sorted()
        pointsBack = keys.isEmpty && Self.pointsBack(words)
        self.place =
            place.flatMap { Self.name(ProposalPhrase.items($0)) ?? near.keys(of: $0).last } ?? Self.place(in: items)
    }

    /// The words that are no names and name an act or thing. *Military* and *force* name none by themselves, though *forces* do.
    private static func matter(_ items: [ProposalPhrase.Item], _ action: String?) -> [String] {
        let kinds: [ProposalWords.Kind] = [.proposal, .pointer, .assertion, .undoing, .light]
        let words = items.compactMap { if case .word(let word) = $0 { word } else { nil } } + [action ?? ""]
        return words.flatMap { $0.split(separator: "-").map(String.init) }.filter { word in
            word != "military" && word != "force" && !kinds.contains { ProposalWords.english.has(word, as: $0) }
        }
    }

    private static func pointsBack(_ words: String) -> Bool {
        let all = ContentWords.words(words)
        return all.count <= 5
            && all.contains {
                ProposalWords.english.has($0, as: .proposal) || ["this", "that", "it", "so"].contains($0)
            }
    }

    /// The first name behind a preposition, but for an article.
    private static func place(in items: [ProposalPhrase.Item]) -> String? {
        for (place, item) in items.enumerated() {
            guard case .word(let word) = item, prepositions.contains(word) else { continue }
            let behind = items[(place + 1)...].drop { $0 == .word("the") }
            if case .name? = behind.first { return name(Array(behind.prefix(1))) }
        }
        return nil
    }

    /// The first name as it is shown.
    private static func name(_ items: [ProposalPhrase.Item]) -> String? {
        items.lazy.compactMap { if case .name(let name) = $0 { name } else { nil } }.first.map {
            StateTable.shared.name(of: $0)?.lowercased() ?? $0
        }
    }

    private static let prepositions: Set<String> = [
        "in", "to", "into", "on", "onto", "against", "with", "for", "from", "at", "over", "across", "inside",
    ]
}

extension ConcernedAct: Hashable {
    static func == (one: ConcernedAct, other: ConcernedAct) -> Bool { one.act == other.act && one.place == other.place }

    func hash(into hasher: inout Hasher) {
        hasher.combine(act)
        hasher.combine(place)
    }
}
