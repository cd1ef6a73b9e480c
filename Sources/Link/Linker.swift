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
    private var stories: StoryLinker

    /// What links of one kind are found by.
    package enum Part: String, CaseIterable, Sendable {
        case duplicates, parties, utterances, proposals, occurrences, stories
    }

    /// - Parameters:
    ///   - edits: what the user said of parties, the oldest first.
    ///   - sample: over how many articles is counted how rare words are.
    package init(edits: [PartyEdit] = [], sample: Int = LinkSample.size) {
        parties = PartyLinker(edits: edits)
        stories = StoryLinker(sample: sample)
    }

    /// - Parameter done: told after each part, so that it can be timed.
    package mutating func add(_ source: LinkSource, done: (Part) -> Void = { _ in }) {
        duplicates.add(source)
        done(.duplicates)
        parties.add(source)
        done(.parties)
        utterances.add(source)
        done(.utterances)
        proposals.add(source)
        done(.proposals)
        occurrences.add(source)
        done(.occurrences)
        stories.add(source)
        done(.stories)
    }

    /// Adds an article by what was kept of it.
    package mutating func add(_ input: LinkInput) {
        duplicates.add(input.text)
        parties.add(input.mentions)
        utterances.add(input.statements)
        proposals.add(input.concerns)
        occurrences.add(input.events)
        stories.add(input.story)
    }

    /// - Parameter done: told after each part, so that it can be timed.
    package func links(done: (Part) -> Void = { _ in }) -> Links {
        let (people, mentions, _) = partyLinks()
        done(.parties)
        var links = linked(people, mentions, done: done).links
        (links.parties, links.mentions) = (people, mentions)
        return links
    }

    /// Parties and mentions, and what ``PartyResolver`` remembers of them.
    package func partyLinks() -> (parties: [Party], mentions: [PartyMention], memory: PartiesInMemory) {
        parties.linked()
    }

    /// What is remembered of a whole linking, so that later ones need not look at all articles.
    package struct Remembered: Sendable {
        /// Raised by hand whenever it is kept in another form or found by another rule; then all is linked anew.
        package static let version = "2"

        package let texts: RememberedTexts
        package let matter: MatterSample
        package let stories: StoryWeights
        package let nodes: [StoryNode]
    }

    /// All other links, with what is remembered.
    ///
    /// - Parameters:
    ///   - keep: told under what things of each article are found (``LinkMemory/keep(_:of:)``).
    ///   - done: told after each part, so that it can be timed.
    package func linked(
        _ people: [Party], _ mentions: [PartyMention],
        keeping keep: ((_ keys: [NeighbourKey], _ article: String) -> Void)? = nil, done: (Part) -> Void = { _ in }
    ) -> (links: Links, remembered: Remembered) {
        var links = Links()
        let directory = PartyDirectory(people, mentions)
        let texts: RememberedTexts
        (links.duplicates, texts) = duplicates.linked(keeping: keep)
        done(.duplicates)
        let weights = stories.weights
        let matter = MatterSample(utterances.stated, weights.sample)
        links.utterances = utterances.links(directory, links.duplicates, matter, keeping: keep)
        done(.utterances)
        (links.proposals, links.series, links.contradictions) = proposals.links(
            directory, utterances: Utterance.byStatement(links.utterances))
        links.contradictions += DeniedStatements.contradictions(utterances.stated, directory)
        links.contradictions.sort { $0.id < $1.id }
        if let keep {
            for concern in proposals.concerns { keep(concern.neighbourKeys, concern.article) }
            for statement in utterances.stated { keep([statement.denialKey].compactMap(\.self), statement.article) }
        }
        done(.proposals)
        links.occurrences = occurrences.links(directory, keeping: keep)
        done(.occurrences)
        (links.stories, links.episodes) = stories.links(links.series, links.utterances, by: weights)
        let nodes = keep == nil ? [] : stories.nodes(by: weights)
        done(.stories)
        return (links, Remembered(texts: texts, matter: matter, stories: weights, nodes: nodes))
    }
}

extension Utterance {
    /// The act of speech that each statement renders.
    static func byStatement(_ utterances: [Utterance]) -> [String: String] {
        Dictionary(utterances.flatMap { act in act.statements.map { ($0, act.id) } }) { first, _ in first }
    }
}
