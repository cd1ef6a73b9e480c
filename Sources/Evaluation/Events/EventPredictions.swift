package import DemarcheAnnotate
package import DemarcheExtract
import DemarchePipeline
import DemarcheRecords
import DemarcheSourceText
internal import Foundation

/// Reads sentences as the program does and chooses the event between a source and a target.
package struct EventPredictions {
    private let reader: Reader
    private let worker: LanguageWorker

    package init(_ model: LanguageModel, actors: ActorDictionary? = nil) {
        reader = Reader(model, actors: actors)
        worker = LanguageWorker(model)
    }

    package func prediction(_ item: EventSentence) -> EventPrediction {
        let events = events(in: item.sentence, on: nil)
        let choice = EventChoice(
            events, source: Self.span(item.source, in: item.sentence),
            target: Self.span(item.target, in: item.sentence))
        return EventPrediction(
            sentence: item.sentence, gold_root: item.gold_root, root: choice.nearest.map(ContextRoot.root),
            found_root: choice.found.map(ContextRoot.root), events: events.map(Self.row))
    }

    /// The events in a sentence that was published on a day.
    func events(in sentence: String, on day: RecordedDate?) -> [PoliticalEvent] {
        let text = SourceText(sentence)
        let article = Article(
            id: "a-0000000000000000", source: Source(path: "", mediaType: .plain, sha256: "", charset: "UTF-8"),
            metadata: Metadata(published: day), text: text, blocks: [Block(.paragraph, text.trimmed(text.span))])
        return reader.findings(in: article, worker: worker).events
    }

    private static func row(_ event: PoliticalEvent) -> String {
        let names = { (parties: [PoliticalEvent.Participant]) in
            parties.map { $0.party.mention?.exact ?? "–" }.joined(separator: ", ")
        }
        return "\(event.plover.type.rawValue) \(event.cameo ?? "–") \(event.trigger.exact): \(names(event.actors)) → "
            + names(event.recipients)
    }

    private static func span(_ words: String, in sentence: String) -> TextSpan? {
        sentence.range(of: words).map { range in
            let utf8 = sentence.utf8
            return TextSpan(
                utf8.distance(from: utf8.startIndex, to: range.lowerBound),
                utf8.distance(from: utf8.startIndex, to: range.upperBound))
        }
    }
}

/// The event that stands between two parties of a sentence.
struct EventChoice {
    let events: [PoliticalEvent]
    let source: TextSpan?
    let target: TextSpan?

    init(_ events: [PoliticalEvent], source: TextSpan?, target: TextSpan?) {
        self.events = events
        self.source = source
        self.target = target
    }

    /// With source and target given: the event that fits them best, also where only its place does.
    var nearest: PoliticalEvent? { best(events) }

    /// With source and target found: the best of those whose own actor is the source and whose recipient is the target.
    var found: PoliticalEvent? { best(events.filter { hasSource($0) && hasTarget($0) }) }

    private func best(_ events: [PoliticalEvent]) -> PoliticalEvent? {
        let scored = events.enumerated().map { (score: score($0.element), place: $0.offset, event: $0.element) }
        return scored.max { ($0.score, $1.place) < ($1.score, $0.place) }?.event
    }

    private func score(_ event: PoliticalEvent) -> Double {
        let trigger = event.trigger.span
        var score = (hasSource(event) ? 2.0 : 0) + (hasTarget(event) ? 2.0 : 0)
        if let source, let target {
            let (low, high) = (min(source.end, target.end), max(source.start, target.start))
            if low <= trigger.start, trigger.end <= high { score += 1 }
        }
        if [source, target].compactMap(\.self).contains(where: { $0.overlaps(trigger) }) { score -= 1.5 }
        return score
    }

    private func hasSource(_ event: PoliticalEvent) -> Bool { touches(event.actors, source) }

    /// Gold that names nobody in the sentence (“a recipient”) asks for nobody.

    private func hasTarget(_ event: PoliticalEvent) -> Bool {
        touches(event.recipients, target) || touches(event.actors, target)
    }

    private func touches(_ parties: [PoliticalEvent.Participant], _ span: TextSpan?) -> Bool {
        guard let span else { return true }
        return parties.contains { $0.party.mention.map { $0.span.overlaps(span) } ?? false }
    }
}

/// The root that CAMEO's tradition gives an event: that of its code, but what has not come about is what its status makes of it,
/// intent to cooperate, a threat or a refusal.
enum ContextRoot {
    static func root(_ event: PoliticalEvent) -> String {
        let plain = plain(event)
        let isCooperation = cooperation.contains(plain)
        switch event.status {
        case .planned where isCooperation: return "AGREE"
        case .planned where conflict.contains(plain), .threatened where conflict.contains(plain): return "THREATEN"
        case .didNotHappen where isCooperation || plain == "AGREE": return "REJECT"
        default: return plain
        }
    }

    /// Without regard to status.
    static func plain(_ event: PoliticalEvent) -> String {
        if let code = event.cameo, let root = roots[String(code.prefix(2))] { return root }
        return [.concede, .retreat].contains(event.plover.type) ? "YIELD" : event.plover.type.rawValue
    }

    /// By the first two digits of a CAMEO code.
    private static let roots = [
        "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "YIELD",
        "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST",
        "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
    ]
    private static let cooperation: Set<String> = ["CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID"]
    private static let conflict: Set<String> = ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
}
