import DemarcheRecords

extension LocalLinker {
    /// Links anew the proposals, series and contradictions of positions on whatever acts the positions and warnings of the articles that
    /// changed name or named.
    ///
    /// - Parameter statements: those of which the act of speech changed.
    /// - Returns: the warnings of which the series changed.
    mutating func linkConcerns(
        _ changed: ChangedInputs, statements: Set<String>
    ) throws(Memory.Failure) -> Set<String> {
        let others = try inputs(of: memory.articles(of: statements))
        let touched =
            changed.all.flatMap(\.concerns)
            + others.flatMap { $0.concerns.filter { $0.statement.map(statements.contains) == true } }
        let keys = Set(touched.flatMap(\.neighbourKeys))
        let near = try inputs(of: memory.articles(under: keys, within: 0).union(changed.current.map(\.article)))
        let concerns = near.flatMap(\.concerns).filter { !keys.isDisjoint(with: $0.neighbourKeys) }
        try know(concerns.flatMap { [$0.id, $0.statement].compactMap(\.self) })
        let warned = try linkProposals(concerns.filter { keys.contains($0.actKey) }, touched)
        try linkOppositions(concerns.filter { $0.standKey.map(keys.contains) == true }, touched)
        for input in changed.current {
            try memory.keep(Set(input.concerns.flatMap(\.neighbourKeys)), of: input.article)
        }
        return warned
    }

    private mutating func linkProposals(
        _ concerns: [Concern], _ touched: [Concern]
    ) throws(Memory.Failure) -> Set<String> {
        let members = Set((concerns + touched).map(\.id))
        let statements = Set(concerns.compactMap(\.statement))
        let acts = try memory.links(Utterance.self, holdingAny: statements)
        let (proposals, series) = ProposalLinker.links(concerns, directory, utterances: Utterance.byStatement(acts))
        try memory.replace(memory.links(LinkedProposal.self, holdingAny: members), with: proposals)
        let old = try memory.links(Series.self, holdingAny: members)
        try memory.replace(old, with: series)
        return Set(Set(old).symmetricDifference(series).flatMap(\.members))
    }

    private mutating func linkOppositions(_ concerns: [Concern], _ touched: [Concern]) throws(Memory.Failure) {
        let members = Set((concerns + touched).map(\.id))
        let found = OpposedStances(directory).contradictions(concerns)
        try memory.replace(memory.links(Contradiction.self, holdingAny: members), with: found)
    }

    /// Links anew what is claimed and denied of the acts that statements of the articles that changed claim or deny, or did.
    mutating func linkDenials(_ changed: ChangedInputs) throws(Memory.Failure) {
        let touched = changed.all.flatMap(\.statements)
        let keys = Set(touched.compactMap(\.denialKey))
        let near = try inputs(of: memory.articles(under: keys, within: 0).union(changed.current.map(\.article)))
        let statements = near.flatMap(\.statements).filter { $0.denialKey.map(keys.contains) == true }
        try know(statements.map(\.id))
        let members = Set((statements + touched).map(\.id))
        let found = DeniedStatements.contradictions(statements, directory)
        try memory.replace(memory.links(Contradiction.self, holdingAny: members), with: found)
        for input in changed.current {
            try memory.keep(Set(input.statements.compactMap(\.denialKey)), of: input.article)
        }
    }
}

extension Concern {
    /// Under what entries on the same act are found.
    var actKey: NeighbourKey { NeighbourKey(key: FNV1a.hash("act " + act.act.joined(separator: " ")), day: nil) }

    /// Under what positions on the same act are found.
    var standKey: NeighbourKey? {
        proposed.map { NeighbourKey(key: FNV1a.hash("stand " + $0.keys.sorted().joined(separator: " ")), day: nil) }
    }

    var neighbourKeys: [NeighbourKey] { [act.isTelling ? actKey : nil, standKey].compactMap(\.self) }
}

extension StatedWords {
    /// Under what claims and denials of the same act are found.
    var denialKey: NeighbourKey? {
        act.map { NeighbourKey(key: FNV1a.hash("denial " + $0.words.keys.sorted().joined(separator: " ")), day: nil) }
    }
}
