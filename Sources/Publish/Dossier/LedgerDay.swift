internal import DemarcheRecords

/// The date under which a statement stands: its own, else that of the article's publication, else none.
struct LedgerDay: Hashable {
    let date: String?
    let until: String?
    let isPublication: Bool

    init(said: RecordedDate?, published: RecordedDate?) {
        let date = said ?? published
        self.date = date?.date
        until = date?.until
        isPublication = said == nil && published != nil
    }

    /// `22 October 1962`, `published 22 October 1962` or `undated`.
    var heading: String {
        guard let date else { return "undated" }
        let words = [date, until].compactMap(\.self).map(Wording.date).joined(separator: " to ")
        return isPublication ? "published \(words)" : words
    }
}

extension LedgerDay: Comparable {
    /// By date, a statement's own before that of publication; undated last.
    static func < (left: LedgerDay, right: LedgerDay) -> Bool {
        guard let leftDate = left.date, let rightDate = right.date else { return left.date != nil && right.date == nil }
        return (leftDate, left.isPublication ? 1 : 0, left.until ?? "")
            < (rightDate, right.isPublication ? 1 : 0, right.until ?? "")
    }
}
