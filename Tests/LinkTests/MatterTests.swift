import Testing

@testable import DemarcheLink

/// What renderings of one sentence share in other words.
@Suite struct MatterTests {
    private static func keys(_ text: String) -> Set<String> { Matter.keys(ContentWords.words(text)) }

    @Test(arguments: [
        ("thirty-eight sailors", "38 sailors"), ("60,000 rifles", "sixty thousand rifles"),
        ("the U.S. fleet", "the United States fleet"), ("Moroccan harbours", "harbours of Morocco"),
        ("the Americans", "America"), ("rebels", "insurgents"), ("they refused", "a refusal"), ("soldiers", "troops"),
    ])
    func givesTheSameForOtherWordsOfOneMatter(one: String, other: String) {
        #expect(!Self.keys(one).isEmpty)
        #expect(Self.keys(one) == Self.keys(other))
    }

    @Test(arguments: [("38 sailors", "39 sailors"), ("Norway", "Sweden"), ("the rebels left", "the rebels came")])
    func keepsOtherMatterApart(one: String, other: String) {
        #expect(Self.keys(one) != Self.keys(other))
    }

    @Test func takesUsForNoState() {
        #expect(Self.keys("it is up to us").isEmpty)
    }
}
