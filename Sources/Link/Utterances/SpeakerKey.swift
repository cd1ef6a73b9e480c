import DemarcheRecords

/// Who says something, as far as telling acts of speech apart needs it.
struct SpeakerKey: Sendable {
    /// The party; where it is not known, the name in lower case.
    var party: String?
    /// The state for which they speak, or which speaks itself.
    var state: String?
    var isPerson: Bool

    init(of statement: String, named name: String?, in directory: PartyDirectory) {
        let speaker = directory.party(.speaker, of: statement)
        party = speaker?.id ?? name?.lowercased()
        state = directory.party(.state, of: statement)?.id ?? (speaker?.kind == .state ? speaker?.id : nil)
        isPerson = speaker?.kind == .person
    }

    /// What statements of the same speaker may be found under.
    var blocks: [String] {
        [party, state].compactMap(\.self).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Whether both can be one act of speech: of one party, or of a state and of one who speaks for it; never of two people.
    func fits(_ other: SpeakerKey) -> Bool {
        if let party, party == other.party { return true }
        guard let state, state == other.state else { return false }
        return !(isPerson && other.isPerson)
    }
}
