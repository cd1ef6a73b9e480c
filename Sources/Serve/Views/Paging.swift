/// The way to the neighbouring stretches of a list, shown by the template `paging`.
struct Paging {
    let previous: String?
    let next: String?
    let page: Int
    /// Whether there is more than one page.
    let isNeeded: Bool

    init(_ filter: PageFilter, at path: String, goesOn: Bool) {
        page = filter.page
        previous = filter.page > 1 ? filter.onPage(filter.page - 1).address(path) : nil
        next = goesOn ? filter.onPage(filter.page + 1).address(path) : nil
        isNeeded = previous != nil || next != nil
    }
}
