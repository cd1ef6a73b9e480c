import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// What the record holds at a glance, shown by the template `overview`.
struct OverviewView {
    let isLinked: Bool
    let period: String
    let figures: [FigureView]
    let links: [FigureView]
    let outlets: [TallyView]
    let moreOutlets: String?
    let speakers: [TallyView]
    /// Those of several articles.
    let stories: [StoryLine]
    let series: [SeriesView]
    /// What the most articles carry.
    let carried: [UtteranceLine]
    let contradictions: [ContradictionView]
    let unresolved: [FigureView]
    let hasNothing: Bool

    /// A number and where it leads.
    struct FigureView {
        let number: String
        let noun: String
        let address: String?

        init(_ number: Int, _ noun: String, _ plural: String? = nil, at address: String?) {
            self.number = Figure.written(number)
            self.noun = number == 1 ? noun : plural ?? noun + "s"
            self.address = number > 0 ? address : nil
        }
    }

    init(_ store: RecordStore) throws {
        let figures = try store.figures()
        isLinked = try store.isLinked()
        period = figures.first.map { Dates.period($0, figures.last) } ?? ""
        hasNothing = figures.articles == 0
        self.figures = Self.figures(figures)
        links = Self.links(figures)
        outlets = figures.outlets.prefix(12).map {
            TallyView(
                $0.name, $0.count, at: "/search?outlet=\(QueryItems.encoded($0.name))",
                most: figures.outlets.first?.count)
        }
        let more = figures.outlets.count - 12
        moreOutlets = more > 0 ? "and \(Figure.count(more, "more outlet"))" : nil
        speakers = try TallyView.speakers(store, linked: isLinked, limit: 12).items
        stories = try StoryLine.lines(store, least: 2, limit: 8).items
        series = try SeriesView.all(
            store.links(Series.self, by: .moved, limit: 4).items, store, most: 24, ServerAddresses())
        carried = try UtteranceLine.lines(store.utterances(limit: 6).items, store, ServerAddresses())
        contradictions = try ContradictionView.all(store.contradictions(limit: 2).items, store, ServerAddresses())
        unresolved = Self.unresolved(figures)
    }

    private static func figures(_ figures: RecordFigures) -> [FigureView] {
        [
            FigureView(figures.articles, "article", at: "/search?order=newest"),
            FigureView(figures.outlets.count, "outlet", at: nil),
            FigureView(figures.statements, "statement", at: "/search?kind=statement"),
        ]
            + EntryType.allCases.map { type in
                FigureView(figures.entries[type] ?? 0, type.rawValue, at: "/search?kind=\(type.rawValue)")
            }
    }

    private static func links(_ figures: RecordFigures) -> [FigureView] {
        let shown: [(LinkType, String, String?, String?)] = [
            (.story, "story", "stories", "/stories"), (.party, "party", "parties", "/parties"),
            (.utterance, "act of speech", "acts of speech", "/utterances"),
            (.series, "series of warnings", "series of warnings", "/red-lines"),
            (.proposal, "proposal", nil, "/positions"),
            (.occurrence, "event over articles", "events over articles", "/occurrences"),
            (.contradiction, "contradiction", nil, "/contradictions"),
            (.duplicate, "pair of copies", "pairs of copies", nil),
        ]
        return shown.map { FigureView(figures.links[$0.0] ?? 0, $0.1, $0.2, at: $0.3) }
    }

    private static func unresolved(_ figures: RecordFigures) -> [FigureView] {
        let ofStatements = EntryWant.ofStatements.map { want in
            let (noun, plural) = words(of: want)
            return FigureView(
                figures.wants[want] ?? 0, noun, plural, at: "/search?kind=statement&without=\(want.rawValue)")
        }
        let ofEntries = EntryType.allCases.compactMap { type in
            figures.withoutParty[type].map { count in
                let (noun, plural) = words(of: type)
                return FigureView(count, noun, plural, at: "/search?kind=\(type.rawValue)&without=party")
            }
        }
        return (ofStatements + ofEntries).filter { $0.number != "0" }
            + [
                FigureView(figures.withoutDate, "article without a date", "articles without a date", at: nil),
                FigureView(figures.withoutOutlet, "article without an outlet", "articles without an outlet", at: nil),
                FigureView(figures.refused, "input refused", "inputs refused", at: nil),
            ].filter { $0.number != "0" }
    }

    /// Of entries of which no party was resolved.
    private static func words(of type: EntryType) -> (String, String) {
        switch type {
        case .warning: ("warning whose issuer is no known party", "warnings whose issuer is no known party")
        case .position: ("position of no known party", "positions of no known party")
        case .event: ("event of which no actor is a known party", "events of which no actor is a known party")
        case .claim: ("claim of no known party", "claims of no known party")
        }
    }

    private static func words(of want: EntryWant) -> (String, String) {
        switch want {
        case .party: ("statement whose speaker is no known party", "statements whose speaker is no known party")
        case .speaker: ("statement without a speaker", "statements without a speaker")
        case .date: ("statement dated by its article alone", "statements dated by their article alone")
        case .pointer:
            ("statement whose pronoun was not resolved", "statements with a pronoun that was not resolved")
        case .marks:
            ("statement with quotation marks that do not match", "statements with quotation marks that do not match")
        }
    }
}

/// A name with how often it stands in the record and a bar for it.
struct TallyView {
    let name: String
    let number: String
    let address: String
    /// Of 100, beside the largest.
    let width: Int

    init(_ name: String, _ count: Int, at address: String, most: Int?) {
        self.name = name
        number = Figure.written(count)
        self.address = address
        width = max(1, count * 100 / max(1, most ?? count))
    }

    /// Who speaks most, a page of them.
    static func speakers(
        _ store: RecordStore, linked: Bool, limit: Int, offset: Int = 0
    ) throws -> (items: [TallyView], goesOn: Bool) {
        let found = try store.speakers(linked: linked, limit: limit, offset: offset)
        let most = found.items.first?.count
        let items = found.items.map { tally in
            let address = tally.id.map { "/parties/\($0)" }
            return TallyView(
                tally.name, tally.count, at: address ?? "/search?by=\(QueryItems.encoded(tally.name))&kind=statement",
                most: most)
        }
        return (items, found.goesOn)
    }
}

/// A story as it stands in a list.
struct StoryLine {
    let title: String
    let address: String
    let period: String
    let size: String

    static func lines(
        _ store: RecordStore, title: String? = nil, least: Int = 0, limit: Int, offset: Int = 0
    ) throws -> (items: [StoryLine], goesOn: Bool) {
        let found = try store.links(
            Story.self, by: .newest, title: title, least: least, limit: limit, offset: offset)
        let items = found.items.map { story in
            StoryLine(
                title: story.title, address: "/stories/\(story.id)", period: Dates.period(story.from, story.to),
                size: Figure.count(story.articles.count, "article") + ", "
                    + Figure.count(story.episodes.count, "episode"))
        }
        return (items, found.goesOn)
    }
}
