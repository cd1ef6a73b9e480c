import DemarcheRecords
import DemarcheSourceText

/// The agency that an article credits in its dateline, `KYIV, March 16 (Reuters) — …`, or as its author, `By Reuters`.
enum Credits {
    static func agencies(_ text: SourceText, _ blocks: [Block]) -> [String] {
        guard let first = blocks.first(where: { $0.kind == .paragraph }) else { return [] }
        return dateline(text[first.span]).map { [$0] } ?? []
    }

    /// The words in brackets after a place in capitals and before a dash.
    private static func dateline(_ paragraph: Substring) -> String? {
        let head = paragraph.prefix(90)
        guard let open = head.firstIndex(of: "("), let close = head[open...].firstIndex(of: ")"),
            let place = head.split(separator: " ").first, place.filter(\.isLetter).count > 2,
            place.allSatisfy({ !$0.isLowercase }),
            let dash = head[close...].dropFirst().first(where: { $0 != " " }), "—–-".contains(dash)
        else { return nil }
        let name = head[head.index(after: open)..<close]
        return name.isEmpty || name.contains("(") ? nil : String(name)
    }
}
