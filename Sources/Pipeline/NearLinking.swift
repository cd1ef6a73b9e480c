import DemarcheLink
import DemarcheRecords
import DemarcheStore

/// Links only the articles of a record that changed, with whatever stands near them.
struct NearLinking {
    private let record: LinkTransaction
    private let matter: MatterSample
    private let texts: RememberedTexts
    private let stories: StoryWeights
    private let changed: ChangedInputs

    /// Whether one of the articles changed over which is counted how rare words are, so that all but parties must be linked anew.
    let changesWeights: Bool

    /// Nil where all must be linked: many articles changed, or all that is kept is of another version.
    ///
    /// - Parameter most: more than one article in so many is many.
    init?(_ record: LinkTransaction, sample: Int, most: Int) throws(RecordError) {
        let current = try record.unlinkedArticles()
        let former = try record.formerInputs()
        guard try record.remembered("version") == Array(Self.version(sample: sample).utf8),
            let matter = try record.remembered("matter").flatMap(MatterSample.init),
            let texts = try record.remembered("texts").flatMap(RememberedTexts.init),
            let stories = try record.remembered("stories").flatMap(StoryWeights.init),
            try (current.count + former.count) * most <= record.inputCount()
        else { return nil }
        self.record = record
        self.matter = matter
        self.texts = texts
        var inputs: [LinkInput] = []
        for (article, bytes) in former { inputs.append(try RecordMemory.input(article, bytes)) }
        changed = ChangedInputs(former: inputs, current: try RecordMemory(record).inputs(of: Set(current)))
        let sample = try stories.sample.kept(
            without: changed.former.map(\.place), with: changed.current.map(\.place),
            of: record.inputCount(), size: sample
        ) { () throws(RecordError) in
            try RecordStories(record).places()
        }
        changesWeights = sample == nil
        self.stories = sample.map { stories.drawn($0) } ?? stories
    }

    /// What must be the same for links to be changed only where articles did.
    static func version(sample: Int) -> String { "\(LinkInput.version) \(Linker.Remembered.version) \(sample)" }

    func link(edits: [PartyEdit]) throws(RecordError) {
        let others = try linkParties(edits)
        var linker = LocalLinker(RecordMemory(record), sample: matter, texts: texts)
        let touched = try linker.link(changed, partiesOf: others)
        try record.remember(linker.texts.bytes, as: "texts")
        try record.remember(stories.bytes, as: "stories")
        try linkStories(touched)
    }

    /// Gives the articles in which somebody is another now.
    @discardableResult
    func linkParties(_ edits: [PartyEdit]) throws(RecordError) -> Set<String> {
        let current = Set(changed.current.map(\.article))
        var resolver = PartyResolver(try RecordParties(record))
        let changes = try resolver.update(
            adding: changed.current.map(\.mentions),
            removing: changed.former.map(\.article).filter { !current.contains($0) }, edits: edits)
        return try record.replaceParties(
            changes.parties, gone: changes.gone, mentions: changes.mentions,
            former: changed.former.flatMap(\.mentions.entries))
    }

    /// - Parameter touched: statements and warnings of which the act of speech or the series changed.
    private func linkStories(_ touched: Set<String>) throws(RecordError) {
        var update = StoryUpdate(RecordStories(record), stories)
        for input in changed.former { try update.remove(input.article) }
        for input in changed.current { try update.add(input.article) }
        var (series, utterances): ([Series], [Utterance]) = ([], [])
        if try update.index.holdsUndated() {
            for article in try record.articles(of: touched) { update.touch(article) }
            series = try record.links(Series.self)
            let statements = try record.statements(giving: Set(series.flatMap(\.members)))
            utterances = try record.links(Utterance.self, holdingAny: statements)
        }
        let change = try update.links(series, utterances)
        try record.replace(named: change.goneStories, with: change.stories)
        try record.replace(named: change.goneEpisodes, with: change.episodes)
    }
}
