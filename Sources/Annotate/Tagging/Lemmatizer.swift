/// spaCy's rule lemmatizer for English: exceptions, then endings taken off or replaced until a word of WordNet's index
/// stands there (the method of WordNet's morphy).
struct Lemmatizer: Sendable {
    /// The parts of speech that have tables.
    static let classes = ["adj", "adv", "noun", "punct", "verb"]

    private struct Tables: Sendable {
        let rules: [(old: String, new: String)]
        let exceptions: [ExactString: [String]]
        let index: HashSet64
    }

    private let tables: [String: Tables]

    init(_ file: ModelFile) throws(ModelError) {
        var tables: [String: Tables] = [:]
        for (number, name) in Self.classes.enumerated() {
            let endings = try file.strings("lemma.rules.\(number)")
            guard endings.count % 2 == 0 else { throw file.invalid("lemma.rules.\(number)") }
            let rules = stride(from: 0, to: endings.count, by: 2).map { (old: endings[$0], new: endings[$0 + 1]) }
            var exceptions: [ExactString: [String]] = [:]
            for line in try file.strings("lemma.exceptions.\(number)") {
                let words = line.unicodeScalars.split(separator: "\u{1F}", omittingEmptySubsequences: false).map {
                    String($0)
                }
                exceptions[ExactString(words[0])] = Array(words.dropFirst())
            }
            let index = try HashSet64(file, "lemma.index.\(number)")
            tables[name] = Tables(rules: rules, exceptions: exceptions, index: index)
        }
        self.tables = tables
    }

    /// The id of a word in the index.
    static func key(_ word: String) -> UInt64 {
        var word = word
        return max(1, word.withUTF8 { StringHash.murmur64A(UnsafeRawBufferPointer($0), seed: 1) })
    }

    func lemma(of lexeme: Lexeme, partOfSpeech: String, morphology: String) -> String {
        let part = partOfSpeech.lowercased()
        if part.isEmpty || part == "space" || part == "eol" { return lexeme.lower }
        if Self.isBaseForm(part, morphology) { return lexeme.lower }
        guard let tables = tables[part] else { return part == "propn" ? lexeme.text : lexeme.lower }
        return lemma(of: lexeme, tables)
    }

    /// Whether the features say that the word is its own lemma.
    private static func isBaseForm(_ part: String, _ morphology: String) -> Bool {
        let features = Set(morphology.split(separator: "|"))
        func has(_ feature: Substring) -> Bool { features.contains(feature) }
        switch part {
        case "noun" where has("Number=Sing"), "verb" where has("VerbForm=Inf"), "adj" where has("Degree=Pos"):
            return true
        case "verb" where has("VerbForm=Fin") && has("Tense=Pres") && !morphology.contains("Number="): return true
        default: return has("VerbForm=Inf") || has("VerbForm=None") || has("Degree=Pos")
        }
    }

    private func lemma(of lexeme: Lexeme, _ tables: Tables) -> String {
        var (forms, unknown): ([String], [String]) = ([], [])
        for (old, new) in tables.rules where lexeme.lower.utf8.suffix(old.utf8.count).elementsEqual(old.utf8) {
            let form = String(decoding: lexeme.lower.utf8.dropLast(old.utf8.count), as: UTF8.self) + new
            if form.isEmpty { continue }
            if tables.index.contains(Self.key(form)) {
                forms.insert(form, at: 0)
            } else if !form.unicodeScalars.allSatisfy(\.isLetter) {
                forms.append(form)
            } else {
                unknown.append(form)
            }
        }
        var seen: Set<ExactString> = []
        forms = forms.filter { seen.insert(ExactString($0)).inserted }
        for form in tables.exceptions[ExactString(lexeme.lower)] ?? []
        where seen.insert(ExactString(form)).inserted { forms.insert(form, at: 0) }
        return forms.first ?? unknown.first ?? lexeme.text
    }
}

/// A set of 64-bit numbers other than 0 that lies in a model file, as open addressing in twice as many slots and more.
struct HashSet64: Sendable {
    private let slots: MappedNumbers<UInt64>

    init(_ file: ModelFile, _ name: String) throws(ModelError) {
        slots = try file.numbers(name, of: UInt64.self)
        guard slots.count > 0, slots.count & (slots.count - 1) == 0,
            (0..<slots.count).contains(where: { slots[$0] == 0 })
        else { throw file.invalid(name) }
    }

    func contains(_ number: UInt64) -> Bool {
        var place = Int(truncatingIfNeeded: number) & (slots.count - 1)
        while slots[place] != 0 {
            if slots[place] == number { return true }
            place = (place + 1) & (slots.count - 1)
        }
        return false
    }

    static func slots(_ numbers: [UInt64]) -> [UInt64] {
        var count = 2
        while count < numbers.count * 2 + 2 { count *= 2 }
        var slots = [UInt64](repeating: 0, count: count)
        for number in numbers {
            var place = Int(truncatingIfNeeded: number) & (count - 1)
            while slots[place] != 0, slots[place] != number { place = (place + 1) & (count - 1) }
            slots[place] = number
        }
        return slots
    }
}
