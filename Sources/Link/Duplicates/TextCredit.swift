import DemarcheRecords
import DemarcheSourceText

/// Whose text an article says that it is.
struct TextCredit: Sendable {
    /// Agencies that the article names as authors: in its credits, bylines and dateline; or else the
    /// outlet, if it is one.
    let authors: Set<String>
    /// Agencies through which single statements came.
    let carriers: Set<String>
    /// The outlet by name or domain.
    let outlet: String?

    init(authors: Set<String>, carriers: Set<String>, outlet: String?) {
        (self.authors, self.carriers, self.outlet) = (authors, carriers, outlet)
    }

    init(_ source: LinkSource, _ agencies: AgencyNames) {
        let metadata = source.article.metadata
        let name = metadata.outlet?.name ?? metadata.outlet?.domain
        var authors = Set(metadata.agencies.flatMap { agencies.agencies(in: $0) })
        authors.formUnion(metadata.bylines.flatMap { agencies.agencies(in: $0) })
        authors.formUnion(Self.dateline(of: source.article, agencies))
        if authors.isEmpty, let name,
            let agency = agencies.agency(name) ?? (metadata.outlet?.kind == .agency ? name : nil)
        {
            authors = [agency]
        }
        self.authors = authors
        outlet = name
        carriers = Set(
            source.findings.statements.flatMap { statement in
                statement.via.filter { $0.kind == .agency }.compactMap { agencies.agency($0.name) }
            })
    }

    /// The agency in `PORT SAID, Nov 5 (Reuters) –` and `CAIRO, November 5. /TASS/.` within the first 80 bytes of the text.
    private static func dateline(of article: Article, _ agencies: AgencyNames) -> [String] {
        guard let first = article.blocks.first(where: { $0.isBody && !$0.kind.isHeading })?.span else { return [] }
        let bytes = article.text.string.utf8.span
        let head = first.start..<min(first.end, first.start + 80)
        guard let open = head.first(where: { bytes[$0] == UInt8(ascii: "(") || bytes[$0] == UInt8(ascii: "/") }),
            let close = (open + 1..<head.upperBound).first(where: {
                bytes[$0] == UInt8(ascii: ")") || bytes[$0] == UInt8(ascii: "/")
            }), bytes[first.start] &- UInt8(ascii: "A") < 26
        else { return [] }
        return agencies.agency(article.text[TextSpan(open + 1, close)]).map { [$0] } ?? []
    }
}

/// The agency whose text two articles share, as far as their credits tell.
enum WireOrigin: Equatable {
    /// No agency is credited with the text, or each article credits another.
    case none
    case unnamed
    case agency(String)

    /// What an article says of its own author counts; the agencies of single statements only confirm it, since a text that
    /// quotes an agency need not be the agency's. Articles of one outlet are not copied through an agency.
    init(_ one: TextCredit, _ other: TextCredit) {
        self = .none
        guard one.outlet == nil || one.outlet != other.outlet else { return }
        let both = one.authors.intersection(other.authors)
        let confirmed =
            both.isEmpty
            ? one.authors.intersection(other.carriers).union(other.authors.intersection(one.carriers)) : both
        let either = one.authors.isEmpty || other.authors.isEmpty ? one.authors.union(other.authors) : []
        let credited = (confirmed.isEmpty ? either : confirmed)
        let named = credited.subtracting([AgencyNames.unnamed])
        if let agency = named.first, named.count == 1 {
            self = .agency(agency)
        } else if !credited.isEmpty {
            self = .unnamed
        } else {
            self = Self.unnamedAndNamed(one.authors, other.authors)
        }
    }

    /// One article says only `agencies`, the other names one.
    private static func unnamedAndNamed(_ one: Set<String>, _ other: Set<String>) -> WireOrigin {
        let named = one.union(other).subtracting([AgencyNames.unnamed])
        guard one == [AgencyNames.unnamed] || other == [AgencyNames.unnamed] else { return .none }
        return named.count == 1 ? named.first.map { .agency($0) } ?? .unnamed : .unnamed
    }
}
