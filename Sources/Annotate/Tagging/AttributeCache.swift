/// Parts of speech, features and lemmas of the tokens of a text, by ruler and lemmatizer; each combination of text, tag and
/// label is worked out once.
final class AttributeCache {
    /// A token's attributes with its lemma as a number of ``lemmas``.
    struct Entry {
        var attributes: TokenAttributes
        var lemma: Int32
        /// Whether the token may begin a match of a rule of two tokens.
        var mayBeginPair: Bool
    }

    private static let most = 1 << 16

    private let ruler: AttributeRuler
    private let lemmatizer: Lemmatizer
    private let vocabulary: Vocabulary
    private var places: [UInt64: Int] = [:]
    private var entries: [Entry] = []
    /// For each entry the rules of one token that match, and the rules of two that may begin.
    private var matches: [(alone: [Int], first: [Int])] = []
    private(set) var lemmas: [String] = []
    private var numbers: [ExactString: Int32] = [:]

    init(_ ruler: AttributeRuler, _ lemmatizer: Lemmatizer, _ vocabulary: Vocabulary) {
        self.ruler = ruler
        self.lemmatizer = lemmatizer
        self.vocabulary = vocabulary
    }

    var isFull: Bool { entries.count > Self.most || lemmas.count > Self.most }

    func forget() {
        places.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
        matches.removeAll(keepingCapacity: true)
        lemmas.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
    }

    /// The attributes of every token.
    func attributes(_ tokens: [RawToken], tags: [UInt8], arcs: [Arc]) -> [Entry] {
        let places = tokens.indices.map { place(tokens[$0], tags[$0], arcs[$0].label) }
        var found = places.map { entries[$0] }
        for (index, rules) in pairs(tokens, tags, arcs, places) {
            let alone = matches[places[index]].alone
            found[index] = entry(tokens[index], tags[index], arcs[index].label, alone + rules, first: [])
        }
        return found
    }

    /// For each token that a match of two tokens changes, the rules.
    private func pairs(
        _ tokens: [RawToken], _ tags: [UInt8], _ arcs: [Arc], _ places: [Int]
    ) -> [Int: [Int]] {
        var found: [Int: [Int]] = [:]
        for index in places.indices.dropLast() where entries[places[index]].mayBeginPair {
            let next = vocabulary.lexemes[Int(tokens[index + 1].lexeme)]
            for rule in matches[places[index]].first
            where ruler.holdsSecond(rule, next, tags[index + 1], arcs[index + 1].label) {
                found[index + ruler.target(rule), default: []].append(rule)
            }
        }
        return found
    }

    private func place(_ token: RawToken, _ tag: UInt8, _ label: UInt16) -> Int {
        let key = UInt64(UInt32(bitPattern: token.lexeme)) << 32 | UInt64(tag) << 16 | UInt64(label)
        if let place = places[key] { return place }
        let matched = ruler.matches(vocabulary.lexemes[Int(token.lexeme)], tag, label)
        entries.append(entry(token, tag, label, matched.alone, first: matched.first))
        matches.append(matched)
        places[key] = entries.count - 1
        return entries.count - 1
    }

    private func entry(_ token: RawToken, _ tag: UInt8, _ label: UInt16, _ alone: [Int], first: [Int]) -> Entry {
        let attributes = ruler.attributes(tag, label, after: alone)
        let lemma =
            attributes.lemma.flatMap { $0.isEmpty ? nil : $0 }
            ?? lemmatizer.lemma(
                of: vocabulary.lexemes[Int(token.lexeme)],
                partOfSpeech: ruler.partsOfSpeech[Int(attributes.partOfSpeech)],
                morphology: ruler.morphologies[Int(attributes.morphology)])
        return Entry(attributes: attributes, lemma: number(of: lemma), mayBeginPair: !first.isEmpty)
    }

    private func number(of lemma: String) -> Int32 {
        if let number = numbers[ExactString(lemma)] { return number }
        let number = Int32(lemmas.count)
        lemmas.append(lemma)
        numbers[ExactString(lemma)] = number
        return number
    }
}
