import DemarcheRecords
import DemarcheSourceText

/// The words of a proposal parted into who acts and what is done.
///
/// Who acts is the subject before a modal verb (*Ruritania should leave*), or whoever stands between the words of the stance and the
/// proposal (*urged Ruritania to leave*), or the party itself where it plans, refuses or promises.
struct ProposalPhrase: Sendable {
    /// A name, or a word in lower case.
    enum Item: Sendable, Hashable {
        case name(String)
        case word(String)
    }

    /// What is done, without the subject.
    let matter: [Item]
    let agent: ProposedAct.Agent?
    /// Whether the words of the stance stand in the proposal, *must never leave*, so that a *never* there is told already.
    let isStanceInside: Bool
    /// The words before those of the stance.
    let beforeStance: String
    /// The words before the proposal or the stance, and those between the two.
    let before: String

    /// Nil where the words begin a condition or have nothing in them.
    init?(_ position: Position) {
        let (cue, proposal) = (position.cue, position.proposal.evidence)
        let all = Self.items(proposal.exact)
        guard let first = all.first, !Self.isCondition(all) else { return nil }
        let between = Self.between(cue, proposal)
        let subject = all.prefix(8).prefix { !Self.isModal($0) }
        let hasSubject =
            !subject.isEmpty && subject.count < min(8, all.count) && !subject.contains(where: Self.endsSubject)
        matter = hasSubject ? Array(all.dropFirst(subject.count)) : all
        isStanceInside =
            cue.span.overlaps(proposal.span)
            || first == .word("not") && [.opposes, .rulesOut].contains(position.stance)
        beforeStance = cue.prefix
        before = (cue.span.start < proposal.span.start ? cue.prefix : proposal.prefix) + " " + between
        let addressee = Self.items(between)
        if hasSubject {
            agent = Self.named(Array(subject))
        } else if let somebody = Self.named(addressee.filter(Self.isSomebody)) {
            agent = somebody
        } else if case .word(let word) = first, !ProposalWords.english.has(word, as: .light),
            position.stance == .rulesOut || Self.isOwn(cue.exact + " " + between)
        {
            agent = .own
        } else {
            agent = nil
        }
    }

    // MARK: Items

    /// Names are runs that the tables of states and bodies know, other capitalised words, and abbreviations.
    static func items(_ text: String) -> [Item] {
        let parts = words(text).flatMap(split)
        let folded = parts.map { FoldedName.of($0) }
        var items: [Item] = []
        var place = 0
        while place < parts.count {
            let (name, length) = known(folded[place...]) ?? (nil, 1)
            if let name {
                items.append(.name(name))
            } else if isName(parts[place], isFirst: place == 0) {
                items.append(.name(folded[place]))
            } else if !folded[place].isEmpty {
                items.append(.word(folded[place]))
            }
            place += length
        }
        return items
    }

    /// Letters, digits and what stands inside of words; apostrophes are straight.
    private static func words(_ text: String) -> [String] {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            return text.utf8.split { !isOfWord($0) }.map { String(decoding: $0, as: UTF8.self) }
        }
        return text.split { !$0.isLetter && !$0.isNumber && !"-.’'".contains($0) }
            .map { $0.contains("’") ? String($0).replacing("’", with: "'") : String($0) }
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "-.'".utf8.contains(byte)
    }

    /// Without the genitive; *won't* is *wo* and *n't*.
    private static func split(_ word: String) -> [String] {
        if word.hasSuffix("n't") { return [String(word.dropLast(3)), "n't"] }
        return [word.hasSuffix("'s") ? String(word.dropLast(2)) : word]
    }

    private static func known(_ words: ArraySlice<String>) -> (String?, Int)? {
        guard let first = words.first,
            StateTable.shared.openers.contains(first) || BodyTable.shared.openers.contains(first)
        else { return nil }
        for length in stride(from: min(4, words.count), through: 1, by: -1) {
            let run = words.prefix(length).joined(separator: " ")
            if let state = StateTable.shared.word(run) { return (state.code, length) }
            if let body = BodyTable.shared.body(run) { return (FoldedName.of(body.name), length) }
        }
        return nil
    }

    private static func isName(_ part: String, isFirst: Bool) -> Bool {
        let capitals = part.filter(\.isUppercase).count
        return part.count > 1 && (isFirst ? capitals > 1 : part.first?.isUppercase == true)
    }

    // MARK: Readings

    private static func between(_ cue: Evidence, _ proposal: Evidence) -> String {
        let gap = proposal.span.start - cue.span.end
        return gap > 0 && gap < proposal.prefix.utf8.count
            ? String(decoding: proposal.prefix.utf8.suffix(gap), as: UTF8.self) : ""
    }

    private static func isCondition(_ items: [Item]) -> Bool {
        let opening = items.prefix(2)
        return items.first.map { [.word("if"), .word("unless"), .word("whether"), .word("when")].contains($0) } ?? true
            || opening.first == .word("should") || opening.starts(with: [.word("that"), .word("should")])
    }

    private static func isModal(_ item: Item) -> Bool {
        guard case .word(let word) = item else { return false }
        return modals.contains(word)
    }

    /// A preposition or an undoing word: what stands before the verb is no plain subject.
    private static func endsSubject(_ item: Item) -> Bool {
        guard case .word(let word) = item else { return false }
        return prepositions.contains(word) || ProposalWords.english.has(word, as: .undoing)
    }

    private static func isSomebody(_ item: Item) -> Bool {
        guard case .word(let word) = item else { return true }
        let words = ProposalWords.english
        return ![.light, .proposal, .undoing, .own].contains { words.has(word, as: $0) }
    }

    private static func named(_ items: [Item]) -> ProposedAct.Agent? {
        let name = items.last {
            if case .name = $0 { true } else { false }
        }
        switch name ?? items.last {
        case .name(let name): return .named(name)
        case .word(let word): return .named(word)
        case nil: return nil
        }
    }

    private static func isOwn(_ text: String) -> Bool {
        ContentWords.words(text).contains { ProposalWords.english.has($0, as: .own) }
    }

    private static let modals: Set<String> = [
        "should", "must", "will", "would", "can", "cannot", "could", "may", "shall", "ought", "might", "is", "are",
    ]
    private static let prepositions: Set<String> = ["of", "in", "on", "to", "for", "with", "from", "at", "by", "about"]
}
