import DemarcheLink
package import DemarcheRecords
package import DemarcheStore

/// Connects all that a record holds, and keeps the links in it.
///
/// What linking compares of an article is kept beside it, so that only articles that are new or changed are read again. Where few
/// changed, only what stands near them is linked anew; the links are the same as if all were.
package struct RecordLinker {
    /// How many articles' inputs are kept together; a killed run makes them again.
    private static let group = 64
    /// Where more than one in so many changed, linking all costs less.
    static let many = 8

    private let store: RecordStore
    private let sample: Int

    /// - Parameter sample: over how many articles is counted how rare words are.
    package init(_ store: RecordStore, sample: Int = LinkSample.size) {
        self.store = store
        self.sample = sample
    }

    /// Links the record. Links do not change when it fails or is killed: they are replaced in one transaction.
    ///
    /// - Parameters:
    ///   - anew: all articles are read again, whatever is kept of them.
    ///   - progress: told after each article that is read how many are ready.
    /// - Returns: how many links of each type the record has then.
    @discardableResult
    package func link(
        anew: Bool = false, progress: (Int) -> Void = { _ in }
    ) throws(RecordError) -> [LinkType: Int] {
        if anew { try store.forgetLinkInputs() }
        try keepInputs(progress)
        do throws(RecordError) { return try linkKept() } catch  where error.code == .damaged && !anew {
            return try link(anew: true, progress: progress)
        }
    }

    private func linkKept() throws(RecordError) -> [LinkType: Int] {
        let edits = try store.partyEdits()
        return try store.linking { record throws(RecordError) in
            let whole = WholeLinking(record, sample: sample)
            if let near = try NearLinking(record, sample: sample, most: Self.many) {
                if near.changesWeights {
                    try near.linkParties(edits)
                    try whole.linkAllButParties()
                } else {
                    try near.link(edits: edits)
                }
            } else {
                try whole.link(edits: edits)
            }
            try record.noteAll()
            return try record.linkCounts()
        }
    }

    /// Reads the articles of which nothing is kept.
    func keepInputs(_ progress: (Int) -> Void) throws(RecordError) {
        let missing = try store.articlesWithoutLinkInput(version: LinkInput.version)
        var ready = try store.articleIDs().count - missing.count
        var words = TermReader()
        for start in stride(from: 0, to: missing.count, by: Self.group) {
            var inputs: [(article: String, bytes: [UInt8])] = []
            for id in missing[start..<min(missing.count, start + Self.group)] {
                if let source = try store.linkSource(of: id) { inputs.append((id, LinkInput(source, &words).bytes)) }
                ready += 1
                progress(ready)
            }
            try store.keepLinkInputs(inputs, version: LinkInput.version)
        }
    }
}
