import DemarcheRecords
import DemarcheStore

/// All stories, the latest first, shown by the template `stories`.
struct StoriesView {
    let isLinked: Bool
    let stories: [StoryLine]
    let isEmpty: Bool
    let form: FilterForm
    let paging: Paging

    init(_ store: RecordStore, _ filter: PageFilter) throws {
        isLinked = try store.isLinked()
        let found = try StoryLine.lines(
            store, title: filter[.about], limit: PageFilter.rows, offset: (filter.page - 1) * PageFilter.rows)
        stories = found.items
        isEmpty = stories.isEmpty
        form = FilterForm(filter, action: "/stories", fields: [.about])
        paging = Paging(filter, at: "/stories", goesOn: found.goesOn)
    }
}

/// A story: its episodes in the order of time, who carried it, and the acts of speech in it, shown by the template `story`.
struct StoryView {
    let title: String
    let period: String
    let size: String
    let outlets: [TallyView]
    let absent: String?
    let episodes: [EpisodeView]
    let paging: Paging
    let utterances: [UtteranceLine]
    let hasUtterances: Bool
    let events: String
    let statements: String

    /// What happened in a few days, with its articles.
    struct EpisodeView {
        let id: String
        let title: String
        let period: String
        let articles: [ArticleView]
        let rest: String?
    }

    /// An article in a line.
    struct ArticleView {
        let address: String
        let headline: String
        let outlet: String?
        let date: String

        init(_ line: ArticleLine) {
            address = "/articles/\(line.id)"
            headline = line.headline ?? "Article without a headline"
            outlet = line.outlet
            date = line.published.map(Dates.written) ?? "undated"
        }
    }

    private static let episodeRows = 20, articleRows = 12, utteranceRows = 30

    init(_ store: RecordStore, _ id: String, _ filter: PageFilter) throws {
        guard let story = try store.link(Story.self, id: id) else { throw PageError.missing("story", id) }
        title = story.title
        period = Dates.period(story.from, story.to)
        let lines = try store.articleLines(ids: story.articles)
        size = Figure.count(lines.count, "article") + " of " + Figure.count(Set(lines.map(\.outlet)).count, "outlet")
        outlets = Self.outlets(lines)
        absent = try Self.absent(store, lines)
        let shown = story.episodes.dropFirst((filter.page - 1) * Self.episodeRows).prefix(Self.episodeRows)
        episodes = try Self.episodes(store, Array(shown))
        paging = Paging(
            filter, at: "/stories/\(story.id)", goesOn: story.episodes.count > filter.page * Self.episodeRows)
        utterances = try UtteranceLine.carried(in: story.id, store, limit: Self.utteranceRows)
        hasUtterances = !utterances.isEmpty
        events = "/events?story=\(story.id)"
        statements = "/search?kind=statement&story=\(story.id)"
    }

    private static func outlets(_ lines: [ArticleLine]) -> [TallyView] {
        let groups = Dictionary(grouping: lines) { $0.outlet ?? "outlet not known" }
        let sorted = groups.map { (name: $0.key, count: $0.value.count) }.sorted {
            ($1.count, $0.name) < ($0.count, $1.name)
        }
        return sorted.map {
            TallyView($0.name, $0.count, at: "/search?outlet=\(QueryItems.encoded($0.name))", most: sorted.first?.count)
        }
    }

    /// The outlets of the record that did not carry the story.
    private static func absent(_ store: RecordStore, _ lines: [ArticleLine]) throws -> String? {
        let carried = Set(lines.compactMap(\.outlet))
        let others = try store.outlets().filter { !carried.contains($0) }
        guard !others.isEmpty else { return nil }
        let shown = others.prefix(20).joined(separator: ", ")
        return others.count > 20 ? "\(shown) and \(others.count - 20) more" : shown
    }

    private static func episodes(_ store: RecordStore, _ ids: [String]) throws -> [EpisodeView] {
        let episodes = try store.links(Episode.self, ids: ids)
        let lines = try store.articleLines(ids: episodes.flatMap { $0.articles.prefix(articleRows) })
        let byID = Dictionary(lines.map { ($0.id, $0) }) { first, _ in first }
        return episodes.map { episode in
            let left = episode.articles.count - articleRows
            return EpisodeView(
                id: episode.id, title: episode.title, period: Dates.period(episode.from, episode.to),
                articles: episode.articles.prefix(articleRows).compactMap { byID[$0].map(ArticleView.init) },
                rest: left > 0 ? "and \(Figure.count(left, "more article"))" : nil)
        }
    }
}
