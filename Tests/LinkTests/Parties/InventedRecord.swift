import DemarcheRecords
import TestSupport

@testable import DemarcheLink

/// Articles whose mentions are drawn from a few names, offices, states and months of our own, so that they meet in every way:
/// spellings, surnames alone, namesakes, names of people and bodies, offices without a name, names that two parties would have.
struct InventedRecord {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(state: seed) }

    private static let people = [
        "Ann Holub", "Anna Holub", "A. Holub", "Ann Holubb", "Holub", "HOLUB", "Ben Holub", "Vladimir Chrushov",
        "Volodymyr Khrushov", "Khrushov", "Chrushov", "Ursula von der Tann", "von der Tann", "Tann", "Von Tann",
        "Ann Tann",
        "The", "Ann", "Ann Holub Denmark", "Ben Norway", "Holub Person",
        "Ann South",
    ]
    private static let others = [
        "Holub", "Ann Holub", "Holub Denmark", "Holub Organisation", "Tann", "The", "Khrushov AG", "Khrushov",
        "Denmark Holub",
        "Holub 1", "Norway Person", "Ruritanian Choir",
        "von Tann", "Ann", "Ann South",
    ]
    private static let offices = [
        "–", "–", "–", "Norwegian foreign minister", "foreign minister of Norway", "French president", "president",
        "Danish prime minister", "former Danish prime minister", "Danish president", "Russian president",
        "Russian prime minister",
        "Norwegian football coach", "envoy", "deputy foreign minister of Norway", "NATO Secretary-General",
    ]
    private static let codes = ["–", "–", "NOR", "FRA", "DNK", "SDN", "SSD"]
    private static let unnamed = [
        "the French president", "the Norwegian foreign minister", "the Russian leader", "NATO chief",
        "a White House official",
        "the Danish prime minister",
    ]
    private static let bodies = [
        " government | Defence Ministry", " government | Norwegian Defence Ministry | – | NOR",
        " government | Danish Defence Ministry | – | DNK", " state | Norway | – | NOR", " state | Oslo | – | NOR",
        " state | Denmark | – | DNK", " alliance | NATO", " government | the Kremlin | – | RUS",
    ]

    private mutating func any(_ values: [String]) -> String { values.randomElement(using: &random) ?? "" }

    /// What somebody is described by.
    private mutating func row() -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<5: " person | \(any(Self.people)) | \(any(Self.offices)) | \(any(Self.codes))"
        case 5: " organisation | \(any(Self.others))"
        case 6: " – | \(any(Self.others + Self.people))"
        case 7: " unnamed person | \(any(Self.unnamed))"
        default: any(Self.bodies)
        }
    }

    private mutating func day() -> String? {
        let year = Int.random(in: 0..<12, using: &random) == 0 ? 1962 : Int.random(in: 2001...2002, using: &random)
        return switch Int.random(in: 0..<8, using: &random) {
        case 0: nil
        case 1: "\(year)"
        default: "\(year)-0\(Int.random(in: 1...9, using: &random))-1\(Int.random(in: 0...9, using: &random))"
        }
    }

    /// An article that has this name whatever it says.
    mutating func article(_ number: Int) -> ArticleMentions {
        let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in row() }
        let read = ArticleMentions(SpokenArticle(number, published: day(), rows).source)
        return ArticleMentions(article: "a-\(number % 7)\(number)", day: read.day, mentions: read.mentions)
    }

    /// What a user may say of parties by these names.
    mutating func edits() -> [PartyEdit] {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
            PartyEdit(
                Bool.random(using: &random) ? .merge : .split, [any(Self.people), any(Self.people + Self.others)])
        }
    }

    mutating func number(upTo most: Int) -> Int { Int.random(in: 0...most, using: &random) }
    mutating func some<Value>(_ values: [Value], upTo most: Int) -> [Value] {
        Array(values.shuffled(using: &random).prefix(number(upTo: most)))
    }
}
