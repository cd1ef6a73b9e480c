import DemarcheStore

/// What a form or the interface for programs is asked for.
struct Asked: Sendable {
    let store: RecordStore
    /// What the record is called.
    let record: String
    let filter: PageFilter
    /// The path without its ending, as in the address: `/events`.
    let path: String
    /// Under which the form itself is: `/events.json`, `/api/v1/events`.
    let ownPath: String
    /// `http://127.0.0.1:8624`, as the one who asks has it.
    let origin: String
    /// The name of the thing in the path; empty for lists.
    var id = ""

    /// What the store is asked for, with the search of the address in it.
    ///
    /// - Throws: ``PageError`` when a field of the search cannot have its value.
    func listed() throws(PageError) -> ListFilter {
        let search = SearchQuery(filter.query ?? "")
        return try filter.completed(by: search).listed(expression: search.expression, words: search.words)
    }

    /// The same with another filter, where there is one.
    func reading(_ filter: PageFilter?) -> Asked {
        guard let filter else { return self }
        return Asked(
            store: store, record: record, filter: filter, path: path, ownPath: ownPath, origin: origin, id: id)
    }

    /// The address of the form itself, on this page or on a neighbouring one; nil where there is none.
    func address(_ step: Int = 0, if isThere: Bool = true) -> String? {
        let page = filter.page + step
        guard isThere, (1...PageFilter.lastPage).contains(page) else { return nil }
        return filter.onPage(page).address(ownPath)
    }

    var offset: Int { (filter.page - 1) * filter.limit }
}
