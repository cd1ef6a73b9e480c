import DemarcheAnnotate
import DemarcheSourceText

/// What stands between a cue and the quotation behind it, and so whether the quotation is the cue's.
///
/// - nothing, a comma or a colon: `said: “…”`, `said, “…”`
/// - whoever was told, before a comma or a colon: `told reporters on Monday, “…”`
/// - a clause of the reporter's with *that*, with *to*, or with neither: `warned that it would be “…”`,
///   `offered to give “…”`, `said his government would give “…”`
/// - what is described: `called the plan “…”`
/// - *the words*: `ended with the words “…”`
struct Link {
    /// Where the content begins when the reporter's words belong to it.
    private let clauseStart: Int?
    private let verb: Int
    var isClause: Bool { clauseStart != nil }

    /// Nil when the words in between do not hand the quotation to the cue.
    init?(_ clauses: Clauses, verb: Int, quotation: Int) {
        self.verb = verb
        let between = verb + 1..<quotation
        let last = between.last.map { clauses.elements[$0] }
        let isOpened = last.map { $0.isMark && [",", ":"].contains($0.lower) } ?? true
        if last?.lower == ":" || isOpened && Self.isAddressee(clauses, between), !Self.hasClause(clauses, verb, between)
        {
            clauseStart = nil
        } else if let start = Self.clauseStart(clauses, verb, between) {
            clauseStart = start
        } else if Self.isDescription(clauses, verb, between) || Self.isWording(clauses, between) {
            clauseStart = nil
        } else {
            return nil
        }
    }

    private static func hasClause(_ clauses: Clauses, _ verb: Int, _ between: Range<Int>) -> Bool {
        clauses.elements[between].last?.lower != ":" && clauseStart(clauses, verb, between) != nil
    }

    /// Where a clause of content begins between the cue and the quotation.
    private static func clauseStart(_ clauses: Clauses, _ verb: Int, _ between: Range<Int>) -> Int? {
        if let that = between.first(where: { clauses.elements[$0].lower == "that" }),
            isAddressee(clauses, verb + 1..<that)
        {
            return that + 1
        }
        guard let lemma = clauses.lexicon.cues[clauses.elements[verb].lower]?.lemma else { return nil }
        if infinitive.contains(lemma), let to = between.first(where: { clauses.elements[$0].lower == "to" }),
            to <= verb + 6,
            isAddressee(clauses, between)
        {
            return to
        }
        guard clausal.contains(lemma), let first = between.first, between.count > 2,
            beginsClause(clauses.elements[first]),
            isAddressee(clauses, between)
        else { return nil }
        return first
    }

    /// Verbs whose clause goes without *that*.
    private static let clausal: Set<String> = [
        "say", "claim", "add", "argue", "believe", "think", "insist", "warn", "declare", "predict", "suggest",
        "maintain",
    ]
    /// Verbs whose content is an infinitive.
    private static let infinitive: Set<String> = [
        "offer", "promise", "vow", "pledge", "threaten", "urge", "demand", "propose", "agree",
    ]

    private static func beginsClause(_ element: Element) -> Bool {
        element.isCapitalized
            || ["the", "his", "her", "its", "their", "he", "she", "it", "they", "there", "a", "an", "no"].contains(
                element.lower)
    }

    /// `reporters on Wednesday`: no finite cue of its own, no semicolon.
    private static func isAddressee(_ clauses: Clauses, _ range: Range<Int>) -> Bool {
        range.count <= 40
            && range.allSatisfy { index in
                let element = clauses.elements[index]
                let isBreak =
                    element.isMark && (element.lower == ";" || element.lower == ":" && index + 1 < range.upperBound)
                return element.quotation == nil && clauses.cue(at: index, forms: [.finite]) == nil && !isBreak
            }
    }

    /// `called the plan “reckless”`, `described it as “reckless”`, and a verb right in front: `proposed “a pause”`.
    private static func isDescription(_ clauses: Clauses, _ verb: Int, _ range: Range<Int>) -> Bool {
        range.isEmpty
            || clauses.characterizes(at: verb) && range.count <= 10
                && range.allSatisfy { clauses.elements[$0].isWord && clauses.cue(at: $0) == nil }
    }

    /// `with the words “…”`
    private static func isWording(_ clauses: Clauses, _ range: Range<Int>) -> Bool {
        guard range.count <= 8, let last = range.last else { return false }
        return ["words", "phrase", "sentence", "message"].contains(clauses.elements[last].lower)
    }

    /// The content with the reporter's words in it, nil when the quotation alone is the content.
    func content(_ clauses: Clauses, through quotation: Int) -> TextSpan? {
        guard let clauseStart, clauses.elements[clauseStart].quotation == nil,
            let end = clauses.quotations[quotation].outer.last?.end
        else { return nil }
        return TextSpan(clauses.elements[clauseStart].span.start, end)
    }

    /// Whether the quotation is only a part of the reporter's sentence: it begins small, or stands in the middle.
    func isPartial(_ clauses: Clauses, _ index: Int) -> Bool {
        guard clauseStart == nil, let quotation = clauses.elements[index].quotation,
            let piece = clauses.quotations[quotation].pieces.first
        else { return false }
        let beginsSmall = clauses.passage.text[piece].first?.isLowercase == true
        let isWord = index > 0 && clauses.elements[index - 1].isWord
        return beginsSmall || isWord && (verb + 1 < index || clauses.passage.sentenceEnd(of: index) > index + 2)
    }
}
