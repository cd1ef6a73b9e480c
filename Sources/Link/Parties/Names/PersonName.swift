import DemarcheRecords

/// A person's name, taken apart.
struct PersonName: Hashable, Sendable {
    /// Given names, middle names and initials, folded; empty where the surname stands alone.
    var given: [String]
    /// With its particles, folded: *von der leyen*.
    var surname: String
    /// As the article has it, without titles.
    var shown: String

    /// The folded name.
    var folded: String { (given + [surname]).joined(separator: " ") }

    /// Takes the words of a name apart; nil where they cannot be one, such as the end of a longer name (`’s Republics`).
    ///
    /// Titles in front and suffixes behind are left out. The surname is the last word with the particles in front of it; in a
    /// Chinese, Korean or Vietnamese name, which a table of surnames tells, the first.
    init?(_ text: String) {
        guard !text.hasPrefix("’s "), !text.hasPrefix("'s ") else { return nil }
        let shown = Self.words(text)
        guard (1...6).contains(shown.count), shown.contains(where: { $0.first?.isUppercase == true }) else {
            return nil
        }
        let words = shown.map { FoldedName.words($0).joined() }
        guard words.allSatisfy({ $0.contains(where: \.isLetter) && !$0.contains(where: \.isNumber) }) else {
            return nil
        }
        self.shown = shown.joined(separator: " ")
        if NameTables.shared.isSurnameFirst(words) {
            (surname, given) = (words[0], Array(words.dropFirst()))
        } else {
            let start = shown[0].first?.isLowercase == true ? 0 : Self.surnameStart(words)
            (surname, given) = (words[start...].joined(separator: " "), Array(words[..<start]))
        }
        given = given.flatMap(Self.initials)
    }

    /// Particles belong to the surname unless the whole name would be one.
    private static func surnameStart(_ words: [String]) -> Int {
        var start = words.count - 1
        while start > 1, NameTables.shared.particles.contains(words[start - 1]) { start -= 1 }
        return start
    }

    /// `h.w.` as two initials.
    private static func initials(_ word: String) -> [String] {
        let letters = word.split(separator: ".")
        return letters.count > 1 && letters.allSatisfy { $0.count == 1 }
            ? letters.map(String.init) : [word.hasSuffix(".") ? String(word.dropLast()) : word]
    }

    /// The words of the name as written, without titles, suffixes, what stands in brackets, and the possessive.
    private static func words(_ text: String) -> [String] {
        let tables = NameTables.shared
        var words = withoutBrackets(text).split(whereSeparator: \.isWhitespace).map(trimmed).filter { !$0.isEmpty }
        if let cut = words.lastIndex(where: isNoName) {
            words.removeFirst(cut + 1)
            if words.count > 2 { words.removeFirst(words.count - 2) }
        }
        while words.count > 1, tables.titles.contains(FoldedName.letters(words[0])) || isState(words) {
            words.removeFirst()
        }
        while words.count > 1, let last = words.last, tables.suffixes.contains(FoldedName.letters(last)) {
            words.removeLast()
        }
        return Array(words.dropFirst(officeLength(words)))
    }

    /// How many words are an office: `Army Gen.` of `Army Gen. Ann Example`, `Eurasian Affairs` of `Eurasian Affairs Ann
    /// Example`. What follows a name that people are given is none, so that `Mary Prince Example` stays.
    private static func officeLength(_ words: [String]) -> Int {
        let (folded, tables) = (words.map(FoldedName.letters), NameTables.shared)
        guard let title = folded.dropLast().lastIndex(where: tables.ranks.contains),
            !folded[..<title].contains(where: tables.isGiven)
        else { return 0 }
        return title + 1
    }

    /// A word in lower case that stands in no name: what is in front of it was an office, cut in two.
    private static func isNoName(_ word: String) -> Bool {
        word.first?.isLowercase == true && !NameTables.shared.particles.contains(FoldedName.letters(word))
            && !word.contains("-") && !word.contains("'") && !word.contains("’")
    }

    /// `Ukraine Vladimir Zelensky`: the state of an office that stands in front of two names.
    private static func isState(_ words: [String]) -> Bool {
        let first = FoldedName.of(words[0])
        return words.count > 2 && StateTable.shared.word(first) != nil
            && !NameTables.shared.alsoPeople.contains(first)
    }

    /// Of `AFP)President Ann Example`, too, whose bracket opens in front of it.
    private static func withoutBrackets(_ text: String) -> String {
        var (kept, depth) = ("", 0)
        for letter in text {
            switch letter {
            case "(", "[": depth += 1
            case ")", "]":
                if depth == 0 { kept = "" }
                depth = max(0, depth - 1)
            default: if depth == 0 { kept.append(letter) }
            }
        }
        return kept
    }

    private static func trimmed(_ word: Substring) -> String {
        var word = word
        while let first = word.first, "\"“”‘'-–,".contains(first) { word.removeFirst() }
        while let last = word.last, "\"“”’',;:-–".contains(last) { word.removeLast() }
        for ending in ["’s", "'s"] where word.hasSuffix(ending) { word.removeLast(2) }
        return String(word)
    }
}

/// The words that names are read by.
struct NameTables: Sendable {
    static let shared = NameTables()

    let particles: Set<String>
    /// Ranks and other words that an office in front of a name can end with.
    let ranks: Set<String>
    /// These and what modifies them.
    let titles: Set<String>
    let suffixes: Set<String>
    /// Names of states and capitals that are names of people, too.
    let alsoPeople: Set<String>
    /// Folded names of regions and quarters of the world, which do not act.
    let places: Set<String>
    private let front: Set<String>
    private let variants: [String: Set<Int>]

    private init() {
        var rows: [String: Set<String>] = [:]
        for row in TextTable.rows(PackageResources.particles_txt) where row.count == 2 {
            rows[row[0], default: []].formUnion(TextTable.list(row[1]))
        }
        particles = rows["particle"] ?? []
        ranks = rows["title"] ?? []
        titles = ranks.union(rows["modifier"] ?? [])
        suffixes = rows["suffix"] ?? []
        alsoPeople = rows["person"] ?? []
        front = rows["front"] ?? []
        places = rows["place"] ?? []
        variants = Self.givenNames()
    }

    private static func givenNames() -> [String: Set<Int>] {
        var variants: [String: Set<Int>] = [:]
        for (number, row) in TextTable.rows(PackageResources.given_names_txt).enumerated() {
            for name in TextTable.list(row.first ?? "") {
                variants[FoldedName.letters(name), default: []].insert(number)
            }
        }
        return variants
    }

    /// Whether a folded name is one that people are given, so that by itself it is hardly a surname.
    func isGiven(_ name: String) -> Bool { variants[name] != nil }

    /// Whether two folded given names are forms of one.
    func areForms(_ one: String, _ other: String) -> Bool {
        guard let lines = variants[one], let others = variants[other] else { return false }
        return !lines.isDisjoint(with: others)
    }

    fileprivate func isSurnameFirst(_ words: [String]) -> Bool {
        guard words.count > 1, let first = words.first, front.contains(first) else { return false }
        return words.count == 3 || words[1].contains("-")
            || words.count == 2 && !["kim", "park", "le", "ho"].contains(first)
    }
}
