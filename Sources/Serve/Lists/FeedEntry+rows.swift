import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// Nil where the thing has no date, by which a feed could order it.
extension FeedEntry {
    /// How long a title is, in characters.
    private static let longest = 140

    private init?(
        _ id: String, date: String?, title: String, author: String, category: String, address: String, summary: String
    ) {
        guard let updated = Self.moment(date) else { return nil }
        let line = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.init(
            id: id, title: line.count > Self.longest ? line.prefix(Self.longest - 1) + "…" : line, author: author,
            category: category, address: address, summary: summary, updated: updated)
    }

    init?(_ view: EntryView) {
        let parts = view.parts.map { part in
            let words = part.pieces.map(\.text).joined()
            return [part.role, part.isQuoted ? "“\(words)”" : words].compactMap(\.self).joined(separator: " ")
        }
        let said = parts.joined(separator: " – ")
        let place = [view.headline, view.outlet, view.via.map { "via \($0)" }].compactMap(\.self).joined(
            separator: " · ")
        self.init(
            view.id, date: view.told, title: "\(view.who)\(view.label.map { ", \($0)" } ?? ""): \(said)",
            author: view.who, category: view.kind, address: view.address ?? "/",
            summary: "\(said)\n\(view.date) · \(place)")
    }

    init?(_ passage: Passage) {
        self.init(
            passage.articleID, date: passage.published, title: passage.headline ?? "Article without a headline",
            author: passage.outlet ?? "outlet not known", category: "article",
            address: "/articles/\(passage.articleID)",
            summary: passage.plainSnippet)
    }

    init?(_ line: ArticleLine) {
        self.init(
            line.id, date: line.published, title: line.headline ?? "Article without a headline",
            author: line.outlet ?? "outlet not known", category: "article", address: "/articles/\(line.id)",
            summary: [line.outlet, line.published.map(Dates.written)].compactMap(\.self).joined(separator: " · "))
    }

    /// - Parameter act: what it does with its words.
    init?(_ utterance: Utterance, by name: String?, act: String?) {
        let carriers = Figure.count(utterance.carriers.count, "carrier")
        self.init(
            utterance.id, date: utterance.date,
            title: [name ?? "Somebody", act].compactMap(\.self).joined(separator: " ") + ": \(utterance.title)",
            author: name ?? "Somebody", category: "act of speech", address: "/utterances/\(utterance.id)",
            summary: "\(utterance.title)\n\(carriers), \(Figure.count(utterance.origins.count, "origin"))")
    }

    /// - Parameter date: where it is not the link's own.
    init?(_ link: some LinkRecord, at address: String, about summary: String, date: String? = nil) {
        self.init(
            link.id, date: date ?? link.date, title: link.title, author: "Demarche",
            category: type(of: link).linkType.rawValue,
            address: address, summary: summary)
    }
}
