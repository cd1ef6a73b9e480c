import DemarcheLink
import DemarcheRecords
import DemarcheStore

/// Links only the articles of a record that changed, with whatever stands near them.
struct NearLinking {
    private let record: LinkTransaction
    private let sample: Int
    private let matter: MatterSample
    private let texts: RememberedTexts
    private let changed: ChangedInputs

    /// Nil where all must be linked: many articles changed, one of those over which is counted how rare words are, or all that is kept
    /// is of another version.
    ///
    /// - Parameter most: more than one article in so many is many.
    init?(_ record: LinkTransaction, sample: Int, most: Int) throws(RecordError) {
        let current = try record.unlinkedArticles()
        let former = try record.formerInputs()
        guard try record.remembered("version") == Array(Self.version(sample: sample).utf8),
            let matter = try record.remembered("matter").flatMap(MatterSample.init),
            let texts = try record.remembered("texts").flatMap(RememberedTexts.init),
            try (current.count + former.count) * most <= record.inputCount()
        else { return nil }
        let first = try record.firstArticles(sample)
        guard first.count == sample, let last = first.last, current.allSatisfy({ $0 > last }),
            former.allSatisfy({ $0.article > last })
        else { return nil }
        self.record = record
        self.sample = sample
        self.matter = matter
        self.texts = texts
        var inputs: [LinkInput] = []
        for (article, bytes) in former { inputs.append(try RecordMemory.input(article, bytes)) }
        changed = ChangedInputs(former: inputs, current: try RecordMemory(record).inputs(of: Set(current)))
    }

    /// What must be the same for links to be changed only where articles did.
    static func version(sample: Int) -> String { "\(LinkInput.version) \(sample)" }

    func link(edits: [PartyEdit]) throws(RecordError) {
        var (parties, stories) = (PartyLinker(edits: edits), StoryLinker(sample: sample))
        try record.eachInput { article, bytes throws(RecordError) in
            let input = try RecordMemory.input(article, bytes)
            parties.add(input)
            stories.add(input.storyArticle)
        }
        let (people, mentions) = parties.links()
        let others = try record.replaceParties(people, mentions)
        var linker = LocalLinker(RecordMemory(record), sample: matter, texts: texts)
        try linker.link(changed, partiesOf: others)
        try record.remember(linker.texts.bytes, as: "texts")
        let (told, episodes) = stories.links(try record.links(Series.self), try record.links(Utterance.self))
        _ = try record.replaceAll(of: Episode.self, with: episodes)
        _ = try record.replaceAll(of: Story.self, with: told)
    }
}
