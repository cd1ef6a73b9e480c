import Foundation
import Testing

/// Two articles about one invented event, and one about another.
@Suite struct StoryCommandTests {
    private let demarche: Demarche
    private static func article(_ outlet: String, _ day: String, _ text: String) -> String {
        "---\noutlet: \(outlet)\npublished: \(day)\n---\n\(text)\n"
    }

    init() throws {
        demarche = try Demarche()
        try demarche.put(
            "first.md",
            Self.article(
                "The Courier", "1911-07-02",
                """
                Germany sends gunboat to Agadir

                Germany sent a gunboat to the port of Agadir on 1 July 1911. France protested in Berlin over the gunboat.
                """))
        try demarche.put(
            "second.md",
            Self.article(
                "The Lamp", "1911-07-02",
                """
                Gunboat off the port of Agadir

                A gunboat of Germany lay off the port of Agadir in Morocco. France protested in Berlin over the gunboat at Agadir.
                """))
        try demarche.put(
            "third.md",
            Self.article("The Lamp", "1911-07-02", "Hail in the hills\n\nHail fell on the vineyards around Strelsau."))
        let read = try demarche.run("read", "first.md", "second.md", "third.md", "--into", "a.demarche")
        #expect(read.status == 0, "\(read.error)")
    }

    @Test func listsStoriesAndEpisodes() throws {
        let outcome = try demarche.run("stories", "--format", "csv")
        #expect(outcome.lines.first?.hasPrefix("id,from,to,articles,outlets,title") == true)
        #expect(outcome.lines.count == 2 && outcome.lines[1].contains(",1911-07-02,1911-07-02,2,2,"))
        #expect(outcome.error.contains("1 story of fewer than 2 articles left out; --least 1 lists them"))
        #expect(try demarche.run("stories", "--episodes", "--least", "1", "--format", "csv").lines.count == 3)
        #expect(try demarche.run("stories", "--format", "jsonl").lines.allSatisfy { $0.contains("\"type\":\"story\"") })
    }

    @Test func filtersStories() throws {
        #expect(try demarche.run("stories", "--about", "agadir").status == 0)
        let none = try demarche.run("stories", "--since", "1911-08")
        #expect((none.status, none.error) == (1, "demarche: no story fits\n"))
        let wrong = try demarche.run("stories", "--since", "July")
        #expect(wrong.status == 2 && wrong.error.contains("--since July: not a date"))
    }

    @Test func showsTheEpisodesAndArticlesOfAStory() throws {
        let id = try #require(
            try demarche.run("stories", "--format", "csv").lines.last?.split(separator: ",").first.map(String.init))
        let story = try demarche.run("show", id)
        #expect(story.status == 0)
        #expect(story.output.contains("Germany sends gunboat to Agadir") && story.output.contains("The Lamp"))
        let episode = try #require(
            story.lines.first { $0.hasPrefix("k-") }?.split(separator: " ").first.map(String.init))
        #expect(try demarche.run("show", episode).output.contains("outlets"))
    }

    @Test func showsTheStoryThatAnOldNameStandsFor() throws {
        let id = try #require(
            try demarche.run("stories", "--format", "csv").lines.last?.split(separator: ",").first.map(String.init))
        try demarche.put(
            "earlier.md",
            Self.article(
                "The Star", "1911-07-01",
                """
                Gunboat of Germany before Agadir

                A gunboat of Germany lay before the port of Agadir in Morocco on 1 July 1911.
                """))
        #expect(try demarche.run("read", "earlier.md", "--into", "a.demarche").status == 0)
        let story = try demarche.run("show", id)
        #expect(story.status == 0 && story.output.contains("The Star"))
        #expect(story.error.hasPrefix("\(id) has joined something earlier and is t-"))
    }
}
