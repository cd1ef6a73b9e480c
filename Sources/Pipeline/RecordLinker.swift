import DemarcheLink
package import DemarcheRecords
package import DemarcheStore

/// Connects all that a record holds, and keeps the links in it.
///
/// What linking compares of an article is kept beside it, so that only articles that are new or changed are read again; the links
/// are then found anew among all, and those that differ are written.
package struct RecordLinker {
    /// How many articles' inputs are kept together; a killed run makes them again.
    private static let group = 64

    private let store: RecordStore

    package init(_ store: RecordStore) { self.store = store }

    /// Links the record. Links do not change when it fails or is killed: they are replaced in one transaction.
    ///
    /// - Parameters:
    ///   - anew: all articles are read again, whatever is kept of them.
    ///   - progress: told after each article that is read how many are ready.
    @discardableResult
    package func link(anew: Bool = false, progress: (Int) -> Void = { _ in }) throws(RecordError) -> Links {
        if anew { try store.forgetLinkInputs() }
        try keepInputs(progress)
        var linker = Linker(edits: try store.partyEdits())
        var unreadable: [String] = []
        try store.eachLinkInput(version: LinkInput.version) { article, bytes in
            if let input = LinkInput(bytes: bytes) { linker.add(input) } else { unreadable.append(article) }
        }
        for article in unreadable { if let source = try store.linkSource(of: article) { linker.add(source) } }
        let links = linker.links()
        try store.replaceLinks(links)
        return links
    }

    /// Reads the articles of which nothing is kept.
    private func keepInputs(_ progress: (Int) -> Void) throws(RecordError) {
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
