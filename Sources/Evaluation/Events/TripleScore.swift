package import DemarcheAnnotate
package import DemarcheExtract
import DemarcheRecords
internal import Foundation

/// F1 over triples of source code, target code and root. The records are coded in WEIS, whose roots stand for PLOVER's as their
/// definitions say; codes that only test a dictionary (345, 800 and above) ask for no certain root, and comment (02) is none.
package struct TripleScore {
    private let reader: EventPredictions
    private var counts = (right: 0, said: 0, gold: 0)
    package private(set) var errors: [String] = []

    package init(_ model: LanguageModel, actors: ActorDictionary) {
        reader = EventPredictions(model, actors: actors)
    }

    package mutating func add(_ record: PetrarchRecord) {
        let day = record.day.count == 8 ? Self.iso(record.day) : nil
        let date = day.flatMap { RecordedDate(iso: $0, basis: .given) }
        var said = Self.triples(of: reader.events(in: record.text, on: date))
        let gold = Set(record.events.filter { $0.root != "02" })
        let all = said
        counts.said += said.count
        counts.gold += gold.count
        for triple in gold.sorted(by: { $0.root < $1.root }) {
            guard let match = said.first(where: { Self.isSame($0, triple) }) else {
                errors.append(
                    "\(record.id)\tmissed \(triple.source) \(triple.target) \(triple.root)\t\(all.map { "\($0.source) \($0.target) \($0.root)" }.sorted().joined(separator: "; "))\t\(record.text)"
                )
                continue
            }
            said.remove(match)
            counts.right += 1
        }
        for triple in said {
            errors.append("\(record.id)\tfalse \(triple.source) \(triple.target) \(triple.root)\t\(record.text)")
        }
    }

    private static func iso(_ day: String) -> String {
        "\(day.prefix(4))-\(day.dropFirst(4).prefix(2))-\(day.suffix(2))"
    }

    /// Those of all events. The records code a verb with its complement once: what is only vowed, agreed on or called off between
    /// two parties is none beside the vow.
    private static func triples(of events: [PoliticalEvent]) -> Set<PetrarchRecord.Triple> {
        let isReal = { (event: PoliticalEvent) in event.status == .happened || event.status == .ongoing }
        let real = Set(events.filter(isReal).flatMap(triples))
        let pairs = Set(real.map { [$0.source, $0.target] })
        let others = events.filter { !isReal($0) }.flatMap(triples)
        return real.union(others.filter { !pairs.contains([$0.source, $0.target]) })
    }

    /// Both ways where two parties do it with each other.
    private static func triples(_ event: PoliticalEvent) -> [PetrarchRecord.Triple] {
        let root = event.plover.type == .coerce ? "COERCE" : ContextRoot.plain(event)
        let (actors, recipients) = (codes(event.actors), codes(event.recipients))
        let isMutual = recipients.isEmpty && isMutual(event, root) || root == "CONSULT"
        let others = recipients.isEmpty && isMutual ? actors : recipients
        let pairs = actors.flatMap { actor in others.map { (actor, $0) } }
        return (pairs + (isMutual ? pairs.map { ($1, $0) } : [])).filter { $0 != $1 }.map {
            PetrarchRecord.Triple(source: $0, target: $1, root: root)
        }
    }

    /// Whether two parties do it with each other when nobody else is named.
    private static func isMutual(_ event: PoliticalEvent, _ root: String) -> Bool {
        ["CONSULT", "AGREE", "COOPERATE", "YIELD", "ASSAULT"].contains(root)
            || ["054", "057", "124", "164"].contains(event.cameo)
    }

    private static func codes(_ parties: [PoliticalEvent.Participant]) -> [String] {
        parties.compactMap(\.code).flatMap { $0.split(separator: "/").map(String.init) }
    }

    private static func isSame(_ said: PetrarchRecord.Triple, _ gold: PetrarchRecord.Triple) -> Bool {
        said.source == gold.source && said.target == gold.target
            && (roots[gold.root].map { $0.contains(said.root) } ?? true)
    }

    /// PLOVER's older roots by those of the records, which are partly WEIS (McClelland 1978) and partly CAMEO.
    private static let roots: [String: Set<String>] = [
        "01": ["YIELD"], "03": ["CONSULT", "AGREE"], "04": ["SUPPORT", "CONSULT"], "05": ["AGREE", "AID", "SUPPORT"],
        "06": ["SUPPORT", "AID", "YIELD", "COOPERATE"], "07": ["AID"],
        "08": ["AGREE", "SUPPORT", "COOPERATE", "YIELD"],
        "09": ["REQUEST", "ACCUSE"], "10": ["REQUEST"], "11": ["REJECT", "ACCUSE"], "12": ["ACCUSE", "REJECT"],
        "13": ["ACCUSE", "PROTEST", "THREATEN"], "14": ["REJECT", "PROTEST"], "15": ["REQUEST", "MOBILIZE"],
        "16": ["THREATEN", "ACCUSE", "SANCTION"], "17": ["THREATEN", "COERCE"],
        "18": ["PROTEST", "MOBILIZE", "ASSAULT"],
        "19": ["SANCTION", "REJECT", "ASSAULT"], "20": ["SANCTION", "COERCE", "ASSAULT"], "21": ["COERCE"],
        "22": ["ASSAULT"],
    ]

    package var summary: String {
        let precision = Double(counts.right) / Double(max(1, counts.said))
        let recall = Double(counts.right) / Double(max(1, counts.gold))
        let f1 = 2 * Double(counts.right) / Double(max(1, counts.said + counts.gold))
        return String(
            format: "events triples right=%d said=%d gold=%d p=%.3f r=%.3f f1=%.3f", counts.right, counts.said,
            counts.gold,
            precision, recall, f1)
    }
}
