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

    /// Who says it by the first article, for those whose party is not known, by name.
    static func speakers(_ utterances: [Utterance], _ store: RecordStore) throws -> [String: String] {
        let first = utterances.filter { $0.party == nil }.compactMap { one in one.statements.first.map { (one.id, $0) }
        }
        let statements = try store.statements(ids: first.map(\.1)).map(\.statement)
        let names = Dictionary(statements.map { ($0.id, $0.speaker.shownName) }) { first, _ in first }
        return Dictionary(first.compactMap { id, said in (names[said] ?? nil).map { (id, $0) } }) { first, _ in first }
    }

    static func lines(_ utterances: [Utterance], _ store: RecordStore) throws -> [UtteranceLine] {
        let names = try store.titles(of: utterances.compactMap(\.party))
        let speakers = try Self.speakers(utterances, store)
        return utterances.map { utterance in
            UtteranceLine(
                address: "/utterances/\(utterance.id)", words: utterance.title,
                who: utterance.party.flatMap { names[$0] } ?? speakers[utterance.id] ?? "No speaker named",
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
        let places: [Place]
        let directness: String
        let isQuoted: Bool
        let isFullest: Bool
        let pieces: [TextPiece]
        let differences: [DifferenceView]
    }

    /// An article that has it so.
    struct Place {
        let address: String
        let outlet: String
        let date: String
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
        who = try name ?? UtteranceLine.speakers([utterance], store)[utterance.id]
        party = utterance.party.map { "/parties/\($0)" }
        title = "\(who ?? "Somebody"), \(utterance.date.map(Dates.written) ?? "undated")"
        date = utterance.date.map(Dates.written) ?? "undated"
        origin = CarrierView(utterance.origin)
        let origins = utterance.origins
        summary =
            Figure.count(utterance.carriers.count, "article") + " from "
            + Figure.count(origins.count, "independent origin") + ": " + origins.joined(separator: ", ")
        carriers = utterance.carriers.map(CarrierView.init)
        let byArticle = Dictionary(utterance.carriers.map { ($0.article, $0) }) { first, _ in first }
        renderings = Self.grouped(utterance.renderings).map {
            UtteranceView.RenderingView($0, byArticle, of: utterance)
        }
    }
}

extension UtteranceView {
    /// Those that say the same in the same way stand together, in the order in which each way comes first.
    fileprivate static func grouped(_ renderings: [Utterance.Rendering]) -> [[Utterance.Rendering]] {
        var groups: [[Utterance.Rendering]] = []
        for rendering in renderings {
            let same = groups.firstIndex { group in
                group[0].text == rendering.text && group[0].directness == rendering.directness
                    && group[0].differences == rendering.differences
            }
            if let same { groups[same].append(rendering) } else { groups.append([rendering]) }
        }
        return groups
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
    /// - Parameter group: renderings of the same words, at least one.
    fileprivate init(_ group: [Utterance.Rendering], _ carriers: [String: Utterance.Carrier], of utterance: Utterance) {
        let rendering = group[0]
        places = group.map { one in
            UtteranceView.Place(
                address: "/articles/\(one.article)#\(one.statement)",
                outlet: carriers[one.article]?.outlet ?? "outlet not known",
                date: carriers[one.article]?.published.map(Dates.written) ?? "undated")
        }
        directness = rendering.directness.rawValue
        isQuoted = rendering.directness == .direct
        isFullest = rendering.statement == utterance.renderings.first?.statement
        pieces = TextPiece.pieces(rendering.text, marking: rendering.differences.compactMap(\.here))
        differences = rendering.differences.map {
            UtteranceView.DifferenceView(kind: $0.kind.rawValue, here: $0.here, there: $0.there)
        }
    }
}
