import DemarcheRecords

/// What decides whom a mention means: its words, the month, and of its article no more than can tell. Mentions that agree in all
/// of it are of one party, so that they are resolved once for all articles, with their number.
struct MentionUnit: Hashable, Sendable {
    /// What the article says beside the mention that can tell who is meant.
    enum Context: Hashable, Sendable {
        case none
        /// Of a surname alone: the full names that may be somebody's of this surname.
        case names(Set<SpeakerDescription>)
        /// Of a ministry without a state: the only state whose ministry of this portfolio the article names.
        case state(String)
    }

    var who: SpeakerDescription
    /// That in which the article was published.
    var month: Month?
    var context = Context.none
}

/// How often articles have a mention, when, and between which names of articles.
struct MentionTally: Hashable, Sendable {
    /// The place of a mention: an article by its name, and which of its mentions it is.
    struct Place: Hashable, Comparable, Sendable {
        var article: String
        var index: Int

        static func < (one: Place, other: Place) -> Bool {
            (one.article, one.index) < (other.article, other.index)
        }
    }

    private(set) var count = 1
    /// Of the days that are known, in ISO 8601.
    private(set) var firstDay: String?
    private(set) var lastDay: String?
    /// In the order of the articles' names; what must be taken from one of several mentions is taken from this.
    private(set) var first: Place
    private(set) var last: Place

    /// Of one mention.
    init(_ place: Place, day: String?) {
        (first, last) = (place, place)
        (firstDay, lastDay) = (day, day)
    }

    mutating func add(_ other: MentionTally) {
        count += other.count
        (first, last) = (min(first, other.first), max(last, other.last))
        firstDay = [firstDay, other.firstDay].compactMap(\.self).min()
        lastDay = [lastDay, other.lastDay].compactMap(\.self).max()
    }

    var isOfSeveralArticles: Bool { first.article != last.article }
}
