import DemarcheRecords

extension LocalLinker {
    /// Compares the texts of the articles that changed with all that share a passage or a key with them; gives the articles whose copies
    /// changed.
    ///
    /// Of what more than ``Postings/farthest`` texts have, each meets only some, and which these are changes with one more; so all of
    /// them are compared again.
    mutating func linkTexts(_ changed: ChangedInputs) throws(Memory.Failure) -> Set<String> {
        let own = changed.all.compactMap(\.text)
        let before = texts
        try countCopies(own, changed)
        var meant = Set(own.map(\.id))
        let turned = texts.stock.stock.symmetricDifference(before.stock.stock)
        meant.formUnion(try compared(Set(turned.map(ComparedText.passageKey)), changed).map(\.id))
        meant.formUnion(crowded(own, try compared(Set(own.flatMap { $0.keys(texts.stock) }), changed)))
        let near = try neighbours(meant, changed)
        let found =
            DuplicateFinder.near(near, touching: meant)
            + DuplicateFinder.contained(near, texts.stock, touching: meant)
        let old = try memory.links(Duplicate.self, holdingAny: meant)
        let new = DuplicateFinder.links(found, near)
        try memory.replace(old, with: new)
        for input in changed.current {
            try memory.keep(input.text.map { Set($0.keys(StockPassages())) } ?? [], of: input.article)
        }
        return Set(Set(old).symmetricDifference(new).flatMap(\.articles))
    }

    /// Finds which texts are near as wholes now, and which passages are stock.
    private mutating func countCopies(_ own: [ComparedText], _ changed: ChangedInputs) throws(Memory.Failure) {
        let names = Set(own.map(\.id))
        let around = try compared(Set(own.flatMap(\.bandKeys)), changed)
        let meant = names.union(crowded(own, around))
        let near = DuplicateFinder.near(try neighbours(meant, changed), touching: meant)
        let kept = texts.copies.pairs.filter { meant.isDisjoint(with: $0) }
        let copies = NearCopies(kept.union(near.map(\.match.articles)))
        let others = texts.copies.texts.union(copies.texts).filter {
            texts.copies.leader(of: $0) != copies.leader(of: $0)
        }
        let moved = try inputs(of: others).compactMap(\.text) + changed.former.compactMap(\.text)
        var passages = Set(moved.flatMap(\.fingerprints))
        passages.formUnion(texts.stock.without(own.flatMap(\.fingerprints)))
        let having = try compared(Set(passages.map(ComparedText.passageKey)), changed)
        texts.stock.count(passages, having, leader: copies.leader)
        texts.copies = copies
    }

    /// The texts that have a key in common with one of the changed ones that too many have.
    private func crowded(_ own: [ComparedText], _ others: [ComparedText]) -> Set<String> {
        let keys = Set(own.flatMap { $0.keys(texts.stock) })
        var having: [NeighbourKey: Set<String>] = [:]
        for text in own + others {
            for key in text.keys(texts.stock) where keys.contains(key) { having[key, default: []].insert(text.id) }
        }
        return having.values.filter { $0.count > Postings.farthest }.reduce(into: Set()) { $0.formUnion($1) }
    }

    /// Some texts and all that share a key with one of them, by name.
    private mutating func neighbours(
        _ names: Set<String>, _ changed: ChangedInputs
    ) throws(Memory.Failure) -> [ComparedText] {
        let meant = try inputs(of: names).compactMap(\.text)
        return try compared(Set(meant.flatMap { $0.keys(texts.stock) }), changed)
    }

    /// The texts that have one of some keys, and those that changed; by name.
    private mutating func compared(
        _ keys: Set<NeighbourKey>, _ changed: ChangedInputs
    ) throws(Memory.Failure) -> [ComparedText] {
        let names = try memory.articles(under: keys, within: 0).union(changed.current.map(\.article))
        return DuplicateFinder.ordered(try inputs(of: names).compactMap(\.text))
    }
}

extension ComparedText {
    static func passageKey(_ passage: UInt32) -> NeighbourKey {
        NeighbourKey(key: FNV1a.hash([UInt64(SimilaritySketch.bands), UInt64(passage)]), day: nil)
    }

    /// Under what texts are found that may be near as wholes.
    var bandKeys: [NeighbourKey] {
        bands.enumerated().map { NeighbourKey(key: FNV1a.hash([UInt64($0), UInt64($1)]), day: nil) }
    }

    /// Under what texts are found that may be near or have a passage in common that is no stock.
    func keys(_ stock: StockPassages) -> [NeighbourKey] {
        bandKeys + stock.without(fingerprints).map(Self.passageKey)
    }
}
