/// Two articles that share text.
package struct Duplicate: LinkRecord {
    package static let linkType = LinkType.duplicate

    /// `same`: the same words. `near`: most of the words of at least one of them. `wire`: a text of an agency that at least
    /// one of them credits.
    package enum Kind: String, Sendable, Codable, CaseIterable { case same, near, wire }

    package var id: String
    /// By their names; two.
    package var articles: [String]
    package var kind: Kind
    /// The part of the shorter text that stands in the other, 0 to 1.
    package var shared: Double
    /// The agency that a wire text comes from.
    package var agency: String?
    package var date: String?

    package init(_ one: String, _ other: String, kind: Kind, shared: Double, agency: String? = nil, date: String? = nil)
    {
        articles = [one, other].sorted()
        id = Identifier.link("d", articles)
        self.kind = kind
        self.shared = shared
        self.agency = agency
        self.date = date
    }

    package var title: String { agency.map { "\(kind.rawValue) by \($0)" } ?? kind.rawValue }
    package var members: [String] { articles }
}
