import DemarcheRecords
import DemarcheStore

/// An act of speech as it stands in a list.
struct UtteranceLine {
    let address: String
    let words: String
    let who: String
    let date: String
    /// How many carry it, and from how many sources that do not have it from each other.
    let carriers: String
    let differs: Bool

    /// Those that more than one article of a story carries, the most carried first.
    static func carried(in story: String, _ store: RecordStore, limit: Int) throws -> [UtteranceLine] {
        try lines(store.utterances(inStory: story, limit: limit), store)
    }

    static func lines(_ utterances: [Utterance], _ store: RecordStore) throws -> [UtteranceLine] {
        let names = try store.titles(of: utterances.compactMap(\.party))
        return utterances.map { utterance in
            UtteranceLine(
                address: "/utterances/\(utterance.id)", words: utterance.title,
                who: utterance.party.flatMap { names[$0] } ?? "No speaker named",
                date: utterance.date.map(Dates.written) ?? "undated",
                carriers: Figure.count(utterance.carriers.count, "carrier") + ", "
                    + Figure.count(utterance.origins.count, "origin"),
                differs: utterance.renderings.contains { !$0.differences.isEmpty })
        }
    }
}

/// One act of speech: who first had it, who carried it, and how each rendered it, shown by the template `utterance`.
struct UtteranceView {
    let title: String
    let who: String?
    let party: String?
    let date: String
    let origin: CarrierView
    let summary: String
    let carriers: [CarrierView]
    let renderings: [RenderingView]

    struct CarrierView {
        let address: String
        let outlet: String
        let origin: String
        let isOwn: Bool
        let date: String
    }

    /// One wording, beside the fullest.
    struct RenderingView {
        let address: String
        let outlet: String
        let date: String
        let directness: String
        let isQuoted: Bool
        let isFullest: Bool
        let pieces: [TextPiece]
        let differences: [DifferenceView]
    }

    struct DifferenceView {
        let kind: String
        let here: String?
        let there: String?
    }

    init(_ store: RecordStore, _ id: String) throws {
        guard let utterance = try store.link(Utterance.self, id: id) else {
            throw PageError.missing("act of speech", id)
        }
        let name = try utterance.party.flatMap { try store.titles(of: [$0])[$0] }
        who = name
        party = utterance.party.map { "/parties/\($0)" }
        title = "\(name ?? "Somebody"), \(utterance.date.map(Dates.written) ?? "undated")"
        date = utterance.date.map(Dates.written) ?? "undated"
        origin = CarrierView(utterance.origin)
        let origins = utterance.origins
        summary =
            Figure.count(utterance.carriers.count, "article") + " from "
            + Figure.count(origins.count, "independent origin") + ": " + origins.joined(separator: ", ")
        carriers = utterance.carriers.map(CarrierView.init)
        let byArticle = Dictionary(utterance.carriers.map { ($0.article, $0) }) { first, _ in first }
        renderings = utterance.renderings.enumerated().map { index, rendering in
            RenderingView(rendering, byArticle[rendering.article], isFullest: index == 0)
        }
    }
}

extension UtteranceView.CarrierView {
    fileprivate init(_ carrier: Utterance.Carrier) {
        address = "/articles/\(carrier.article)"
        outlet = carrier.outlet ?? "outlet not known"
        origin = carrier.origin
        isOwn = carrier.origin == carrier.outlet
        date = carrier.published.map(Dates.written) ?? "undated"
    }
}

extension UtteranceView.RenderingView {
    fileprivate init(_ rendering: Utterance.Rendering, _ carrier: Utterance.Carrier?, isFullest: Bool) {
        address = "/articles/\(rendering.article)#\(rendering.statement)"
        outlet = carrier?.outlet ?? "outlet not known"
        date = carrier?.published.map(Dates.written) ?? "undated"
        directness = rendering.directness.rawValue
        isQuoted = rendering.directness == .direct
        self.isFullest = isFullest
        pieces = TextPiece.pieces(rendering.text, marking: rendering.differences.compactMap(\.here))
        differences = rendering.differences.map {
            UtteranceView.DifferenceView(kind: $0.kind.rawValue, here: $0.here, there: $0.there)
        }
    }
}
