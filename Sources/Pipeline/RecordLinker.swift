import DemarcheLink
package import DemarcheRecords
package import DemarcheStore

/// Connects all that a record holds, and keeps the links in it.
package struct RecordLinker {
    private let store: RecordStore

    package init(_ store: RecordStore) { self.store = store }

    /// Links the record anew. Nothing changes when it fails or is killed: links are replaced in one transaction.
    ///
    /// - Parameter progress: told after each article how many are done.
    @discardableResult
    package func link(progress: (Int) -> Void = { _ in }) throws(RecordError) -> Links {
        var linker = Linker(edits: try store.partyEdits())
        var done = 0
        try store.eachLinkSource { source in
            linker.add(source)
            done += 1
            progress(done)
        }
        let links = linker.links()
        try store.replaceLinks(links)
        return links
    }
}
