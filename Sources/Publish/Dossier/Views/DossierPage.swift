internal import DemarcheRecords

/// What the template `page` shows. Its templates name every value with a leading dot, so that a value that is absent is
/// not looked for further out.
struct DossierPage {
    let title: String
    let program: String
    let policy: String
    let style: String
    let script: String
    let counts: [CountView]
    let days: [DayView]
    let speakers: [SpeakerView]
    let articles: [ArticleView]
    let unresolved: UnresolvedView
    let boards: Boards
    let linked: LinkedPart?

    /// What the words commit whom to, shown by the template `boards`.
    struct Boards {
        let warnings: WarningBoard
        let positions: PositionBoard
        let timeline: EventTimeline
        let claims: ClaimBoard
    }

    init(
        _ contents: DossierContents, style: String, script: String,
        linked: (DossierAddresses) throws -> LinkedPart?
    ) rethrows {
        let ledger = Ledger(contents)
        let directory = Directory(ledger)
        let unresolved = UnresolvedView(ledger, refusals: contents.refusals)
        title = contents.title
        program = contents.program
        policy = ContentSecurity.policy(style: style, script: script)
        self.style = style
        self.script = script
        days = DayView.all(ledger, directory)
        speakers = SpeakerView.all(ledger, directory)
        let marks = EntryMarks(contents, ledger)
        let part = try linked(DossierAddresses(ledger, directory, marks))
        self.linked = part
        counts =
            Self.counts(contents, speakers: directory.namedSpeakers, unresolved: unresolved) + (part?.counts ?? [])
        let rows = FoundRows(contents)
        articles = ledger.articles.enumerated().map { index, article in
            let own = marks.byArticle[article.id] ?? []
            return ArticleView(
                article, number: index + 1, entries: ledger.entriesByArticle[article.id] ?? [], marks: own,
                found: FoundView(own, rows), sentences: contents.sentences[article.id] ?? [])
        }
        self.unresolved = unresolved
        let places = EntryPlaces(ledger, directory, marks)
        boards = Boards(
            warnings: WarningBoard(contents.warnings, places), positions: PositionBoard(contents.positions, places),
            timeline: EventTimeline(contents.events, places), claims: ClaimBoard(contents.claims, ledger, places))
    }

    private static func counts(
        _ contents: DossierContents, speakers: Int, unresolved: UnresolvedView
    ) -> [CountView] {
        [
            CountView(contents.articles.count, "article", anchor: "articles"),
            CountView(contents.statements.count, "statement", anchor: "ledger"),
            CountView(contents.warnings.count, "warning", anchor: "warnings"),
            CountView(contents.positions.count, "position", anchor: "positions"),
            CountView(contents.events.count, "event", anchor: "timeline"),
            CountView(contents.claims.count, "claim", anchor: "claims"),
            CountView(speakers, "speaker", anchor: "speakers"),
            CountView(unresolved.count, "unresolved", anchor: "unresolved", plural: "unresolved"),
            CountView(contents.refusals.count, "refused", anchor: "refused", plural: "refused"),
        ]
    }
}

/// A number of the header, leading to what it counts.
struct CountView {
    let number: Int
    let noun: String
    let anchor: String

    init(_ number: Int, _ noun: String, anchor: String, plural: String? = nil) {
        self.number = number
        self.noun = number == 1 ? noun : plural ?? noun + "s"
        self.anchor = anchor
    }
}

/// The numbers by which entries refer to speakers, outlets and articles, so that no attribute holds words of an article.
struct Directory {
    let speakers: [SpeakerKey]
    let speakerNumbers: [SpeakerKey: Int]
    let outletNumbers: [String: Int]
    let articleNumbers: [String: Int]

    init(_ ledger: Ledger) {
        speakers = Set(ledger.entries.map { SpeakerKey($0.statement.speaker) }).sorted()
        speakerNumbers = Self.numbered(speakers)
        outletNumbers = Self.numbered(Set(ledger.articles.compactMap { Wording.outlet($0.metadata.outlet) }).sorted())
        articleNumbers = Self.numbered(ledger.articles.map(\.id))
    }

    /// How many speakers are named in some way.
    var namedSpeakers: Int { speakers.filter { $0.naming != Speaker.Naming.absent.rawValue }.count }

    private static func numbered<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
        Dictionary(zip(keys, 1...)) { first, _ in first }
    }
}
