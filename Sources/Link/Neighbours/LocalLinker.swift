import DemarcheRecords

/// Links articles that changed with whatever stands near them, and leaves all other links as they are: what comes out is what
/// ``Linker`` gives for all articles.
///
/// Costs as much as there are articles that have a key in common with those that changed, or with what hangs together with them.
package struct LocalLinker<Memory: LinkMemory> {
    package internal(set) var memory: Memory
    let sample: MatterSample
    /// What is remembered of all texts; as it is after linking.
    package internal(set) var texts: RememberedTexts
    /// What was read of the memory.
    private var inputs: [String: LinkInput] = [:]
    private(set) var directory = PartyDirectory([], [])
    private var known: Set<String> = []

    package init(_ memory: Memory, sample: MatterSample, texts: RememberedTexts) {
        self.memory = memory
        self.sample = sample
        self.texts = texts
    }

    /// Links anew all but parties, which the memory tells as they are now, and stories.
    ///
    /// - Parameter others: articles in which only somebody is another now.
    /// - Returns: the statements and warnings of which the act of speech or the series is another now.
    package mutating func link(
        _ changes: ChangedInputs, partiesOf others: Set<String>
    ) throws(Memory.Failure) -> Set<String> {
        for input in changes.current { inputs[input.article] = input }
        let copies = try linkTexts(changes)
        let known = Set(changes.all.map(\.article))
        let touched = try inputs(of: others.union(copies).subtracting(known))
        let changed = ChangedInputs(former: changes.former + touched, current: changes.current + touched)
        let spoken = try regroup(StatedThings(sample), changed) { groups, things, linker throws(Memory.Failure) in
            try linker.utterances(groups, things)
        }
        let warned = try linkConcerns(changed, statements: spoken)
        try linkDenials(changed)
        _ = try regroup(SameEvent(), changed) { groups, things, _ in OccurrenceLinker.occurrences(groups, things) }
        return spoken.union(warned)
    }

    // MARK: Articles

    /// What is kept of articles.
    mutating func inputs(of articles: Set<String>) throws(Memory.Failure) -> [LinkInput] {
        for input in try memory.inputs(of: articles.filter { inputs[$0] == nil }) { inputs[input.article] = input }
        return articles.sorted().compactMap { inputs[$0] }
    }

    /// Has ``directory`` tell who is mentioned in some entries.
    mutating func know(_ entries: some Sequence<String>) throws(Memory.Failure) {
        let new = Set(entries).subtracting(known)
        let (mentions, parties) = try memory.mentions(in: new)
        directory.add(parties, mentions)
        known.formUnion(new)
    }

    // MARK: Groups

    /// Groups anew what hangs together with things of the articles that changed; gives the members of groups that changed.
    private mutating func regroup<Things: ComparedThings, Link: LinkRecord>(
        _ none: Things, _ changed: ChangedInputs,
        links: ([[Int]], Things, inout LocalLinker) throws(Memory.Failure) -> [Link]
    ) throws(Memory.Failure) -> Set<String> {
        let own = Set(changed.all.flatMap(Things.names))
        let touched = try own.union(memory.links(Link.self, holdingAny: own).flatMap(\.members))
        var groups = AlikeGroups(none)
        let articles = try memory.articles(of: touched).union(changed.current.map(\.article))
        try add(articles, &groups)
        let found = try groups.groups(around: groups.numbers(of: touched)) { keys, groups throws(Memory.Failure) in
            try add(memory.articles(under: keys, within: Things.reach), &groups)
        } former: { names, groups throws(Memory.Failure) in
            let links = try memory.links(Link.self, holdingAny: names)
            try add(memory.articles(of: Set(links.flatMap(\.members))), &groups)
            return links.map(\.members)
        }
        let replaced = try memory.links(Link.self, holdingAny: own.union(groups.names(groups.seen)))
        let new = try links(found, groups.things, &self)
        try memory.replace(replaced, with: new)
        for input in changed.current { try memory.keep(groups.keys(of: input.article), of: input.article) }
        return Set(Set(replaced).symmetricDifference(new).flatMap(\.members))
    }

    private mutating func add<Things: ComparedThings>(
        _ articles: Set<String>, _ groups: inout AlikeGroups<Things>
    ) throws(Memory.Failure) {
        let more = try inputs(of: articles)
        try know(more.flatMap(Things.names))
        for input in more { groups.add(input, directory) }
    }
}
