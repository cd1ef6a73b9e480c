import DemarcheRecords

/// Who says something, as far as telling acts of speech apart needs it.
struct SpeakerKey: Sendable {
    /// The party; where it is not known, the name in lower case.
    var party: String?
    /// The state for which they speak, or which speaks itself.
    var state: String?
    var isPerson: Bool
    /// The words of a person's name in lower case, without titles that stand before it.
    var names: [String] = []

    init(of statement: String, named name: String?, in directory: PartyDirectory) {
        let speaker = directory.party(.speaker, of: statement)
        party = speaker?.id ?? name?.lowercased()
        state = directory.party(.state, of: statement)?.id ?? (speaker?.kind == .state ? speaker?.id : nil)
        isPerson = speaker?.kind == .person
        if isPerson { names = ContentWords.words(speaker?.name ?? "") }
    }

    /// What statements of the same speaker may be found under: people by the last word of the party's name.
    var blocks: [String] {
        let speaker = names.last.map { "name " + $0 } ?? party
        return [speaker, state].compactMap(\.self).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
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
        guard let state, state == other.state else { return false }
        return true
    }
}

extension [String] {
    fileprivate func hasSuffix(_ words: [String]) -> Bool { suffix(words.count) == words[...] }
}
