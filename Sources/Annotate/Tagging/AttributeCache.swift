/// Parts of speech, features and lemmas of the tokens of a text, by ruler and lemmatizer; each combination of text, tag and
/// label is worked out once.
final class AttributeCache {
    /// A token's attributes with its lemma as a number of ``lemmas``.
    struct Entry {
        var attributes: TokenAttributes
        var lemma: Int32
        /// Rules of two tokens that the token may begin.
        var first: [Int]
        fileprivate var alone: [Int]
    }

    private static let most = 1 << 16

    private let ruler: AttributeRuler
    private let lemmatizer: Lemmatizer
    private let vocabulary: Vocabulary
    private var entries: [UInt64: Entry] = [:]
    private(set) var lemmas: [String] = []
    private var numbers: [ExactString: Int32] = [:]

    init(_ ruler: AttributeRuler, _ lemmatizer: Lemmatizer, _ vocabulary: Vocabulary) {
        self.ruler = ruler
        self.lemmatizer = lemmatizer
        self.vocabulary = vocabulary
    }

    var isFull: Bool { entries.count > Self.most || lemmas.count > Self.most }

    func forget() {
        entries.removeAll(keepingCapacity: true)
        lemmas.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
    }

    /// The attributes of every token.
    func attributes(_ tokens: [RawToken], tags: [UInt8], arcs: [Arc]) -> [Entry] {
        var found = tokens.indices.map { entry(tokens[$0], tags[$0], arcs[$0].label) }
        var extra: [Int: [Int]] = [:]
        for index in found.indices.dropLast() where !found[index].first.isEmpty {
            let next = vocabulary.lexemes[Int(tokens[index + 1].lexeme)]
            for rule in found[index].first
            where ruler.holdsSecond(rule, next, tags[index + 1], arcs[index + 1].label) {
                extra[index + ruler.target(rule), default: []].append(rule)
            }
        }
        for (index, rules) in extra {
            found[index] = entry(
                tokens[index], tags[index], arcs[index].label, alone: found[index].alone + rules,
                first: found[index].first)
        }
        return found
    }

    private func entry(_ token: RawToken, _ tag: UInt8, _ label: UInt16) -> Entry {
        let key = UInt64(UInt32(bitPattern: token.lexeme)) << 32 | UInt64(tag) << 16 | UInt64(label)
        if let entry = entries[key] { return entry }
        let (alone, first) = ruler.matches(vocabulary.lexemes[Int(token.lexeme)], tag, label)
        let entry = entry(token, tag, label, alone: alone, first: first)
        entries[key] = entry
        return entry
    }

    private func entry(_ token: RawToken, _ tag: UInt8, _ label: UInt16, alone: [Int], first: [Int]) -> Entry {
        let attributes = ruler.attributes(tag, label, after: alone)
        let lemma =
            attributes.lemma.flatMap { $0.isEmpty ? nil : $0 }
            ?? lemmatizer.lemma(
                of: vocabulary.lexemes[Int(token.lexeme)],
                partOfSpeech: ruler.partsOfSpeech[Int(attributes.partOfSpeech)],
                morphology: ruler.morphologies[Int(attributes.morphology)])
        return Entry(attributes: attributes, lemma: number(of: lemma), first: first, alone: alone)
    }

    private func number(of lemma: String) -> Int32 {
        if let number = numbers[ExactString(lemma)] { return number }
        let number = Int32(lemmas.count)
        lemmas.append(lemma)
        numbers[ExactString(lemma)] = number
        return number
    }
}
