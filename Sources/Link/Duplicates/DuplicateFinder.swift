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
    package func links() -> [Duplicate] {
        found().map { duplicate($0.texts.0, $0.texts.1, $0.match) }.sorted { $0.id < $1.id }
    }

    /// How much text the pairs of articles share that share enough, by the names of the articles.
    package func matches() -> [TextMatch] { found().map(\.match) }

    private func found() -> [(texts: (ComparedText, ComparedText), match: TextMatch)] {
        let texts = ordered
        let near = matches(texts, CandidatePairs.similar(texts)).filter(\.match.isNear)
        let stock = StockPassages(texts, copies: near.map(\.pair))
        let passages = texts.map { stock.without($0.fingerprints) }
        let contained = matches(texts, CandidatePairs.containing(passages)).filter { $0.match.isContained }
        return (near + contained).sorted { $0.pair < $1.pair }
            .map { ((texts[$0.pair.0], texts[$0.pair.1]), $0.match) }
    }

    /// - Parameter pairs: in the order of their first texts, whose shingles are unpacked once.
    private func matches(
        _ texts: [ComparedText], _ pairs: [(Int, Int)]
    ) -> [(pair: (Int, Int), match: TextMatch)] {
        var (unpacked, values) = (-1, [UInt32]())
        return pairs.compactMap { one, other in
            guard texts[one].address == nil || texts[one].address != texts[other].address else { return nil }
            if unpacked != one { (unpacked, values) = (one, texts[one].shingles.values) }
            return ((one, other), TextMatch(texts[one], values, texts[other]))
        }
    }

    /// By name, each once.
    private var ordered: [ComparedText] {
        let order = texts.indices.sorted { texts[$0].id < texts[$1].id }
        return order.indices.compactMap { place in
            place > 0 && texts[order[place]].id == texts[order[place - 1]].id ? nil : texts[order[place]]
        }
    }

    private func duplicate(_ one: ComparedText, _ other: ComparedText, _ match: TextMatch) -> Duplicate {
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
