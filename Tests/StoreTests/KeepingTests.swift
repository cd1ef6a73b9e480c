import DemarcheRecords
import DemarcheSourceText
import DemarcheStore
import Testing

@Suite struct KeepingTests {
    private let store: RecordStore
    private let first = Sample("Envoys part\n“No,” said Ann Example, the envoy.").saying(
        "No,", by: "Ann Example", office: "envoy")
    private let second = Sample("Envoys part again\n“Never,” said Ann Example, the envoy.").saying(
        "Never,", by: "Ann Example")

    init() throws { store = try RecordStore.inMemory() }

    @Test func givesBackWhatItWasGiven() throws {
        #expect(try store.keep(first) == .added)
        let stored = try #require(try store.article(id: first.article.id))
        #expect(stored.article == first.article)
        #expect((stored.version, stored.isCurrent, stored.statementCount) == (1, true, 1))
        #expect(try store.statements().map(\.statement) == first.statements)
        #expect(try store.bytes(sha256: first.article.source.sha256) == first.bytes)
        #expect(try store.bytes(sha256: "none") == nil)
    }

    /// A value in which nothing is absent, so that a column that forgets a field is found out.
    @Test func keepsEveryField() throws {
        var whole = second
        let evidence = whole.evidence("Ann Example")
        let date = RecordedDate(
            date: "1962-10-22", precision: .interval, until: "1962-10-24", basis: .anchored,
            anchor: "1962-10-23", expression: "since Monday")
        whole.statements[0].speaker.office = Speaker.Office(text: "envoy", evidence: whole.evidence("envoy"))
        whole.statements[0].speaker.affiliation = Speaker.Affiliation(
            text: "envoy", country: "LIE", evidence: whole.evidence("envoy"))
        whole.statements[0].speaker.kind = .alliance
        whole.statements[0].occasion = Occasion(
            place: evidence, event: evidence, medium: evidence, addressee: evidence)
        whole.statements[0].cue = Cue(lemma: "say", act: .threaten, evidence: whole.evidence("said"))
        whole.statements[0].via = [Carrier(name: "A \"B\" \\ é\u{2028}\u{1}", kind: .official, evidence: evidence)]
        whole.statements[0].said = date
        whole.statements[0].polarity = .negated
        whole.statements[0].inside = "s-1"
        whole.statements[0].notes = ["one", "two"]
        whole.article.source.offset = 7
        whole.article.metadata = Metadata(
            url: "https://example.org", outlet: Outlet(name: "The Post", domain: "example.org", kind: .newspaper),
            headline: "H",
            standfirst: "S", bylines: ["A", "B"], published: date, modified: date, language: "en", agencies: ["AP"])
        whole.article.metadata.section = "World"
        whole.article.blocks = [Block(.boilerplate, TextSpan(0, 3), reason: .appeal)]
        #expect(Self.absent(in: whole.statements[0]) == [])
        #expect(Self.absent(in: whole.article) == [])
        try store.keep(whole)
        #expect(try store.statements().map(\.statement) == whole.statements)
        #expect(try store.article(id: whole.article.id)?.article == whole.article)
    }

    /// The names of fields that are nil or empty, however deep.
    private static func absent(in value: Any) -> [String] {
        Mirror(reflecting: value).children.flatMap { label, child in
            let mirror = Mirror(reflecting: child)
            let isEmpty = [.optional, .collection].contains(mirror.displayStyle) && mirror.children.isEmpty
            return isEmpty ? [label ?? "?"] : child is any StringProtocol ? [] : absent(in: child)
        }
    }

    @Test func changesNothingTheSecondTime() throws {
        try store.keep(first)
        #expect(try store.keep(first) == .unchanged)
        #expect(try store.articles().map(\.article) == [first.article])
        #expect(try store.statements().count == 1)
    }

    @Test func keepsOtherBytesUnderTheSamePathAsAVersion() throws {
        try store.keep(first)
        #expect(try store.keep(second) == .newVersion(2))
        let old = try #require(try store.article(id: first.article.id))
        let new = try #require(try store.article(id: second.article.id))
        #expect((old.version, old.isCurrent, new.version, new.isCurrent) == (1, false, 2, true))
        #expect((old.article.text, new.article.text) == (first.article.text, second.article.text))
        #expect(old.article.source.path == "a.txt")
        #expect(try store.articles(currentOnly: true).map(\.article.id) == [second.article.id])
        #expect(try store.statements().map(\.statement) == second.statements)
        #expect(try store.words { $0.currentOnly = false } == ["Never,", "No,"])
    }

    @Test func keepsOtherBytesUnderTheSameAddressAsAVersion() throws {
        try store.keep(Sample("Envoys part", path: "one.html", url: "https://example.org/1"))
        #expect(
            try store.keep(Sample("Envoys part anew", path: "two.html", url: "https://example.org/1")) == .newVersion(2)
        )
        #expect(try store.keep(Sample("Envoys meet", path: "one.html", url: "https://example.org/2")) == .added)
    }

    @Test func takesTheSameTextUnderAnotherPathForTheSameArticle() throws {
        try store.keep(Sample("Envoys part", path: "b.txt"))
        #expect(try store.keep(Sample("Envoys part", path: "a.txt")) == .unchanged)
        #expect(try store.articles().map(\.article.source.path) == ["a.txt"])
    }

    @Test func recognizesBytesThatItHolds() throws {
        #expect(try !store.recognize(sha256: first.article.source.sha256, at: "0.txt"))
        try store.keep(first)
        #expect(try store.recognize(sha256: first.article.source.sha256, at: "0.txt"))
        #expect(try store.articles().map(\.article.source.path) == ["0.txt"])
        #expect(try !store.recognize(sha256: second.article.source.sha256, at: "a.txt"))
    }

    /// What stands under a path now is what counts, even where it stood there before.
    @Test func makesAVersionCurrentAgainWhenItsBytesComeBack() throws {
        try store.keep(first)
        try store.keep(second)
        if try !store.recognize(sha256: first.article.source.sha256, at: "a.txt") { try store.keep(first) }
        #expect(try store.articles(currentOnly: true).map(\.article.id) == [first.article.id])
    }

    /// What comes through standard input one after another is not one document.
    @Test func takesTwoArticlesOfStandardInputForTwo() throws {
        try store.keep(Sample("Envoys part", path: "-"))
        #expect(try store.keep(Sample("A bridge falls", path: "-")) == .added)
    }

    @Test func notesARefusalAndClearsItAfterAGoodRead() throws {
        let refusal = Refusal(path: "a.txt", code: .empty, reason: "the file has no bytes")
        try store.refuse(refusal)
        try store.refuse(refusal)
        try store.refuse(Refusal(path: "0.txt", code: .binary, reason: "binary"))
        #expect(try store.refusals().map(\.path) == ["0.txt", "a.txt"])
        #expect(try store.refusals().last == refusal)
        try store.keep(first)
        #expect(try store.refusals().map(\.path) == ["0.txt"])
        #expect(try !store.recognize(sha256: second.article.source.sha256, at: "0.txt"))
        #expect(try store.recognize(sha256: first.article.source.sha256, at: "0.txt"))
        #expect(try store.refusals().isEmpty)
    }

    @Test func keepsTheArticleOfAPathThatIsRefusedLater() throws {
        try store.keep(first)
        try store.refuse(Refusal(path: "a.txt", code: .empty, reason: "the file has no bytes"))
        #expect(try store.articles().map(\.article) == [first.article])
        #expect(try store.statements().count == 1)
    }

    @Test func keepsNothingOfAnArticleWhoseStatementsCannotBeKept() throws {
        var broken = first
        broken.statements += first.statements
        #expect(throws: RecordError.self) { try store.keep(broken) }
        #expect(try store.articles().isEmpty)
        #expect(try store.keep(first) == .added)
    }
}
