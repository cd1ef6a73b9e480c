import DemarcheRecords
import Testing

@testable import DemarcheLink

/// Articles that come and go one by one give what all at once give.
@Suite struct PartyResolverTests {
    /// What a record holds after every change.
    private struct Record {
        var resolver = PartyResolver(PartiesInMemory())
        var articles: [String: ArticleMentions] = [:]
        var parties: [String: Party] = [:]
        var mentions: [String: [PartyMention]] = [:]

        private mutating func change(adding added: [ArticleMentions], removing gone: [String], edits: [PartyEdit]) {
            let changes = resolver.update(adding: added, removing: gone, edits: edits)
            #expect(changes.parties.allSatisfy { parties[$0.id] != $0 })
            #expect(changes.gone.allSatisfy { parties[$0] != nil })
            for article in gone { (articles[article], mentions[article]) = (nil, nil) }
            for article in added { articles[article.article] = article }
            let known = Set(added.map(\.article))
            #expect(changes.mentions.allSatisfy { known.contains($0) || mentions[$0] != $1 })
            for id in changes.gone { parties[id] = nil }
            for party in changes.parties { parties[party.id] = party }
            mentions.merge(changes.mentions) { $1 }
        }

        /// Changes it, and compares it with what all its articles at once give.
        mutating func check(
            adding added: [ArticleMentions] = [], removing gone: [String] = [], edits: [PartyEdit] = [],
            _ comment: Comment? = nil
        ) {
            change(adding: added, removing: gone, edits: edits)
            let whole = atOnce(edits)
            #expect(parties.values.sorted { $0.id < $1.id } == whole.parties, comment)
            #expect(mentions == whole.mentions, comment)
            #expect(Set(whole.parties.map(\.id)).count == whole.parties.count, comment)
        }

        private func atOnce(_ edits: [PartyEdit]) -> PartyChanges {
            var resolver = PartyResolver(PartiesInMemory())
            return resolver.update(adding: articles.values.sorted { $0.article < $1.article }, edits: edits)
        }
    }

    private func check(seed: UInt64, steps: Int, pool: Int, withEdits: Bool) {
        var invented = InventedRecord(seed: seed)
        var record = Record()
        var edits: [PartyEdit] = []
        for step in 0..<steps {
            let gone = invented.some(record.articles.keys.sorted(), upTo: 3)
            let added = invented.some(Array(0..<pool), upTo: 4).map { invented.article($0) }
            if withEdits { edits = invented.number(upTo: 2) == 0 ? invented.edits() : step % 3 == 0 ? [] : edits }
            record.check(adding: added, removing: gone, edits: edits, "seed \(seed), step \(step)")
        }
    }

    @Test(arguments: 0..<40) func stepsGiveWhatAllAtOnceGives(seed: UInt64) {
        check(seed: seed, steps: 12, pool: 24, withEdits: false)
    }

    @Test(arguments: 100..<120) func stepsGiveWhatAllAtOnceGivesInALargerRecord(seed: UInt64) {
        check(seed: seed, steps: 8, pool: 60, withEdits: false)
    }

    @Test(arguments: 200..<220) func stepsGiveWhatAllAtOnceGivesAsTheUserEdits(seed: UInt64) {
        check(seed: seed, steps: 10, pool: 24, withEdits: true)
    }

    /// *Ann (South Sudan)* and *Ann South (Sudan)* are one name when folded.
    @Test(arguments: 0..<24) func namesInBracketsMeetInAnyOrder(order: Int) {
        var rows = [
            " person | Ann | president | SSD", " person | Ann | president | NOR",
            " person | Ann South | president | SDN",
            " person | Ann South | president | NOR",
        ]
        var (left, order) = (order, [String]())
        while !rows.isEmpty {
            order.append(rows.remove(at: left % rows.count))
            left /= rows.count + 1
        }
        var record = Record()
        let articles = order.enumerated().map { Self.article($0, "2001-02-03", [$1]) }
        for article in articles { record.check(adding: [article]) }
        #expect(record.parties.values.contains { $0.name == "Ann South (1)" })
        for article in articles { record.check(removing: [article.article]) }
        #expect(record.parties.isEmpty)
    }

    @Test func aReasonChangesThoughNobodysMentionsDo() {
        var record = Record()
        let ann = (0..<10).map { Self.article($0, "2001-02-03", [" person | Ann Holub"]) }
        record.check(adding: ann + [Self.article(10, "2001-02-03", [" person | Holub"])])
        let before = record.parties.values.map(\.why)
        record.check(adding: [Self.article(11, "2001-02-04", [" person | Ben Holub"])])
        #expect(record.parties.count == 2 && record.parties.values.allSatisfy { !before.contains($0.why) })
    }

    private static func article(_ number: Int, _ day: String, _ rows: [String]) -> ArticleMentions {
        ArticleMentions(SpokenArticle(number, published: day, rows).source)
    }

    @Test func forgetsWhatNoArticleHasAnyMore() {
        var invented = InventedRecord(seed: 1)
        var resolver = PartyResolver(PartiesInMemory())
        let articles = (0..<30).map { invented.article($0) }
        let all = resolver.update(adding: articles)
        let none = resolver.update(adding: [], removing: articles.map(\.article))
        #expect(none.gone == all.parties.map(\.id))
        #expect(none.parties.isEmpty && none.mentions.isEmpty)
        #expect(resolver.memory.allUnits().isEmpty && resolver.memory.allParties().isEmpty)
    }
}
