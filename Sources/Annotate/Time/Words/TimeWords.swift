import DemarcheRecords

/// The table of words, by their letters packed into a number, so that looking one up makes no string.
struct TimeWords: Sendable {
    static let english = TimeWords(PackageResources.time_words_txt, holidays: PackageResources.holidays_txt)

    private let words: [UInt128: TimeWord]

    /// Nil for a word that is not in the table.
    subscript(key: UInt128) -> TimeWord? { words[key] }

    init(_ bytes: [UInt8], holidays: [UInt8]) {
        var words: [UInt128: TimeWord] = [:]
        for row in WordTable.columns(holidays) where row.count == 2 {
            for name in row[1].split(separator: ",") {
                let letters = name.utf8.drop { $0 == UInt8(ascii: " ") }.prefix { ($0 | 0x20) &- 0x61 < 26 }
                words[Self.key(letters.map { $0 | 0x20 })] = .named
            }
        }
        for row in WordTable.columns(bytes) where row.count == 2 {
            let head = row[0].split(separator: " ").map(String.init)
            guard head.count == 2, let word = Self.word(head[0], head[1]) else { continue }
            for name in row[1].split(separator: ",") {
                words[Self.key(name.utf8.filter { $0 != UInt8(ascii: " ") })] = word
            }
        }
        self.words = words
    }

    /// ASCII letters in lower case, at most 16 of them.
    static func key(_ letters: some Sequence<UInt8>) -> UInt128 {
        letters.reduce(0) { $0 << 8 | UInt128($1) }
    }

    private static func word(_ name: String, _ value: String) -> TimeWord? {
        switch name {
        case "season": Season(rawValue: value).map(TimeWord.season)
        case "unit", "units": TimeUnit(rawValue: value).map { .unit($0, isPlural: name == "units") }
        case "part", "parts": DayPart(rawValue: value).map { .part($0, isPlural: name == "parts") }
        case "tonight": .tonight
        case "fuzzy": TimeModifier(rawValue: value).map(TimeWord.fuzzy)
        case "edge": TimeModifier(rawValue: value).map(TimeWord.edge)
        case "relation": TimeWord.Relation(rawValue: value).map(TimeWord.relation)
        case "direction": TimeWord.Direction(rawValue: value).map(TimeWord.direction)
        case "quantity": quantity(value)
        case "approximate": .approximate(TimeModifier(rawValue: value))
        case "reference": TimeWord.Reference(rawValue: value).map(TimeWord.reference)
        case "adjective": TimeWord.Reference(rawValue: value).map(TimeWord.adjective)
        case "frequency": TimeUnit(rawValue: value).map(TimeWord.frequency)
        case "each": .each
        case "named": .named
        default: Int(value).flatMap { numbered(name, $0) }
        }
    }

    private static func numbered(_ name: String, _ value: Int) -> TimeWord? {
        switch name {
        case "month": .month(value)
        case "weekday": .weekday(value, isPlural: false)
        case "weekdays": .weekday(value, isPlural: true)
        case "cardinal": .cardinal(value)
        case "scale": .scale(value)
        case "ordinal": .ordinal(value)
        case "decade": .decade(value)
        case "day": .day(value)
        case "era": .era(isBC: value == 1)
        case "zone": .zone(value)
        default: nil
        }
    }

    private static func quantity(_ name: String) -> TimeWord? {
        switch name {
        case "1": .quantity(.one)
        case "few": .quantity(.few)
        case "couple": .quantity(.couple)
        case "dozen": .quantity(.dozen)
        case "many": .quantity(.many)
        default: nil
        }
    }
}
