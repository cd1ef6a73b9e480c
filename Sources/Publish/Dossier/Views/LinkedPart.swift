internal import DemarcheRecords
internal import DemarcheStore

/// What connects the articles of a dossier, in the views and templates of the server's pages, bounded: the largest stories, the acts
/// of speech that the most articles carry, the series of warnings that moved, the proposals on which the most parties take a
/// position, and the latest contradictions; shown by the template `linked`.
struct LinkedPart {
    let stories: Bounded<StoryBoard>
    let utterances: Bounded<UtteranceView>
    let series: Bounded<SeriesView>
    let proposals: Bounded<ProposalView>
    let contradictions: Bounded<ContradictionView>

    /// What is shown of a list, and how much is not.
    struct Bounded<View> {
        let views: [View]
        let isEmpty: Bool
        /// `12 of 1,605 stories stand here, those with the most articles`; nil where all of them do.
        let note: String?

        init(_ views: [View], of all: Int, _ plural: String, _ which: String) {
            self.views = views
            isEmpty = views.isEmpty
            note =
                views.count < all
                ? "\(Figure.written(views.count)) of \(Figure.written(all)) \(plural) stand here, \(which)" : nil
        }
    }

    private static let stories = 8, utterances = 12, series = 12, proposals = 12, holders = 16, contradictions = 24

    /// Nil where the record holds no links.
    ///
    /// - Parameter addresses: of what else stands on the page, to which the parts shown here are added.
    init?(_ store: RecordStore, _ addresses: DossierAddresses) throws {
        guard try store.isLinked() else { return nil }
        let counts = try store.figures().links
        let stories = try store.links(Story.self, by: .largest, limit: Self.stories).items
        let utterances = try store.utterances(limit: Self.utterances).items.filter { $0.carriers.count > 1 }
        let series = try store.links(Series.self, by: .moved, limit: Self.series).items
        let proposals = try store.proposals(limit: Self.proposals, offset: 0).items
        let contradictions = try store.contradictions(limit: Self.contradictions).items
        let shown =
            stories.map(\.id) + utterances.map(\.id) + series.map(\.id) + proposals.map(\.id)
            + contradictions.map(\.id)
        let addresses = addresses.showing(shown)
        let outlets = try store.outlets()
        self.stories = Bounded(
            try stories.map { try StoryBoard($0, store, outlets: outlets, .dossier, addresses) },
            of: counts[.story] ?? 0, "stories", "those with the most articles")
        self.utterances = Bounded(
            try utterances.map { try UtteranceView(store, $0, level: 4, addresses) }, of: counts[.utterance] ?? 0,
            "acts of speech", "those that the most articles carry")
        self.series = Bounded(
            try SeriesView.all(series, store, most: 24, addresses), of: counts[.series] ?? 0, "series",
            "those whose force moved most")
        self.proposals = Bounded(
            try ProposalView.all(proposals, store, most: Self.holders, addresses), of: counts[.proposal] ?? 0,
            "proposals", "those on which the most parties take a position")
        self.contradictions = Bounded(
            try ContradictionView.all(contradictions, store, anchored: true, addresses),
            of: counts[.contradiction] ?? 0, "contradictions", "the latest")
    }

    /// Those parts that there are, for the head of the page.
    var counts: [CountView] {
        [
            stories.isEmpty ? nil : CountView(stories.views.count, "story", anchor: "stories", plural: "stories"),
            utterances.isEmpty
                ? nil
                : CountView(utterances.views.count, "act of speech", anchor: "utterances", plural: "acts of speech"),
            series.isEmpty ? nil : CountView(series.views.count, "series", anchor: "series", plural: "series"),
            proposals.isEmpty ? nil : CountView(proposals.views.count, "proposal", anchor: "proposals"),
            contradictions.isEmpty
                ? nil : CountView(contradictions.views.count, "contradiction", anchor: "contradictions"),
        ].compactMap(\.self)
    }
}
