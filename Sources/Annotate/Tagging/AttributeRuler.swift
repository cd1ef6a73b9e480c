internal import Foundation

/// What the rules and the lemma tables make of a token's text, tag and label.
struct TokenAttributes: Sendable, Equatable {
    var tag: UInt8
    var label: UInt16
    /// An index into ``AttributeRuler/partsOfSpeech``.
    var partOfSpeech: UInt8 = 0
    /// An index into ``AttributeRuler/morphologies``.
    var morphology: UInt16 = 0
    /// Set by a rule; else the lemmatizer's turn.
    var lemma: String?
}

/// spaCy's attribute ruler: gives universal parts of speech and features by tag, text and label, and lemmas to a few words.
///
/// All rules are matched on what tagger and parser left; then the matches apply in the order of the rules, later ones over
/// earlier ones.
struct AttributeRuler: Sendable {
    /// Universal parts of speech; the first is none.
    let partsOfSpeech: [String]
    /// Features such as `Number=Sing|Person=3`; the first is empty.
    let morphologies: [String]
    /// The parser's labels and those that rules give.
    let labels: [String]
    private let rules: [Rule]
    /// For each tag the rules whose first token may have it.
    private let rulesByTag: [[Int]]

    private struct Rule: Sendable {
        let target: Int
        let pattern: [[Condition]]
        let effects: [Effect]
    }

    private enum Effect: Sendable {
        case tag(UInt8)
        case label(UInt16)
        case partOfSpeech(UInt8)
        case morphology(UInt16)
        case lemma(String)
    }

    private enum Condition: Sendable {
        case tags(Set<UInt8>, isIn: Bool)
        case labels(Set<UInt16>, isIn: Bool)
        case lower(Set<ExactString>, isIn: Bool)
        case lowerMatches(NSRegularExpression)
        case isSpace(Bool)

        func admits(tag: UInt8) -> Bool {
            if case .tags(let tags, let isIn) = self { tags.contains(tag) == isIn } else { true }
        }

        func holds(_ lexeme: Lexeme, _ tag: UInt8, _ label: UInt16) -> Bool {
            switch self {
            case .tags(let tags, let isIn): tags.contains(tag) == isIn
            case .labels(let labels, let isIn): labels.contains(label) == isIn
            case .lower(let words, let isIn): words.contains(ExactString(lexeme.lower)) == isIn
            case .lowerMatches(let pattern):
                pattern.firstMatch(in: lexeme.lower, range: NSRange(0..<lexeme.lower.utf16.count)) != nil
            case .isSpace(let isSpace): lexeme.isSpace == isSpace
            }
        }
    }

    init(_ file: ModelFile, tags: [String], labels: [String]) throws(ModelError) {
        var reader = RuleReader(tags: tags, labels: labels)
        var rules: [Rule] = []
        for line in try file.strings("rules") {
            guard let rule = reader.rule(line) else { throw file.invalid("rules") }
            rules.append(rule)
        }
        self.rules = rules
        rulesByTag = tags.indices.map { tag in
            rules.indices.filter { rule in rules[rule].pattern[0].allSatisfy { $0.admits(tag: UInt8(tag)) } }
        }
        partsOfSpeech = reader.partsOfSpeech
        morphologies = reader.morphologies
        self.labels = reader.labels
    }

    /// The rules that a token of its own fulfils, and those of two tokens that it may begin.
    func matches(_ lexeme: Lexeme, _ tag: UInt8, _ label: UInt16) -> (alone: [Int], first: [Int]) {
        let fulfilled = rulesByTag[Int(tag)].filter { index in
            rules[index].pattern[0].allSatisfy { $0.holds(lexeme, tag, label) }
        }
        return (
            fulfilled.filter { rules[$0].pattern.count == 1 }, fulfilled.filter { rules[$0].pattern.count == 2 }
        )
    }

    /// Whether a token fulfils the second half of a rule of two tokens.
    func holdsSecond(_ rule: Int, _ lexeme: Lexeme, _ tag: UInt8, _ label: UInt16) -> Bool {
        rules[rule].pattern[1].allSatisfy { $0.holds(lexeme, tag, label) }
    }

    /// Which token of its match a rule of two tokens changes.
    func target(_ rule: Int) -> Int { rules[rule].target }

    /// The attributes after the rules, whose indices may come in any order.
    func attributes(_ tag: UInt8, _ label: UInt16, after matched: [Int]) -> TokenAttributes {
        var attributes = TokenAttributes(tag: tag, label: label)
        for rule in matched.sorted() {
            for effect in rules[rule].effects {
                switch effect {
                case .tag(let tag): attributes.tag = tag
                case .label(let label): attributes.label = label
                case .partOfSpeech(let part): attributes.partOfSpeech = part
                case .morphology(let morphology): attributes.morphology = morphology
                case .lemma(let lemma): attributes.lemma = lemma
                }
            }
        }
        return attributes
    }

    /// Reads the lines of ``SpacyRules``, and gathers the values that rules set.
    private struct RuleReader {
        let tags: [String]
        var labels: [String]
        var partsOfSpeech = [""]
        var morphologies = [""]

        mutating func rule(_ line: String) -> Rule? {
            let fields = line.unicodeScalars.split(separator: "\u{1D}", omittingEmptySubsequences: false).map {
                String($0)
            }
            guard fields.count == 4 || fields.count == 5, let index = Int(fields[1])
            else { return nil }
            let pattern = fields[3...].map(conditions)
            let effects = fields[2].unicodeScalars.split(separator: "\u{1E}").map { effect(String($0)) }
            let target = index < 0 ? pattern.count + index : index
            guard !pattern.contains(where: { $0 == nil }), !effects.contains(where: { $0 == nil }),
                pattern.indices.contains(target)
            else { return nil }
            return Rule(
                target: target, pattern: pattern.compactMap(\.self), effects: effects.compactMap(\.self))
        }

        private mutating func effect(_ text: String) -> Effect? {
            guard let equals = text.firstIndex(of: "=") else { return nil }
            let value = String(text[text.index(after: equals)...])
            switch text[..<equals] {
            case "POS": return UInt8(exactly: Self.number(value, in: &partsOfSpeech)).map(Effect.partOfSpeech)
            case "MORPH":
                return UInt16(exactly: Self.number(value == "_" ? "" : value, in: &morphologies)).map(Effect.morphology)
            case "LEMMA": return .lemma(value)
            case "TAG": return tags.firstIndex(of: value).map { .tag(UInt8($0)) }
            case "DEP": return UInt16(exactly: Self.number(value, in: &labels)).map(Effect.label)
            default: return nil
            }
        }

        private static func number(_ value: String, in values: inout [String]) -> Int {
            if let known = values.firstIndex(of: value) { return known }
            values.append(value)
            return values.count - 1
        }

        private func conditions(_ text: String) -> [Condition]? {
            let conditions = text.unicodeScalars.split(separator: "\u{1E}").map { condition(String($0)) }
            return conditions.contains { $0 == nil } ? nil : conditions.compactMap(\.self)
        }

        private func condition(_ text: String) -> Condition? {
            let fields = text.unicodeScalars.split(separator: "\u{1F}", omittingEmptySubsequences: false).map {
                String($0)
            }
            guard fields.count > 2, ["==", "IN", "NOT_IN", "REGEX"].contains(fields[1]) else { return nil }
            let (values, isIn) = (Set(fields[2...]), fields[1] != "NOT_IN")
            if fields[1] == "REGEX" {
                guard fields[0] == "LOWER", let pattern = try? NSRegularExpression(pattern: fields[2]) else {
                    return nil
                }
                return .lowerMatches(pattern)
            }
            switch fields[0] {
            case "TAG":
                return .tags(Set(tags.indices.filter { values.contains(tags[$0]) }.map { UInt8($0) }), isIn: isIn)
            case "DEP":
                return .labels(
                    Set(labels.indices.filter { values.contains(labels[$0]) }.map { UInt16($0) }), isIn: isIn)
            case "LOWER": return .lower(Set(values.map(ExactString.init)), isIn: isIn)
            case "IS_SPACE": return .isSpace(values == ["1"])
            default: return nil
            }
        }
    }
}
