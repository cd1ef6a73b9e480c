/// How a phrase gets its code from the names in it.
///
/// Every actor named gives a country; *and*, *or* and the commas of a list part several, whose codes are joined by `/`. The
/// agents of the phrase stand behind each of them. Whoever was *former* is of the elite (`ELI`) in place of his office.
///
/// ```
/// fishermen of Ruritania and Graustark    RURLAB/GRALAB
/// the former Ruritanian minister          RURELI
/// ```
extension ActorDictionary {
    /// The code of the party that a noun phrase stands for on a day such as 19621022. Nil for a phrase without actor or agent; an
    /// agent without an actor has dashes for its country. Time grows linearly with the phrase.
    package func code(of phrase: String, on day: Int?) -> String? {
        var reading = PhraseCodes()
        let words = Self.words(of: phrase)
        var place = 0
        while place < words.count {
            if let (code, length) = code(at: place, in: words, day) {
                reading.add(code)
                place += length
            } else {
                reading.pass(words[place])
                place += 1
            }
        }
        return reading.text
    }

    /// Whether the last of some words is that of a name: *two fishermen*, *Ruritania*.
    func isName(atEndOf phrase: String) -> Bool {
        let words = Self.words(of: phrase)
        return words.indices.reversed().contains { place in
            name(at: place, in: words) { $0.first?.text }.map { place + $0.length == words.count } ?? false
        }
    }

    /// The code of the longest name that begins at a word, and how many words it has.
    private func code(at place: Int, in words: [String], _ day: Int?) -> (code: String, length: Int)? {
        name(at: place, in: words) { $0.code(on: day) }
    }

    private func name(
        at place: Int, in words: [String], choosing: ([Code]) -> String?
    ) -> (code: String, length: Int)? {
        let word = words[place]
        let stemmed = stems[String(word.prefix(Self.shortestStem))] ?? []
        for entry in (names[word] ?? []) + stemmed where matches(entry, words[place...]) {
            guard let code = choosing(codes[entry.number]) else { continue }
            if code.contains("~"), !isInflected(entry, words[place...]) { continue }
            return (code, entry.words.count)
        }
        for entry in names[Self.singular(word)] ?? [] where entry.words.count == 1 && !entry.hasOwnPlural {
            if let code = choosing(codes[entry.number]) { return (code, 1) }
        }
        return nil
    }

    private func matches(_ entry: Entry, _ words: ArraySlice<String>) -> Bool {
        guard words.count >= entry.words.count else { return false }
        for (offset, (wanted, word)) in zip(entry.words, words).enumerated() where wanted != word {
            let isLast = offset == entry.words.count - 1
            guard isLast, !entry.isClosed, wanted.count >= Self.shortestStem, word.hasPrefix(wanted),
                word.count <= wanted.count + 4
            else { return false }
        }
        return true
    }

    /// Whether the words are an agent's name or its plural: *diplomats*, but not *diplomatic*.
    private func isInflected(_ entry: Entry, _ words: ArraySlice<String>) -> Bool {
        guard let wanted = entry.words.last, let word = words.dropFirst(entry.words.count - 1).first else {
            return false
        }
        return word == wanted || !entry.hasOwnPlural && Self.singular(word) == wanted
    }

    private static func singular(_ word: String) -> String {
        word.hasSuffix("IES") ? word.dropLast(3) + "Y" : word.hasSuffix("S") ? String(word.dropLast()) : word
    }

    /// In capitals and without possessives; commas are words of their own.
    private static func words(of phrase: String) -> [String] {
        let text = phrase.withStraightApostrophes.replacing(",", with: " , ").uppercased()
        return text.split { $0.isWhitespace || $0 == "_" }.map { word in
            word.hasSuffix("'S")
                ? String(word.dropLast(2)) : word.hasSuffix("'") ? String(word.dropLast()) : String(word)
        }
    }
}

/// The codes of a phrase as they are read from left to right. An agent behind *and* says that it joins no countries: `Ruritania's
/// old and tired minister`.
private struct PhraseCodes {
    private var countries: [String] = []
    /// Countries behind a comma, which count when the list goes on with *and*.
    private var listed: [String] = []
    private var agents = ""
    private var front = ""
    private var isFormer = false
    /// What stood between the last country and here.
    private enum Joint { case first, none, comma, and }
    private var joint = Joint.first

    mutating func pass(_ word: String) {
        switch word {
        case "FORMER", "EX": isFormer = true
        case ",": if joint == .none { joint = .comma }
        case "AND", "OR", "&": if joint != .first { joint = .and }
        default: break
        }
    }

    mutating func add(_ code: String) {
        if code.hasPrefix("~") {
            if joint == .and { joint = .none }
            if !agents.hasSuffix(code.dropFirst()) { agents += code.dropFirst() }
        } else if code.hasSuffix("~") {
            front += code.dropLast()
        } else if code.contains(where: \.isLetter) {
            addCountry(code)
        }
    }

    private mutating func addCountry(_ code: String) {
        switch joint {
        case .first: countries = [code]
        case .comma: listed.append(code)
        case .and:
            countries += listed + [code]
            listed = []
        case .none: return
        }
        joint = .none
    }

    var text: String? {
        if countries.isEmpty, front.isEmpty, agents.isEmpty { return nil }
        let bases = countries.isEmpty ? [front.isEmpty ? ActorDictionary.nobody : ""] : countries
        let codes = bases.flatMap { $0.split(separator: "/", omittingEmptySubsequences: false) }
        let behind = isFormer && !agents.isEmpty ? "ELI" : agents
        return front + codes.map { $0.hasSuffix(behind) ? String($0) : $0 + behind }.joined(separator: "/")
    }
}
