import DemarcheRecords

/// What a proposal or a trigger is about, as far as its words tell: the acts and things in near words (``NearWords``), and the
/// name behind a preposition, *in Vaduz*, *with Graustark*.
struct ConcernedAct: Sendable, Hashable {
    /// Keys of near words, in the order of letters.
    var act: [String]
    var place: String?

    init(act: [String], place: String?) { (self.act, self.place) = (act, place) }

    init(_ proposal: Position.Proposal) { self.init(proposal.evidence.exact, action: nil, place: nil) }

    init(_ trigger: Warning.Part) {
        self.init(trigger.evidence.exact, action: trigger.action, place: trigger.place?.exact)
    }

    private init(_ words: String, action: String?, place: String?) {
        let near = NearWords.english
        let keys = near.keys(of: words + " " + (action ?? ""))
        let named = keys.filter { near.groupNames.contains($0) }
        let things = named.filter { $0 != near.presence }
        let names = Set(Self.names(in: words).flatMap { near.keys(of: $0) })
        let others = keys.filter { !names.contains($0) && ContentWords.stem($0) != nil }
        act = Set(things.isEmpty ? Array((named + others).prefix(2)) : things).sorted()
        self.place = Self.head(of: place ?? Self.namedPlace(in: words), near)
    }

    private static func head(of place: String?, _ near: NearWords) -> String? {
        place.flatMap { near.keys(of: $0).last }
    }

    /// The run of capitalised words behind the first preposition that has one.
    private static func namedPlace(in words: String) -> String? {
        let parts = words.split(separator: " ")
        for (place, word) in parts.enumerated() where prepositions.contains(word.lowercased()) {
            let behind = parts[(place + 1)...].drop { $0.lowercased() == "the" }
            let name = behind.prefix { $0.first?.isUppercase == true }
            if !name.isEmpty { return name.joined(separator: " ") }
        }
        return nil
    }

    private static func names(in words: String) -> [String] {
        words.split(separator: " ").filter { $0.first?.isUppercase == true }.map(String.init)
    }

    private static let prepositions: Set<String> = [
        "in", "to", "into", "on", "onto", "against", "with", "for", "from", "at", "over", "across", "inside",
    ]
}
