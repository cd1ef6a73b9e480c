import DemarcheRecords
import DemarcheSourceText
import DemarcheStore
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport

@testable import DemarcheServe

/// An article with what was found in it, as a reader would hand it to the store.
struct SampleArticle {
    var article: Article
    var findings = Findings()

    init(_ text: String, path: String, outlet: String?, published: String?) {
        article = Article.made(text, path: path)
        article.metadata.outlet = outlet.map { Outlet(name: $0, domain: nil) }
        article.metadata.published = published.flatMap { RecordedDate(iso: $0, basis: .text) }
        article.metadata.headline = article.blocks.first.map { String(article.text[$0.span]) }
    }

    func evidence(_ words: String) -> Evidence {
        let string = article.text.string
        let range = string.range(of: words) ?? string.startIndex..<string.startIndex
        let start = string.utf8.distance(from: string.startIndex, to: range.lowerBound)
        return Evidence(TextSpan(start, start + (range.isEmpty ? 0 : words.utf8.count)), in: article.text)
    }

    func speaker(_ name: String, _ office: String? = nil) -> Speaker {
        Speaker(
            name: name, kind: .person, naming: .named, mention: evidence(name),
            office: office.map { Speaker.Office(text: $0, evidence: evidence($0)) })
    }

    /// `Ann Example denied any plan to shut the pass.`
    static func denial() -> SampleArticle {
        var sample = SampleArticle(
            "A plan denied\n\nAnn Example denied any plan to shut the pass.", path: "denied.txt", outlet: "Courier",
            published: "1912-03-04")
        sample.findings.statements = [
            ReportedStatement(
                article: sample.article.id, speaker: sample.speaker("Ann Example"),
                cue: .init(lemma: "deny", act: .deny, evidence: sample.evidence("denied")),
                content: [sample.evidence("any plan to shut the pass")], directness: .indirect, confidence: 90,
                rule: "by hand")
        ]
        return sample
    }

    @discardableResult
    mutating func says(_ name: String, _ words: String) -> String {
        let statement = ReportedStatement(
            article: article.id, speaker: speaker(name), cue: nil, content: [evidence(words)], directness: .direct,
            confidence: 90, rule: "by hand")
        findings.statements.append(statement)
        return statement.id
    }

    @discardableResult
    mutating func warns(_ name: String, if trigger: String, then consequence: String, _ force: Warning.Force) -> String
    {
        let warning = Warning(
            article: article.id, kind: .threat, trigger: .init(evidence(trigger)),
            consequence: .init(evidence(consequence)), force: force, forceWords: [], issuer: speaker(name),
            statement: nil, rule: "by hand")
        findings.warnings.append(warning)
        return warning.id
    }

    @discardableResult
    mutating func holds(_ name: String, _ stance: Position.Stance, on words: String) -> String {
        let position = Position(
            article: article.id, party: speaker(name), proposal: .init(id: "o-1", evidence: evidence(words)),
            stance: stance, statement: nil, cue: evidence(words), rule: "by hand")
        findings.positions.append(position)
        return position.id
    }

    mutating func happens(_ type: PLOVER.EventType, _ words: String, by name: String, _ status: PoliticalEvent.Status) {
        findings.events.append(
            PoliticalEvent(
                article: article.id, plover: PLOVER(type, contexts: []), actors: [.init(party: speaker(name))],
                recipients: [], status: status, statement: nil, trigger: evidence(words)))
    }
}

/// A record about the pass between Graustark and Dawsbergen, linked by hand.
struct SampleRecord {
    let store: RecordStore
    let first: SampleArticle
    let second: SampleArticle
    let party: Party
    let story: Story
    let utterance: Utterance
    let series: Series
    let warnings: [String]
    let otto: Party
    let contradiction: Contradiction
    let occurrence: Occurrence
    let episode: String

    /// - Parameter headlined: whether a headline renders what Venn says.
    init(headlined: Bool = false) throws {
        let store = try RecordStore.inMemory()
        self.store = store
        var first = SampleArticle(
            """
            Graustark warns Dawsbergen over the pass
            Colonel Iris Venn said: “The pass stays shut.” If Dawsbergen sends guns to the pass, war could follow, Venn said.
            Dawsbergen moved two batteries. Prince Otto opposes a tariff on salt.
            """, path: "first.txt", outlet: "Edelweiss Courier", published: "1912-03-04")
        let said = first.says("Iris Venn", "The pass stays shut.")
        let early = first.warns("Venn", if: "Dawsbergen sends guns to the pass", then: "war could follow", .possible)
        let against = first.holds("Prince Otto", .opposes, on: "a tariff on salt")
        first.happens(.mobilize, "moved two batteries", by: "Dawsbergen", .happened)
        var second = SampleArticle(
            """
            Venn sees war as certain
            Venn repeated that the pass stays shut. If guns are sent to the pass, war will follow, she said.
            Dawsbergen could close the border. Prince Otto now supports a tariff on salt.
            """, path: "second.txt", outlet: "Tarlenheim Post", published: "1912-04-09")
        let again = second.says("Venn", "the pass stays shut")
        let late = second.warns("Venn", if: "guns are sent to the pass", then: "war will follow", .certain)
        let inFavour = second.holds("Prince Otto", .supports, on: "a tariff on salt")
        second.happens(.coerce, "close the border", by: "Dawsbergen", .hypothetical)
        for sample in [first, second] {
            _ = try store.keep(sample.article, bytes: Array(sample.article.text.string.utf8), findings: sample.findings)
        }
        try store.indexText()
        var links = Links()
        let party = Party(
            key: "venn", name: "Iris Venn", aliases: ["Venn"], kind: .person, country: nil,
            offices: [.init(text: "Colonel", first: "1912-03-04", last: "1912-04-09")],
            why: ["“Venn” stands in an article that names Iris Venn."])
        let otto = Party(key: "otto", name: "Prince Otto", kind: .person)
        let proposal = LinkedProposal(
            title: "a tariff on salt", action: "tariff", object: "salt", place: nil, members: [against, inFavour])
        let guns = LinkedProposal(
            title: "guns sent to the pass", action: "send", object: "gun", place: "pass", members: [early, late])
        let series = Series(
            title: "guns sent to the pass", party: party.id, proposal: guns.id,
            points: [
                .init(warning: early, date: "1912-03-04", force: .possible),
                .init(warning: late, date: "1912-04-09", force: .certain),
            ],
            drifts: [
                .init(
                    article: first.article.id, (warning: late, part: .headline, force: .certain),
                    over: (warning: early, part: .quotation, force: .possible))
            ])
        let carriers = [first, second].map {
            Utterance.Carrier(
                article: $0.article.id, outlet: $0.article.metadata.outlet?.name,
                published: $0.article.metadata.published?.date, origin: $0.article.metadata.outlet?.name ?? "")
        }
        let headline = Utterance.Rendering(
            statement: again, article: second.article.id, text: "The pass is locked for ever", directness: .headline)
        let utterance = Utterance(
            party: party.id, date: "1912-03-04", statements: [said, again], origin: carriers[0], carriers: carriers,
            renderings: [
                .init(statement: said, article: first.article.id, text: "The pass stays shut.", directness: .direct),
                .init(
                    statement: again, article: second.article.id, text: "the pass stays shut", directness: .indirect,
                    differences: [.init(.quotation, here: "the pass stays shut", there: "The pass stays shut.")]),
            ] + (headlined ? [headline] : []))
        let ids = [first.article.id, second.article.id]
        let episode = Episode(title: "The pass is shut", articles: ids, from: "1912-03-04", to: "1912-04-09")
        let story = Story(
            title: "The pass between Graustark and Dawsbergen", articles: ids, from: "1912-03-04", to: "1912-04-09",
            episodes: [episode.id])
        links.parties = [party, otto]
        links.proposals = [proposal, guns]
        links.series = [series]
        links.utterances = [utterance]
        links.stories = [story]
        links.episodes = [episode]
        let contradiction = Contradiction(
            [against, inFavour], date: "1912-04-09",
            why:
                "Prince Otto opposes “a tariff on salt (1911-12-24)” (1912-03-04); Prince Otto supports “a tariff on salt” (1912-04)"
        )
        let occurrence = Occurrence(
            title: "Two batteries are moved", date: "1912-03", status: .happened,
            events: first.findings.events.map(\.id))
        links.contradictions = [contradiction]
        links.occurrences = [occurrence]
        links.duplicates = [Duplicate(ids[0], ids[1], kind: .near, shared: 0.6)]
        links.mentions =
            [said, again].map { PartyMention(entry: $0, role: .speaker, party: party.id) }
            + [early, late].map { PartyMention(entry: $0, role: .issuer, party: party.id) }
            + [against, inFavour].map { PartyMention(entry: $0, role: .party, party: otto.id) }
        try store.replaceLinks(links)
        (self.first, self.second, warnings) = (first, second, [early, late])
        (self.party, self.story, self.utterance, self.series) = (party, story, utterance, series)
        (self.otto, self.contradiction, self.occurrence) = (otto, contradiction, occurrence)
        self.episode = episode.id
    }
}

/// What a server answers, as a browser on this machine would ask.
struct Asking {
    let client: any TestClientProtocol

    /// The answer's status and text.
    func get(_ address: String) async throws -> (status: HTTPResponse.Status, text: String) {
        try await client.execute(uri: address, method: .get) { ($0.status, String(buffer: $0.body)) }
    }

    /// Where an address leads to.
    func moved(_ address: String) async throws -> (status: HTTPResponse.Status, location: String?) {
        try await client.execute(uri: address, method: .get) { ($0.status, $0.headers[.location]) }
    }

    func post(
        _ address: String, _ form: String, origin: String? = "http://localhost"
    ) async throws -> (status: HTTPResponse.Status, text: String) {
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        if let origin { headers[.origin] = origin }
        return try await client.execute(uri: address, method: .post, headers: headers, body: ByteBuffer(string: form)) {
            ($0.status, String(buffer: $0.body))
        }
    }
}

/// Asks a server of this record; it listens on no port, and takes itself to be at that of the web.
func serving(
    _ store: RecordStore, allowsEdits: Bool = false, _ body: @Sendable (Asking) async throws -> Void
) async throws {
    let server = try RecordServer(store, title: "graustark", port: 80, allowsEdits: allowsEdits, freshness: .zero)
    try await Application(router: server.router).test(.router) { try await body(Asking(client: $0)) }
}
