import DemarcheRecords
import DemarcheSourceText
import Testing

@testable import DemarchePublish

@Suite("The dossier page")
struct DossierTests {
    private let dossier: Dossier

    init() throws { dossier = try Dossier() }

    @Test("holds every statement, article and refused input of its contents")
    func holdsAll() {
        let html = dossier.html(DossierSamples.crisis)
        for number in 1...9 { #expect(html.contains("<li id=\"s\(number)\"")) }
        for number in 1...3 { #expect(html.contains("<article id=\"a\(number)\"")) }
        #expect(html.contains("Share this: Post | Telegram"))
        #expect(html.contains("articles/empty.html"))
        #expect(html.contains("<b>9</b> statements"))
        #expect(html.contains("<b>6</b> speakers"))
    }

    @Test("is the same whatever the order of its contents")
    func isDeterministic() {
        var contents = DossierSamples.crisis
        let html = dossier.html(contents)
        contents.articles.reverse()
        contents.statements.reverse()
        #expect(dossier.html(contents) == html)
        #expect(dossier.html(contents) == html)
    }

    @Test("says published where a statement has no date of its own, and undated where nothing has one")
    func datesStatements() {
        let html = dossier.html(DossierSamples.crisis)
        let headings = ["21 October 1962<", "published 22 October 1962<", "published 23 October 1962<", "undated<"]
        let places = headings.compactMap { Self.offset(of: ">\($0)/h3>", in: html) }
        #expect(places.count == headings.count)
        #expect(places == places.sorted())
    }

    @Test("joins the pieces of an interrupted quotation and leads to its words")
    func joinsPieces() {
        let html = dossier.html(DossierSamples.crisis)
        let gap = "<span class=\"gap\">[…]</span>"
        #expect(html.contains("“<span>There is a limit</span> \(gap) <span>and it is near</span>”"))
        for number in 1...9 {
            #expect(html.contains("href=\"#w\(number)\""))
            #expect(html.contains("id=\"w\(number)\" href=\"#s\(number)\""))
        }
    }

    @Test("labels what is not the article and what is the outlet's own opinion")
    func labelsGroups() {
        let html = dossier.html(DossierSamples.crisis)
        #expect(html.contains("<div class=\"apart\" role=\"group\" aria-label=\"not part of the article: share\">"))
        #expect(html.contains("<div class=\"apart opinion\" role=\"group\" aria-label=\"outlet’s own opinion\">"))
    }

    @Test("tells what could not be resolved")
    func tellsUnresolved() throws {
        let html = dossier.html(DossierSamples.crisis)
        let panel = html[try #require(html.firstRange(of: "<section id=\"unresolved\"")).lowerBound...]
        for words in [
            "Statements without a named speaker", "no source is named", "unbalanced quotation marks",
            "no date, no outlet", "The file holds no bytes; save it again.",
        ] { #expect(panel.contains(words)) }
        #expect(!panel.contains("not in the stored text"))
    }

    @Test("tells of a statement whose words are not where it says, and leads to the article instead")
    func tellsLostWords() {
        let short = DossierSamples.article("Short.", id: DossierSamples.alarmArticle.id)
        let long = DossierSamples.alarmArticle
        let lost = DossierSamples.statement(long, by: nil, naming: .absent, ["the alarm remains"])
        let html = dossier.html(DossierSamples.contents([short], [lost]))
        #expect(html.contains("Statements whose words are not in the stored text"))
        #expect(html.contains("· <a href=\"#a1\">"))
    }

    @Test("shows a statement whose article is absent")
    func showsOrphans() {
        let alarm = DossierSamples.alarmArticle
        let orphan = DossierSamples.statement(alarm, by: "Fidel Castro", ["inspect its territory"])
        #expect(dossier.html(DossierSamples.contents([], [orphan])).contains("article not in this dossier"))
    }

    @Test("says so when there is nothing to show")
    func showsEmptiness() {
        let html = dossier.html(DossierSamples.contents([], []))
        for words in ["No statement was found.", "No speaker was found.", "Every input was read."] {
            #expect(html.contains(words))
        }
    }

    @Test("refers to nothing outside itself")
    func refersToNothing() throws {
        for contents in [DossierSamples.crisis, DossierSamples.hostile] {
            for match in dossier.html(contents).matches(of: /\s(?:src|href|action|poster|srcset)="([^"]*)"/) {
                #expect(match.1.hasPrefix("#") || match.1 == "data:,")
            }
        }
    }

    @Test("allows no style and no script but its own, by their hashes")
    func holdsPolicy() throws {
        let html = dossier.html(DossierSamples.crisis)
        let style = try #require(html.firstMatch(of: /<style>((?s:.*?))<\/style>/)).1
        let script = try #require(html.firstMatch(of: /<script>((?s:.*?))<\/script>/)).1
        #expect(html.contains("style-src 'sha256-\(ContentSecurity.hash(String(style)))'"))
        #expect(html.contains("script-src 'sha256-\(ContentSecurity.hash(String(script)))'"))
        #expect(html.contains("content=\"default-src 'none'; "))
    }

    private static func offset(of words: String, in html: String) -> Int? {
        html.firstRange(of: words).map { html.utf8.distance(from: html.startIndex, to: $0.lowerBound) }
    }
}
