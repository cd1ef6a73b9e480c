package import DemarcheRecords

/// Connects what was found in many articles: who is who, what is copied, what is one act of speech, one proposal, one course of
/// events.
///
/// Articles are added in any order; of each only what linking compares is kept. The links are a pure function of the articles
/// and of what the user said of parties.
package struct Linker: Sendable {
    private var articles: [String] = []
    private var duplicates = DuplicateFinder()
    private var parties: PartyLinker
    private var utterances = UtteranceLinker()
    private var proposals = ProposalLinker()
    private var occurrences = OccurrenceLinker()
    private var stories = StoryLinker()

    /// What links of one kind are found by.
    package enum Part: String, CaseIterable, Sendable {
        case duplicates, parties, utterances, proposals, occurrences, stories
    }

    /// - Parameter edits: what the user said of parties, the oldest first.
    package init(edits: [PartyEdit] = []) { parties = PartyLinker(edits: edits) }

    /// - Parameter done: told after each part, so that it can be timed.
    package mutating func add(_ source: LinkSource, done: (Part) -> Void = { _ in }) {
        articles.append(source.article.id)
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
        articles.append(input.article)
        duplicates.add(input.text)
        parties.add(input.mentions)
        utterances.add(input.statements)
        proposals.add(input.concerns)
        occurrences.add(input.events)
        stories.add(input.story)
    }

    /// - Parameter done: told after each part, so that it can be timed.
    package func links(done: (Part) -> Void = { _ in }) -> Links {
        var links = Links()
        (links.parties, links.mentions) = parties.links()
        let directory = PartyDirectory(links.parties, links.mentions)
        done(.parties)
        links.duplicates = duplicates.links()
        done(.duplicates)
        links.utterances = utterances.links(directory, links.duplicates, sample: LinkSample.of(articles))
        done(.utterances)
        (links.proposals, links.series, links.contradictions) = proposals.links(
            directory, utterances: Self.acts(links.utterances))
        links.contradictions += DeniedStatements.contradictions(utterances.stated, directory)
        links.contradictions.sort { $0.id < $1.id }
        done(.proposals)
        links.occurrences = occurrences.links(directory)
        done(.occurrences)
        (links.stories, links.episodes) = stories.links(links.series, links.utterances)
        done(.stories)
        return links
    }
}

extension Linker {
    /// The act of speech that each statement renders.
    private static func acts(_ utterances: [Utterance]) -> [String: String] {
        Dictionary(utterances.flatMap { act in act.statements.map { ($0, act.id) } }) { first, _ in first }
    }
}
