import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// What connects entries of several articles, in full: a series with its points, a contradiction with its sides, an act of speech with
/// its renderings, a proposal with its positions.
struct LinkSheet {
    private let store: RecordStore
    private let heads: [String: ArticleHead]

    init(_ store: RecordStore) throws {
        self.store = store
        heads = try store.articleHeads()
    }

    func lines(_ series: Series) throws -> [String] {
        let head = try [
            ("series", series.id), ("title", series.title), ("party", name(series.party)),
            ("proposal", series.proposal),
        ]
        let points = try series.points.map { point in
            let words = try store.entry(Warning.self, id: point.warning).map {
                "“\($0.entry.trigger.evidence.exact)” → “\($0.entry.consequence.evidence.exact)”"
            }
            return [point.warning, point.date ?? "–", point.force.rawValue, point.part?.rawValue ?? "–", words ?? ""]
                .joined(separator: "  ")
        }
        let drifts = series.drifts.map { "\($0.title)  \(place($0.article))" }
        return Self.fields(head) + [""] + Self.printable(points) + (drifts.isEmpty ? [] : [""]) + Self.printable(drifts)
    }

    func lines(_ contradiction: Contradiction) throws -> [String] {
        let sides = try contradiction.statements.map { id in try [id, side(id)].joined(separator: "  ") }
        return Self.fields([
            ("against", contradiction.id), ("why", contradiction.why), ("date", contradiction.date ?? ""),
        ]) + [""] + Self.printable(sides)
    }

    func lines(_ act: Utterance) throws -> [String] {
        let head = try [
            ("said", act.id), ("by", act.party.map(name) ?? ""), ("on", act.date ?? ""),
            ("origin", act.origins.joined(separator: ", ")), ("carriers", "\(act.carriers.count)"),
        ]
        let acts = try SpeechActs(act.renderings.map(\.statement), store)
        let renderings = act.renderings.flatMap { rendering in
            let words = [acts[rendering.statement], "“\(rendering.text)”"].compactMap(\.self).joined(separator: " ")
            let parts = [rendering.statement, rendering.directness.rawValue, words, place(rendering.article)]
            return [parts.joined(separator: "  ")] + rendering.differences.map { "    \(Self.words($0))" }
        }
        return Self.fields(head) + [""] + Self.printable(renderings)
    }

    func lines(_ proposal: LinkedProposal) throws -> [String] {
        let head = [
            ("proposal", proposal.id), ("title", proposal.title),
            ("act", [proposal.action, proposal.object].compactMap(\.self).joined(separator: " ")),
            ("place", proposal.place ?? ""),
        ]
        let members = try proposal.members.map { id in try [id, side(id)].joined(separator: "  ") }
        return Self.fields(head) + [""] + Self.printable(members)
    }

    // MARK: Parts

    /// Who says, is for or against, or warns of what, and where.
    private func side(_ id: String) throws -> String {
        if let stored = try store.statement(id: id) {
            return "\(stored.statement.speaker.shownName ?? "–") “\(stored.statement.words)”  "
                + place(stored.statement.article)
        }
        if let stored = try store.entry(Position.self, id: id) {
            let position = stored.entry
            return "\(position.party.shownName ?? "–") \(position.stance.rawValue) "
                + "“\(position.proposal.evidence.exact)”  \(place(position.article))"
        }
        guard let warning = try store.entry(Warning.self, id: id)?.entry else { return "" }
        return "\(warning.issuer?.shownName ?? "–") warns (\(warning.force.rawValue)) of "
            + "“\(warning.trigger.evidence.exact)”  \(place(warning.article))"
    }

    private func name(_ party: String) throws -> String { try store.link(Party.self, id: party)?.name ?? party }

    private func place(_ article: String) -> String {
        let head = heads[article]
        return [article, head?.published, head?.outlet, head?.headline].compactMap(\.self).joined(separator: " · ")
    }

    private static func words(_ difference: Utterance.Difference) -> String {
        let (here, there) = (difference.here.map { "“\($0)”" }, difference.there.map { "“\($0)”" })
        return "\(difference.kind.rawValue): \(here ?? "nothing")"
            + (difference.kind == .quotation ? " quoted by nobody else" : " for \(there ?? "nothing")")
    }

    private static func fields(_ fields: [(String, String)]) -> [String] {
        fields.filter { !$0.1.isEmpty }.map { Style.bold($0.0.padded(12)) + $0.1.printable }
    }

    private static func printable(_ lines: [String]) -> [String] { lines.map(\.printable) }
}
