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
/// go on for up to four letters: `RURITANIA` holds for *Ruritanian*; agents only have their plural, that in braces where there are
/// some (`{}` says that there is none). What cannot be read is left out and counted. ``code(of:on:)`` says how a phrase is read.
package struct ActorDictionary: Sendable {
    struct Code: Sendable, Equatable {
        var text: String
        /// Days as numbers, 19621022.
        var from: Int?
        var through: Int?
    }

    struct Entry: Sendable {
        let words: [String]
        /// Whether the last word must end where the name does.
        let isClosed: Bool
        /// Whether the name has its plural beside it, `{FISHERMEN}`, or none, `{}`.
        let hasOwnPlural: Bool
        let number: Int
    }

    private(set) var codes: [[Code]] = []
    /// Names by their first word.
    private(set) var names: [String: [Entry]] = [:]
    /// Names of one word that may go on, by their first letters.
    private(set) var stems: [String: [Entry]] = [:]
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
            add(name, hasOwnPlural: plural != nil)
            if let plural, !plural.isEmpty { add(plural, hasOwnPlural: true) }
        }
    }

    private mutating func add(_ name: String, hasOwnPlural: Bool) {
        let words = name.split { $0 == "_" || $0 == " " }.map { $0.uppercased() }
        guard let first = words.first else { return skipped += 1 }
        let entry = Entry(
            words: words, isClosed: name.hasSuffix("_"), hasOwnPlural: hasOwnPlural, number: codes.count - 1)
        names[first, default: []].append(entry)
        if words.count == 1, !entry.isClosed, first.count >= Self.shortestStem {
            stems[String(first.prefix(Self.shortestStem)), default: []].append(entry)
        }
    }

    static let shortestStem = 5

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

    /// The country of a party without one, and the code of a name that is to be nobody.
    static let nobody = "---"

    /// `RURGOV 18930101-18961231`, `RURELI <930101`, `RUR > 18970101`.
    private static func code(_ text: String) -> Code? {
        let isNobody = text.hasPrefix("---")
        let dates = isNobody ? "#" + text.dropFirst(3) : text
        let parts = dates.replacing("<", with: " < ").replacing(">", with: " > ").replacing("-", with: " - ").split(
            separator: " ")
        guard let first = parts.first, first.allSatisfy({ $0.isLetter || $0.isNumber || "~/+#".contains($0) }) else {
            return nil
        }
        var code = Code(text: isNobody ? nobody : first.uppercased())
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
}

extension [ActorDictionary.Code] {
    /// The first code that is bound to a time which holds the day; else the first that is bound to none.
    func code(on day: Int?) -> String? {
        let bound = first { code in
            guard let day, code.from != nil || code.through != nil else { return false }
            return (code.from ?? 0) <= day && day <= (code.through ?? .max)
        }
        return (bound ?? first { $0.from == nil && $0.through == nil })?.text
    }
}
