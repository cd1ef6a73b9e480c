import DemarchePublish
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

/// The page of a story: who carried it, what happened and was said in it, what headlines made of that, what contradicts what in it,
/// who stands where on what is proposed, and its episodes, shown by the template `story`.
struct StoryView {
    let title: String
    let period: String
    let size: String
    let story: StoryBoard
    let episodes: [EpisodeView]
    let paging: Paging
    let events: String
    let statements: String
    let allContradictions: String
    /// Acts of speech that headlines render, with these.
    let headlines: [UtteranceLine]
    let hasHeadlines: Bool
    let contradictions: [ContradictionView]
    let hasContradictions: Bool
    let proposals: [ProposalView]
    let hasProposals: Bool

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

    static let episodeRows = 20
    private static let articleRows = 12
    /// How much of what stands in front of the episodes is shown.
    private static let mostHeadlines = 6, mostContradictions = 3, mostProposals = 4, holders = 8

    init(_ store: RecordStore, _ id: String, _ filter: PageFilter) throws {
        guard let story = try store.link(Story.self, id: id) else { throw PageError.missing("story", id) }
        title = story.title
        period = Dates.period(story.from, story.to)
        let board = try StoryBoard(story, store, outlets: store.outlets(), .page, ServerAddresses())
        (self.story, size) = (board, board.size)
        headlines = try UtteranceLine.headlines(
            store.utterances(inStory: story.id, headlined: true, limit: Self.mostHeadlines), store, ServerAddresses())
        hasHeadlines = !headlines.isEmpty
        contradictions = try ContradictionView.all(
            store.contradictions(story: story.id, limit: Self.mostContradictions).items, store, ServerAddresses())
        hasContradictions = !contradictions.isEmpty
        proposals = try ProposalView.all(
            store.proposals(inStory: story.id, limit: Self.mostProposals).items, store, most: Self.holders,
            ServerAddresses())
        hasProposals = !proposals.isEmpty
        let shown = story.episodes.dropFirst((filter.page - 1) * Self.episodeRows).prefix(Self.episodeRows)
        episodes = try Self.episodes(store, Array(shown))
        paging = Paging(
            filter, at: "/stories/\(story.id)", goesOn: story.episodes.count > filter.page * Self.episodeRows)
        events = "/events?story=\(story.id)"
        statements = "/search?kind=statement&story=\(story.id)"
        allContradictions = "/contradictions?story=\(story.id)"
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
