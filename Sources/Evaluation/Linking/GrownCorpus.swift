package import DemarcheRecords
import DemarcheSourceText

/// As many articles as asked for, grown from few: paragraphs of neighbouring articles in other orders, under invented outlets,
/// with other names of people, other terms, numbers and dates; one in twelve is a copy of another with more or less around it.
///
/// Every 500 articles are one crisis with names and days of its own, so that what an article has to do with others does not grow
/// with their number, while states and bodies are the same in all. What was found in the paragraphs comes along, anchored anew.
/// The same base and number give the same article.
package struct GrownCorpus: Sendable {
    private static let crisis = 500

    private let stories: [[BaseParagraph]]
    private let headlines: [String]
    private let people: Set<String>

    /// - Parameter base: articles with what was found in them, in the order of time; at least one with a paragraph.
    package init(_ base: [LinkSource]) {
        let cut = base.map { (BaseParagraph.all(of: $0), $0.article.metadata.headline ?? "") }.filter { !$0.0.isEmpty }
        stories = cut.map(\.0)
        headlines = cut.map(\.1)
        people = Set(base.flatMap { Self.people(in: $0.findings) })
    }

    package var isEmpty: Bool { stories.isEmpty }

    /// The article with this number, from 0.
    package func source(_ number: Int) -> LinkSource {
        let recipe = recipe(number)
        let changes = NameChange(people, salt: UInt64(number / Self.crisis))
        var article = GrownArticle(number: number, recipe: recipe, changes: changes)
        article.begin(headlines[recipe.story])
        for part in recipe.parts { article.append(stories[part.story][part.paragraph]) }
        return article.source
    }

    private func recipe(_ number: Int) -> GrownRecipe {
        var random = SeededNumbers(seed: UInt64(number))
        guard random.next(12) == 0, number % Self.crisis > 20 else { return original(number) }
        let copied = original(number - 1 - random.next(20))
        var recipe = original(number)
        let more = recipe.parts.prefix(random.next(5))
        recipe.parts = Array(copied.parts.dropLast(random.next(3))) + more
        recipe.credit = copied.outlet
        return recipe
    }

    private func original(_ number: Int) -> GrownRecipe {
        var random = SeededNumbers(seed: UInt64(number) &+ 1 << 40)
        let story = random.next(stories.count)
        var recipe = GrownRecipe(
            story: story, outlet: random.next(24), day: number / Self.crisis * 11 + random.next(30))
        for _ in 0..<8 + random.next(8) {
            let near = min(stories.count - 1, story + random.next(3))
            let part = GrownRecipe.Part(story: near, paragraph: random.next(stories[near].count))
            if !recipe.parts.contains(part) { recipe.parts.append(part) }
        }
        return recipe
    }

    private static func people(in findings: Findings) -> [String] {
        findings.statements.filter { $0.speaker.kind == .person && $0.speaker.naming == .named }
            .flatMap { ($0.speaker.name ?? "").split(separator: " ").map(String.init) }
            .filter { $0.count > 3 && $0.utf8.allSatisfy { $0 < 0x80 } }
    }
}

/// What a grown article is made of.
struct GrownRecipe {
    struct Part: Hashable {
        let story: Int
        let paragraph: Int
    }

    let story: Int
    let outlet: Int
    /// Days after the first of all.
    let day: Int
    var parts: [Part] = []
    /// The outlet that a copy credits.
    var credit: Int?
}

/// Numbers that follow from a seed (SplitMix64; Steele, Lea and Flood 2014).
struct SeededNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 &+ 1 }

    /// From 0 to less than `count`, which is at least 1.
    mutating func next(_ count: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(count))
    }
}
