package import DemarcheRecords

/// Finds articles that share text: the same, most of it, or the whole of one inside of the other.
///
/// Candidates come from keys that similar texts have in common (``SimilaritySketch``) and from passages of twenty words
/// (``Fingerprints``) that are no stock of an outlet (``StockPassages``); each is then compared shingle by shingle. Adding is linear in the text, matching near-linear in the number
/// of articles: nobody meets more than 64 others by one key. Of articles at one address, which are versions, only other
/// addresses are compared.
package struct DuplicateFinder: Sendable {
    private var texts: [ComparedText] = []

    package init() {}

    package mutating func add(_ source: LinkSource) { add(source, BodyShingles(source.article)) }

    /// The same for a text whose shingles are known.
    package mutating func add(_ source: LinkSource, _ text: BodyShingles) {
        if let compared = ComparedText(source, text, AgencyNames.known) { texts.append(compared) }
    }

    package mutating func add(_ input: LinkInput) { add(input.text) }

    mutating func add(_ text: ComparedText?) { if let text { texts.append(text) } }

    /// What linking needs of an article's text; nil for a text that is too short.
    static func input(_ source: LinkSource) -> ComparedText? {
        ComparedText(source, BodyShingles(source.article), AgencyNames.known)
    }

    /// By their ids.
    package func links() -> [Duplicate] { linked().links }

    /// The same, with what is remembered of all texts.
    ///
    /// - Parameter keep: told under what each text is found.
    func linked(
        keeping keep: (([NeighbourKey], String) -> Void)? = nil
    ) -> (links: [Duplicate], texts: RememberedTexts) {
        let texts = ordered
        if let keep { for text in texts { keep(text.keys(StockPassages()), text.id) } }
        let near = Self.near(texts)
        let copies = NearCopies(Set(near.map(\.match.articles)))
        let stock = StockPassages(texts, leader: copies.leader)
        let links = Self.links(near + Self.contained(texts, stock), texts)
        return (links, RememberedTexts(copies: copies, stock: stock))
    }

    /// How much text the pairs of articles share that share enough, by the names of the articles.
    package func matches() -> [TextMatch] {
        let texts = ordered
        let near = Self.near(texts)
        let stock = StockPassages(texts, leader: NearCopies(Set(near.map(\.match.articles))).leader)
        return (near + Self.contained(texts, stock)).sorted { $0.pair < $1.pair }.map(\.match)
    }

    typealias Match = (pair: (Int, Int), match: TextMatch)

    /// The pairs that are near as wholes.
    ///
    /// - Parameters:
    ///   - texts: by name, each once.
    ///   - meant: only pairs of which one is among these, if they are given.
    static func near(_ texts: [ComparedText], touching meant: Set<String>? = nil) -> [Match] {
        matches(texts, CandidatePairs.similar(texts), meant).filter(\.match.isNear)
    }

    /// The pairs of which one has most of the other's text and that are not near as wholes.
    static func contained(
        _ texts: [ComparedText], _ stock: StockPassages, touching meant: Set<String>? = nil
    ) -> [Match] {
        let passages = texts.map { stock.without($0.fingerprints) }
        return matches(texts, CandidatePairs.containing(passages), meant).filter { $0.match.isContained }
    }

    static func links(_ matches: [Match], _ texts: [ComparedText]) -> [Duplicate] {
        matches.map { duplicate(texts[$0.pair.0], texts[$0.pair.1], $0.match) }.sorted { $0.id < $1.id }
    }

    private static func matches(
        _ texts: [ComparedText], _ pairs: [(Int, Int)], _ meant: Set<String>?
    ) -> [Match] {
        pairs.compactMap { one, other in
            if let meant, !meant.contains(texts[one].id), !meant.contains(texts[other].id) { return nil }
            guard texts[one].address == nil || texts[one].address != texts[other].address else { return nil }
            return ((one, other), TextMatch(texts[one], texts[other]))
        }
    }

    private var ordered: [ComparedText] { Self.ordered(texts) }

    /// By name, each once.
    static func ordered(_ texts: [ComparedText]) -> [ComparedText] {
        let order = texts.indices.sorted { texts[$0].id < texts[$1].id }
        return order.indices.compactMap { place in
            place > 0 && texts[order[place]].id == texts[order[place - 1]].id ? nil : texts[order[place]]
        }
    }

    private static func duplicate(_ one: ComparedText, _ other: ComparedText, _ match: TextMatch) -> Duplicate {
        let date = one.published.flatMap { first in other.published.map { max(first, $0) } }
        let kind = match.isSame ? Duplicate.Kind.same : .near
        let shared = match.isSame ? 1 : (match.shared * 1000).rounded() / 1000
        switch WireOrigin(one.credit, other.credit) {
        case .none: return Duplicate(one.id, other.id, kind: kind, shared: shared, date: date)
        case .unnamed: return Duplicate(one.id, other.id, kind: .wire, shared: shared, date: date)
        case .agency(let agency):
            return Duplicate(one.id, other.id, kind: .wire, shared: shared, agency: agency, date: date)
        }
    }
}
