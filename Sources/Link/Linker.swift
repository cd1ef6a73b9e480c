package import DemarcheRecords

/// Connects what was found in many articles: who is who, what is copied, what is one act of speech, one proposal, one course of
/// events.
///
/// Articles are added in any order; of each only what linking compares is kept. The links are a pure function of the articles
/// and of what the user said of parties.
package struct Linker: Sendable {
    private var duplicates = DuplicateFinder()
    private var parties: PartyLinker
    private var utterances = UtteranceLinker()
    private var proposals = ProposalLinker()
    private var occurrences = OccurrenceLinker()
    private var stories = StoryLinker()

    /// - Parameter edits: what the user said of parties, the oldest first.
    package init(edits: [PartyEdit] = []) { parties = PartyLinker(edits: edits) }

    package mutating func add(_ source: LinkSource) {
        duplicates.add(source)
        parties.add(source)
        utterances.add(source)
        proposals.add(source)
        occurrences.add(source)
        stories.add(source)
    }

    package func links() -> Links {
        var links = Links()
        (links.parties, links.mentions) = parties.links()
        let directory = PartyDirectory(links.parties, links.mentions)
        links.duplicates = duplicates.links()
        links.utterances = utterances.links(directory, links.duplicates)
        (links.proposals, links.series, links.contradictions) = proposals.links(directory)
        links.occurrences = occurrences.links(directory)
        (links.stories, links.episodes) = stories.links()
        return links
    }
}

/// Tells who is mentioned at a place of an entry.
package struct PartyDirectory: Sendable {
    private let parties: [String: Party]
    private let mentions: [String: [PartyMention]]

    package init(_ parties: [Party], _ mentions: [PartyMention]) {
        self.parties = Dictionary(parties.map { ($0.id, $0) }) { first, _ in first }
        self.mentions = Dictionary(grouping: mentions, by: \.entry)
    }

    /// The party in a role of an entry; nil where nobody is known.
    package func party(_ role: PartyMention.Role, of entry: String, place: Int = 0) -> Party? {
        mentions[entry]?.first { $0.role == role && $0.place == place }.flatMap { parties[$0.party] }
    }

    package func party(id: String) -> Party? { parties[id] }
}
