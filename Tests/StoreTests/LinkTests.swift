import DemarcheRecords
import GRDB
import Testing

@testable import DemarcheStore

/// Links between articles, written, found by their members and replaced.
@Suite struct LinkTests {
    private let store: RecordStore
    private var links: Links {
        var links = Links()
        links.parties = [
            Party(key: "state:GRK", name: "Graustark", aliases: ["the Graustarkers"], kind: .state, country: "GRK")
        ]
        links.mentions = [PartyMention(entry: "p-1", role: .party, party: links.parties[0].id)]
        links.duplicates = [Duplicate("a-2", "a-1", kind: .wire, shared: 0.75, agency: "Reuters")]
        links.stories = [Story(title: "the dam", articles: ["a-1", "a-2"], from: "1962-10-22", to: nil, episodes: [])]
        return links
    }

    init() throws {
        store = try RecordStore.inMemory()
        try store.replaceLinks(links)
    }

    @Test func givesLinksBackAsTheyWere() throws {
        #expect(try store.links(Party.self) == links.parties)
        #expect(try store.links(Duplicate.self) == links.duplicates)
        #expect(try store.link(Story.self, id: links.stories[0].id) == links.stories[0])
        #expect(try store.mentions(of: links.parties[0].id) == links.mentions)
    }

    @Test func findsLinksByWhatTheyConnect() throws {
        #expect(try store.links(Duplicate.self, holding: "a-1") == links.duplicates)
        #expect(try store.links(Duplicate.self, holding: "a-3").isEmpty)
    }

    @Test func replacesAllLinksAtOnce() throws {
        try store.replaceLinks(Links())
        #expect(try store.links(Party.self).isEmpty)
        #expect(try store.mentions(of: links.parties[0].id).isEmpty)
    }

    @Test func putsWhatChangedInThePlaceOfWhatWas() throws {
        var next = links
        let other = Party(key: "state:RUR", name: "Ruritania", kind: .state, country: "RUR")
        next.parties = [other]
        next.mentions = [
            PartyMention(entry: "p-1", role: .party, party: other.id),
            PartyMention(entry: "p-2", role: .party, party: other.id),
        ]
        next.duplicates = [Duplicate("a-2", "a-1", kind: .near, shared: 0.75)]
        next.stories = [Story(title: "the dam", articles: ["a-1", "a-3"], from: "1962-10-22", to: nil, episodes: [])]
        try store.replaceLinks(next)
        #expect(try store.links(Party.self) == [other])
        #expect(try store.mentions(of: other.id) == next.mentions)
        #expect(try store.mentions(of: links.parties[0].id).isEmpty)
        #expect(try store.links(Duplicate.self, holding: "a-1") == next.duplicates)
        #expect(try store.links(Story.self, holding: "a-3") == next.stories)
        #expect(try store.links(Story.self, holding: "a-2").isEmpty)
    }

    @Test func writesNothingOfLinksThatStay() throws {
        let before = try store.readLatest { db in db.totalChangesCount }
        try store.replaceLinks(links)
        // One row is taken out of the note that the record is linked, and one put in.
        #expect(try store.readLatest { db in db.totalChangesCount } - before == 2)
    }

    @Test func forgetsThatItIsLinkedWhenTheUserSaysSomethingOfParties() throws {
        #expect(try store.isLinked())
        let edit = PartyEdit(.merge, ["y-1", "y-2"])
        try store.add(edit)
        #expect(try !store.isLinked())
        #expect(try store.partyEdits() == [edit])
        #expect(try store.removeLastEdit() == edit)
        #expect(try store.partyEdits().isEmpty)
    }
}
