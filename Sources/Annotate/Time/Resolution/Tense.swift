/// Whether what an expression dates is behind or ahead, as the words around it tell.
enum Tense: Sendable {
    case past, future
}

extension AnnotatedText {
    /// The tense of the clause that the tokens stand in: of the nearest verb above them, or of a word such as *scheduled*
    /// on the way to it. Nil when neither tells.
    func tense(at range: Range<Int>, isHeading: Bool) -> Tense? {
        guard var index = range.first(where: { !range.contains(Int(tokens[$0].head)) }) ?? range.first else { return nil }
        for _ in 0..<12 {
            let head = Int(tokens[index].head)
            if head == index { return nil }
            index = head
            if Self.scheduled.contains(lemma(of: tokens[index])) { return .future }
            if wordClass(of: tokens[index]) == .verb || wordClass(of: tokens[index]) == .auxiliary {
                if let tense = tense(ofVerb: index, isHeading: isHeading) { return tense }
            }
        }
        return nil
    }

    private static let scheduled: Set<String> = [
        "schedule", "scheduled", "due", "plan", "planned", "slate", "slated", "expect", "expected", "upcoming", "ahead",
        "postpone", "until", "deadline",
    ]

    private func tense(ofVerb verb: Int, isHeading: Bool) -> Tense? {
        let auxiliaries = auxiliaries(of: verb)
        if auxiliaries.contains(where: { Self.future.contains($0) }) {
            return auxiliaries.contains("have") ? nil : .future
        }
        if auxiliaries.contains(where: { Self.past.contains($0) }) { return .past }
        switch tag(of: tokens[verb]) {
        case "VBD": return .past
        case "VBN": return auxiliaries.isEmpty ? .past : nil
        case "VB": return auxiliaries.contains("to") ? .future : nil
        case "VBG": return auxiliaries.isEmpty ? nil : .future
        case "VBZ", "VBP": return isHeading || Self.reporting.contains(lemma(of: tokens[verb])) ? .past : .future
        default: return nil
        }
    }

    private static let future: Set<String> = ["will", "'ll", "’ll", "wo", "shall", "would", "may", "might", "could", "to"]
    private static let past: Set<String> = ["had", "has", "have", "was", "were", "did", "'ve", "’ve", "’d", "'d"]
    private static let reporting: Set<String> = ["say", "tell", "report", "be", "have", "know", "show", "mark", "remain"]

    private func auxiliaries(of verb: Int) -> [String] {
        let first = max(Int(tokens[verb].leftEdge), verb - 8)
        return (first..<max(first, verb)).filter {
            Int(tokens[$0].head) == verb && [.aux, .auxpass].contains(relation(of: tokens[$0]))
        }.map { words(of: tokens[$0]).lowercased() }
    }
}
