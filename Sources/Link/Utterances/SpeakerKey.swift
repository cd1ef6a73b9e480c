import DemarcheRecords

/// Who says something, as far as telling acts of speech apart needs it; parties and states are numbers, the same for all statements.
struct SpeakerKey: Sendable {
    /// The party; where it is not known, the name in lower case.
    let party: UInt32?
    /// The state for which they speak, or which speaks itself.
    let state: UInt32?
    /// What statements of the same speaker may be found under: people by the last word of the party's name.
    let blocks: [UInt64]
    private let isPerson: Bool
    /// The words of a person's name in lower case, without titles that stand before it.
    private let names: [String]

    init(of statement: String, named name: String?, in directory: PartyDirectory, _ numbers: inout WordNumbers) {
        let speaker = directory.party(.speaker, of: statement)
        let state = directory.party(.state, of: statement) ?? (speaker?.kind == .state ? speaker : nil)
        isPerson = speaker?.kind == .person
        names = isPerson ? ContentWords.words(speaker?.name ?? "") : []
        party = (speaker?.id ?? name?.lowercased()).map { numbers.number(of: $0) }
        self.state = state.map { numbers.number(of: $0.id) }
        let block = names.last.map { "name " + $0 } ?? speaker?.id ?? name?.lowercased()
        blocks = [block, block == state?.id ? nil : state?.id].compactMap { $0.map(FNV1a.hash) }
    }

    /// Whether the words of the name end the other's: *Lloyd George*, *David Lloyd George*; *Rosa Melin*, *Inspector Rosa Melin*.
    ///
    /// Two such people are two parties where something tells them apart, and where nothing does; who says the same on the same
    /// day under a part of the name is taken for the same.
    private func isShort(_ other: SpeakerKey) -> Bool {
        names.count > 1 && names.count < other.names.count && other.names.hasSuffix(names)
            && (state == nil || other.state == nil || state == other.state)
    }

    /// Whether both can be one act of speech: of one party, or of a state and of one who speaks for it; never of two people.
    func fits(_ other: SpeakerKey) -> Bool {
        if let party, party == other.party { return true }
        if isPerson, other.isPerson { return isShort(other) || other.isShort(self) }
        return state != nil && state == other.state
    }
}

extension [String] {
    fileprivate func hasSuffix(_ words: [String]) -> Bool { suffix(words.count) == words[...] }
}
