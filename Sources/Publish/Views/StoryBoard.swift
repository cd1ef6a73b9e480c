package import DemarcheRecords
package import DemarcheStore

/// A story: who carried it and who did not, what happened in it, and what was said in it; shown by the template `storybody`.
package struct StoryBoard {
    package let id: String
    package let title: String
    package let address: String?
    package let period: String
    /// `12 articles of 5 outlets`
    package let size: String
    package let coverage: CoverageStrip
    package let timeline: OccurrenceTimeline
    package let hasTimeline: Bool
    /// What the timeline leaves out.
    let restOfTimeline: String
    package let utterances: [UtteranceLine]
    package let hasUtterances: Bool
    let level: Int

    /// How much of a story is shown.
    package struct Bounds: Sendable {
        package let events: Int
        /// How many of these stand before the fold.
        package let rows: Int
        package let utterances: Int
        /// How many ways of saying it stand side by side for each act of speech.
        package let renderings: Int
        /// Of the headings inside.
        let level: Int

        /// On a page of its own.
        package static let page = Bounds(events: 24, rows: 24, utterances: 30, renderings: 6, level: 2)
        /// In a dossier.
        package static let dossier = Bounds(events: 12, rows: 12, utterances: 8, renderings: 4, level: 4)
    }

    package init(
        _ story: Story, _ store: RecordStore, outlets: [String], _ bounds: Bounds, _ addresses: any PageAddresses
    ) throws {
        id = story.id
        level = bounds.level
        title = story.title
        address = addresses.link(.story, story.id)
        period = Dates.period(story.from, story.to)
        let articles = try store.coverage(of: story.id)
        let carriers = Set(articles.compactMap(\.outlet)).count
        size =
            Figure.count(articles.count, "article")
            + (carriers == 0 ? "" : " of " + Figure.count(carriers, "outlet"))
        coverage = CoverageStrip(
            articles, origins: try store.origins(inStory: story.id), outlets: outlets, addresses)
        let around = Self.around(story)
        let found = try store.occurrences(
            inStory: story.id, since: around.since, until: around.until, limit: bounds.events)
        timeline = try OccurrenceTimeline(found.items, store, most: bounds.rows, addresses)
        hasTimeline = !timeline.isEmpty
        restOfTimeline =
            "Of what its articles report, events "
            + (around.since == nil ? "" : "no more than a month before or after it ") + "stand here"
            + (found.goesOn ? ", those with the most reports" : "")
        utterances = try UtteranceLine.lines(
            store.utterances(inStory: story.id, limit: bounds.utterances), store, renderings: bounds.renderings,
            addresses)
        hasUtterances = !utterances.isEmpty
    }

    /// The days of a story and a month on either side, since its articles tell of older events, too; nil where it is undated.
    private static func around(_ story: Story) -> (since: String?, until: String?) {
        func day(_ date: String?, _ by: Int) -> String? {
            guard let span = date.flatMap(Dates.recorded).flatMap(DaySpan.init) else { return nil }
            return CalendarDay(number: (by < 0 ? span.first : span.last) + by).iso
        }
        return (day(story.from, -31), day(story.to, 31))
    }
}
