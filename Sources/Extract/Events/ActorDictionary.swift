/// The parties that users of event data know, read from dictionaries in the format of PETRARCH and TABARI.
///
/// ```
/// RURITANIA [RUR]              a name and its code
/// +STRELSAU                    another name of the same actor
/// RUDOLF_ELPHBERG              codes by date, YYMMDD or YYYYMMDD
///     [RURELI <18930101]
///     [RURGOV 18930101-18961231]
/// FISHERMAN {FISHERMEN} [~LAB] an agent, whose code is put behind that of its country, or in front of it with [LAB~]
/// !MINST! = MINISTER, MINISTRY words for which the mark stands in an agent
/// ```
///
/// `#` and `<!--` begin comments; an underscore is a space, and at the end of a name says that the word ends there. Other names may
/// go on for up to four letters: `RURITANIA` holds for *Ruritanian*; agents only have their plural. What cannot be read is left out and counted.
package struct ActorDictionary: Sendable {
    struct Code: Sendable, Equatable {
        var text: String
        /// Days as numbers, 19621022.
        var from: Int?
        var through: Int?
    }

    private struct Entry: Sendable {
        let words: [String]
        /// Whether the last word must end where the name does.
        let isClosed: Bool
        let number: Int
    }

    private var codes: [[Code]] = []
    private var names: [String: [Entry]] = [:]
    private var stems: [String: [Entry]] = [:]
    private var marks: [String: [String]] = [:]
    /// How many lines could not be read.
    package private(set) var skipped = 0

    /// Reads the texts of dictionaries of actors and of agents, in any order. Takes time linear in their length.
    package init(_ texts: [String]) {
        for text in texts {
            for line in text.split(whereSeparator: \.isNewline) { add(line.prefix(Self.longestLine)) }
        }
        for key in names.keys { names[key]?.sort { ($1.words.count, $0.number) < ($0.words.count, $1.number) } }
        for key in stems.keys { stems[key]?.sort { ($1.words.count, $0.number) < ($0.words.count, $1.number) } }
    }

    private static let longestLine = 4096

    // MARK: Reading

    private mutating func add(_ line: Substring) {
        let line = line.prefix { $0 != "#" }
        let isIndented = line.first?.isWhitespace == true
        let text = Self.trimmed(line)
        if text.isEmpty || text.hasPrefix("<") { return }
        if text.hasPrefix("!"), let sign = text.firstIndex(of: "=") {
            marks[Self.trimmed(text[..<sign])] = text[text.index(after: sign)...].split(separator: ",").map(
                Self.trimmed)
            return
        }
        let name = Self.trimmed(text.prefix { $0 != "[" && $0 != "{" })
        if !name.isEmpty, !(isIndented && text.hasPrefix("[")) {
            if !text.hasPrefix("+") { codes.append([]) }
            if codes.isEmpty { return skipped += 1 }
            addNames(name.hasPrefix("+") ? String(name.dropFirst()) : name, plural: Self.between(text, "{", "}"))
        }
        addCodes(text)
    }

    private mutating func addCodes(_ text: String) {
        guard text.contains("[") else { return }
        guard !codes.isEmpty, let inside = Self.between(text, "[", "]"), let code = Self.code(inside) else {
            return skipped += 1
        }
        codes[codes.count - 1].append(code)
    }

    private mutating func addNames(_ name: String, plural: String?) {
        for name in expanded(name) {
            add(name)
            guard let plural else { continue }
            if !plural.isEmpty { add(plural) }
        }
    }

    private mutating func add(_ name: String) {
        let words = name.split { $0 == "_" || $0 == " " }.map { $0.uppercased() }
        guard let first = words.first else { return skipped += 1 }
        let entry = Entry(words: words, isClosed: name.hasSuffix("_"), number: codes.count - 1)
        names[first, default: []].append(entry)
        if words.count == 1, !entry.isClosed, first.count >= Self.shortestStem {
            stems[String(first.prefix(Self.shortestStem)), default: []].append(entry)
        }
    }

    private static let shortestStem = 5

    /// The names that a name with marks stands for; at most 64.
    private func expanded(_ name: String) -> [String] {
        guard let mark = marks.keys.sorted().first(where: { name.contains($0) }), let words = marks[mark] else {
            return [name]
        }
        return words.prefix(64).filter { !$0.contains("!") }.map { name.replacing(mark, with: $0) }
    }

    private static func between(_ text: String, _ open: Character, _ close: Character) -> String? {
        guard let start = text.firstIndex(of: open), let end = text[start...].firstIndex(of: close) else { return nil }
        return trimmed(text[text.index(after: start)..<end])
    }

    /// `RURGOV 18930101-18961231`, `RURELI <930101`, `RUR > 18970101`.
    private static func code(_ text: String) -> Code? {
        let parts = text.replacing("<", with: " < ").replacing(">", with: " > ").replacing("-", with: " - ").split(
            separator: " ")
        guard let first = parts.first, first.allSatisfy({ $0.isLetter || $0.isNumber || "~/+#".contains($0) }) else {
            return text.hasPrefix("---") ? Code(text: "---") : nil
        }
        var code = Code(text: first.uppercased())
        let rest = parts.dropFirst()
        guard !rest.isEmpty else { return code }
        let days = rest.compactMap(day)
        switch (rest.first, days.count) {
        case ("<", 1): code.through = days[0]
        case (">", 1): code.from = days[0]
        case (_, 2): (code.from, code.through) = (days[0], days[1])
        default: return nil
        }
        return code
    }

    /// Six digits are a day of 1930 to 2029.
    private static func day(_ text: Substring) -> Int? {
        guard let number = Int(text), number > 0, text.count == 6 || text.count == 8 else { return nil }
        return text.count == 8 ? number : number + (number >= 300_000 ? 19_000_000 : 20_000_000)
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var rest = Substring(text).drop { $0.isWhitespace }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }

    // MARK: Looking up

    /// The code of the party that a noun phrase stands for on a day such as 19621022: the first actor in it with its agents. Nil
    /// for a phrase without either; an agent without an actor has dashes for its country. `/` parts the codes of a group.
    package func code(of phrase: String, on day: Int?) -> String? {
        let words = Self.words(of: phrase)
        var country: String?
        var (front, behind) = ("", "")
        var place = 0
        while place < words.count {
            guard let (code, length) = code(at: place, in: words, day) else {
                place += 1
                continue
            }
            place += length
            if code.hasPrefix("~") {
                if !behind.hasSuffix(code.dropFirst()) { behind += code.dropFirst() }
            } else if code.hasSuffix("~") {
                front += code.dropLast()
            } else if country == nil, code.contains(where: \.isLetter) {
                country = code
            }
        }
        if country == nil, front.isEmpty, behind.isEmpty { return nil }
        let base = country ?? (front.isEmpty ? "---" : "")
        return front
            + base.split(separator: "/", omittingEmptySubsequences: false).map { code in
                code.hasSuffix(behind) ? String(code) : code + behind
            }.joined(separator: "/")
    }

    /// The code of the longest name that begins at a word, and how many words it has.
    private func code(at place: Int, in words: [String], _ day: Int?) -> (code: String, length: Int)? {
        let word = words[place]
        let stemmed = stems[String(word.prefix(Self.shortestStem))] ?? []
        for entry in (names[word] ?? []) + stemmed where matches(entry, words[place...]) {
            guard let code = codes[entry.number].code(on: day) else { continue }
            if code.contains("~"), !isInflected(entry, words[place...]) { continue }
            return (code, entry.words.count)
        }
        for entry in names[Self.singular(word)] ?? [] where entry.words.count == 1 {
            if let code = codes[entry.number].code(on: day) { return (code, 1) }
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
        return word == wanted || Self.singular(word) == wanted
    }

    private static func singular(_ word: String) -> String {
        word.hasSuffix("IES") ? word.dropLast(3) + "Y" : word.hasSuffix("S") ? String(word.dropLast()) : word
    }

    private static func words(of phrase: String) -> [String] {
        phrase.withStraightApostrophes.uppercased().split { $0.isWhitespace || $0 == "," || $0 == "_" }.map { word in
            word.hasSuffix("'S")
                ? String(word.dropLast(2)) : word.hasSuffix("'") ? String(word.dropLast()) : String(word)
        }
    }
}

extension [ActorDictionary.Code] {
    /// The first code that is bound to a time which holds the day; else the first that is bound to none.
    fileprivate func code(on day: Int?) -> String? {
        let bound = first { code in
            guard let day, code.from != nil || code.through != nil else { return false }
            return (code.from ?? 0) <= day && day <= (code.through ?? .max)
        }
        return (bound ?? first { $0.from == nil && $0.through == nil })?.text
    }
}
