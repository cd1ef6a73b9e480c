import DemarcheRecords

/// What decides whom a mention means: its words, the month, and of its article no more than can tell. Mentions that agree in all
/// of it are of one party, so that they are resolved once for all articles, with their number.
package struct MentionUnit: Hashable, Sendable, Codable {
    /// What the article says beside the mention that can tell who is meant.
    package enum Context: Hashable, Sendable, Codable {
        case none
        /// Of a surname alone: the full names that may be somebody's of this surname, in the order of their fields.
        case names([SpeakerDescription])
        /// Of a ministry without a state: the only state whose ministry of this portfolio the article names.
        case state(String)
    }

    package var who: SpeakerDescription
    /// That in which the article was published; nil where it is not known, or decides nothing.
    package var month: Month?
    package var context = Context.none
}

/// How often articles have a mention, when, and between which places.
package struct MentionTally: Hashable, Sendable, Codable {
    /// The place of a mention: an article by its name, and which of its mentions it is.
    package struct Place: Hashable, Comparable, Sendable, Codable {
        package var article: String
        package var index: Int

        package static func < (one: Place, other: Place) -> Bool {
            (one.article, one.index) < (other.article, other.index)
        }
    }

    package private(set) var count = 1
    /// Of the days that are known, in ISO 8601.
    package private(set) var firstDay: String?
    package private(set) var lastDay: String?
    /// In the order of the articles' names; what must be taken from one of several mentions is taken from this.
    package private(set) var first: Place
    package private(set) var last: Place

    /// Of one mention.
    package init(_ place: Place, day: String?) {
        (first, last) = (place, place)
        (firstDay, lastDay) = (day, day)
    }

    /// Of several; nil of none.
    init?(_ tallies: some Sequence<MentionTally>) {
        var tallies = tallies.makeIterator()
        guard var sum = tallies.next() else { return nil }
        while let next = tallies.next() { sum.add(next) }
        self = sum
    }

    mutating func add(_ other: MentionTally) {
        count += other.count
        (first, last) = (min(first, other.first), max(last, other.last))
        firstDay = firstDay.map { day in other.firstDay.map { min(day, $0) } ?? day } ?? other.firstDay
        lastDay = lastDay.map { day in other.lastDay.map { max(day, $0) } ?? day } ?? other.lastDay
    }

    var isOfSeveralArticles: Bool { first.article != last.article }
}
