/// What connects the entries of many articles; each list in the order of its ids.
package struct Links: Hashable, Sendable {
    package var parties: [Party] = []
    package var mentions: [PartyMention] = []
    package var duplicates: [Duplicate] = []
    package var utterances: [Utterance] = []
    package var proposals: [LinkedProposal] = []
    package var series: [Series] = []
    package var contradictions: [Contradiction] = []
    package var occurrences: [Occurrence] = []
    package var stories: [Story] = []
    package var episodes: [Episode] = []

    package init() {}
}

/// What a link is.
package enum LinkType: String, Sendable, CaseIterable {
    case party, duplicate, utterance, proposal, series, contradiction, occurrence, story, episode
}

/// A record over entries or articles.
package protocol LinkRecord: Hashable, Sendable, Codable {
    static var linkType: LinkType { get }
    var id: String { get }
    /// What one reads of it in a list.
    var title: String { get }
    /// ISO 8601, for lists by time; nil where none is known.
    var date: String? { get }
    /// The entries or articles that it connects; for parties none, which have ``PartyMention``.
    var members: [String] { get }
}
