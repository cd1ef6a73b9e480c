import Testing

@testable import DemarcheLink

/// Which mentions are resolved together.
@Suite struct MentionUnitTests {
    private func counted(_ articles: [(published: String?, rows: [String])]) -> CountedUnits {
        let sources = articles.enumerated().map {
            SpokenArticle($0.offset, published: $0.element.published, $0.element.rows).source
        }
        return CountedUnits(sources.map { ArticleMentions($0) }.sorted { $0.article < $1.article })
    }

    @Test func wordsOfOneMonthAreOneUnit() {
        let ann = " person | Ann Holub | Ruritanian envoy | –"
        let units = counted([("1962-10-22", [ann, ann]), ("1962-10-28", [ann]), ("1962-11-01", [ann])])
        #expect(units.units.count == 2)
        #expect(units.tallies.map(\.count).sorted() == [1, 2])
        #expect(units.tallies.map(\.firstDay).contains("1962-10-22"))
        #expect(units.tallies.map(\.lastDay).contains("1962-10-28"))
    }

    @Test func aSurnameAloneCountsWithTheFullNamesBesideIt() {
        let (holub, ann, ben) = (" person | Holub", " person | Ann Holub", " person | Ben Rassendyll")
        let units = counted([(nil, [holub]), (nil, [holub, ben]), (nil, [holub, ann]), (nil, [ann, holub, ben])])
        #expect(units.units.count { $0.who.name == "Holub" } == 2)
    }

    @Test func aMinistryCountsWithTheStateThatTheArticleTells() {
        let ministry = " government | Defence Ministry | – | –"
        let units = counted([
            (nil, [ministry]), (nil, [ministry, " government | Norwegian Defence Ministry | – | NOR"]),
        ])
        let contexts = Set(units.units.filter { $0.who.name == "Defence Ministry" }.map(\.context))
        #expect(contexts == [.none, .state("NOR")])
    }
}
