/// Whether what an expression dates is behind or ahead, as the words around it tell.
enum Tense: Sendable {
    case past, future
}

extension AnnotatedText {
    /// The tense of the clause that the tokens stand in: of the nearest verb above them, or of a word such as *scheduled*
    /// on the way to it. Nil when neither tells.
    func tense(at range: Range<Int>, isHeading: Bool) -> Tense? {
        guard var index = range.first(where: { !range.contains(Int(tokens[$0].head)) }) ?? range.first else {
            return nil
        }
        let isOwned = relation(of: tokens[index]) == .poss
        for _ in 0..<12 {
            let head = Int(tokens[index].head)
            if head == index { return nil }
            index = head
            if Self.scheduled.contains(lemma(of: tokens[index])) { return .future }
            if Self.bounding.contains(lemma(of: tokens[index])) { return nil }
            if wordClass(of: tokens[index]) == .verb || wordClass(of: tokens[index]) == .auxiliary {
                switch tense(ofVerb: index, isPresentPast: isHeading || isOwned) {
                case .told(let tense): return tense
                case .open: return nil
                case .none: break
                }
            }
        }
        return nil
    }

    /// What reaches beyond the time of its verb: *put off until January*.
    private static let bounding: Set<String> = ["until", "till", "by"]

    /// What a verb tells: a tense; that it is open; or nothing by itself, so that the verb above is asked.
    private enum Told {
        case told(Tense)
        case open
    }

    private static let scheduled: Set<String> = [
        "schedule", "scheduled", "due", "plan", "planned", "slate", "slated", "expect", "expected", "upcoming", "ahead",
        "postpone", "deadline",
    ]

    /// - Parameter isPresentPast: whether the present tells of what has been, as in a headline, and of *Monday’s vote stands*.
    private func tense(ofVerb verb: Int, isPresentPast: Bool) -> Told? {
        let auxiliaries = auxiliaries(of: verb)
        if auxiliaries.contains(where: { Self.future.contains($0) }) {
            return auxiliaries.contains("have") ? .open : .told(.future)
        }
        if auxiliaries.contains(where: { Self.past.contains($0) }) { return .told(.past) }
        switch tag(of: tokens[verb]) {
        case "VBD": return .told(.past)
        case "VBN": return auxiliaries.isEmpty ? .told(.past) : .open
        case "VBG": return auxiliaries.isEmpty ? nil : .told(.future)
        case "VBZ", "VBP":
            return isPresentPast || Self.reporting.contains(lemma(of: tokens[verb])) ? .told(.past) : .told(.future)
        default: return nil
        }
    }

    private static let future: Set<String> = [
        "will", "'ll", "’ll", "wo", "shall", "would", "should", "may", "might", "could", "can", "must", "to",
    ]
    private static let past: Set<String> = ["had", "has", "have", "was", "were", "did", "'ve", "’ve", "’d", "'d"]
    private static let reporting: Set<String> = [
        "say", "tell", "report", "be", "have", "know", "show", "mark", "remain",
    ]

    private func auxiliaries(of verb: Int) -> [String] {
        let first = max(Int(tokens[verb].leftEdge), verb - 8)
        return (first..<max(first, verb)).filter {
            Int(tokens[$0].head) == verb && [.aux, .auxpass].contains(relation(of: tokens[$0]))
        }.map { words(of: tokens[$0]).lowercased() }
    }
}
