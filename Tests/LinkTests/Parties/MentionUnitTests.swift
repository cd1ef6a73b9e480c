import Testing

@testable import DemarcheLink

/// Which mentions are resolved together.
@Suite struct MentionUnitTests {
    private func units(_ articles: [(published: String?, rows: [String])]) -> [RememberedUnit] {
        let sources = articles.enumerated().map {
            SpokenArticle($0.offset, published: $0.element.published, $0.element.rows).source
        }
        var resolver = PartyResolver(PartiesInMemory())
        _ = resolver.update(adding: sources.map { ArticleMentions($0) })
        return resolver.memory.allUnits().compactMap { resolver.memory.unit($0) }
    }

    @Test func wordsOfOneMonthAreOneUnit() {
        let ann = " person | Ann Holub | Ruritanian envoy | –"
        let units = units([("1962-10-22", [ann, ann]), ("1962-10-28", [ann]), ("1962-11-01", [ann])])
        #expect(units.map(\.tally.count).sorted() == [1, 2])
        #expect(units.contains { $0.tally.firstDay == "1962-10-22" && $0.tally.lastDay == "1962-10-28" })
    }

    @Test func monthsDoNotPartStatesAndBodies() {
        let units = units([
            ("1962-10-22", [" state | Norway | – | NOR"]), ("1962-12-01", [" state | Norway | – | NOR"]),
        ])
        #expect(units.map(\.tally.count) == [2])
    }

    @Test func aSurnameAloneCountsWithTheFullNamesBesideIt() {
        let (holub, ann, ben) = (" person | Holub", " person | Ann Holub", " person | Ben Rassendyll")
        let units = units([(nil, [holub]), (nil, [holub, ben]), (nil, [holub, ann]), (nil, [ann, holub, ben])])
        #expect(units.count { $0.unit.who.name == "Holub" } == 2)
    }

    @Test func aMinistryCountsWithTheStateThatTheArticleTells() {
        let ministry = " government | Defence Ministry | – | –"
        let units = units([
            (nil, [ministry]), (nil, [ministry, " government | Norwegian Defence Ministry | – | NOR"]),
        ])
        let contexts = Set(units.filter { $0.unit.who.name == "Defence Ministry" }.map(\.unit.context))
        #expect(contexts == [.none, .state("NOR")])
    }
}
