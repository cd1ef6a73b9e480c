package import DemarcheAnnotate
import DemarcheExtract
import DemarchePipeline
import DemarcheRecords
import DemarcheSourceText

/// What the program finds in marked sentences, each read as a paragraph with its context around it.
package struct CommitmentPredictions {
    private let reader: Reader
    private let worker: LanguageWorker
    private let givesEvents: Bool

    /// - Parameter givesEvents: the triggers of events are those marked, and only their status is asked for.
    package init(_ model: LanguageModel, givesEvents: Bool = false) {
        self.givesEvents = givesEvents
        reader = Reader(model)
        worker = LanguageWorker(model)
    }

    /// The item without its text, with what was found between the ends of the text.
    package func found(in item: CommitmentItem) -> CommitmentItem {
        let before = item.context_before.map { $0.isEmpty ? "" : $0 + " " } ?? ""
        let after = item.context_after.map { $0.isEmpty ? "" : " " + $0 } ?? ""
        let text = SourceText(before + (item.text ?? "") + after)
        let article = Self.article(text, item.date)
        let findings = reader.findings(in: article, worker: worker)
        let places = Places(text, before.unicodeScalars.count, item.text?.unicodeScalars.count ?? 0)
        var found = CommitmentItem(id: item.id)
        found.warnings = findings.warnings.compactMap(places.warning)
        found.events = givesEvents ? events(of: item, article, places) : findings.events.compactMap(places.event)
        found.positions = findings.positions.compactMap(places.position)
        return found
    }

    private func events(of item: CommitmentItem, _ article: Article, _ places: Places) -> [CommitmentItem.Event] {
        let marked = item.events ?? []
        let statuses = Extract().statuses(
            of: marked.map { places.span($0.trigger) }, in: Annotator(worker).annotate(article))
        return zip(marked, statuses).compactMap { event, status in
            var event = event
            event.status = status?.rawValue ?? ""
            return event
        }
    }

    private static func article(_ text: SourceText, _ date: String?) -> Article {
        Article(
            id: "a-0000000000000000", source: Source(path: "", mediaType: .plain, sha256: "", charset: "UTF-8"),
            metadata: Metadata(published: date.flatMap { RecordedDate(iso: $0, basis: .given) }), text: text,
            blocks: [Block(.paragraph, text.trimmed(text.span))])
    }
}

/// Turns entries into marks of the middle part of a text; nil for what stands outside it.
private struct Places {
    private let text: SourceText
    private let offsets: ScalarOffsets
    private let start: Int
    private let count: Int

    init(_ text: SourceText, _ start: Int, _ count: Int) {
        self.text = text
        offsets = ScalarOffsets(text)
        self.start = start
        self.count = count
    }

    func span(_ place: CommitmentItem.Place) -> TextSpan {
        let scalars = text.string.unicodeScalars
        let bytes = place.map { scalars.prefix(start + $0).reduce(0) { $0 + UTF8.width($1) } }
        return TextSpan(bytes.first ?? 0, bytes.last ?? 0)
    }

    private func place(_ evidence: Evidence) -> CommitmentItem.Place? {
        let span = offsets.scalars(evidence.span)
        let place = [span.start - start, span.end - start]
        return 0 <= place[0] && place[1] <= count ? place : nil
    }

    private func name(_ speaker: Speaker?) -> String { speaker?.name ?? speaker?.mention?.exact ?? "" }

    func warning(_ warning: Warning) -> CommitmentItem.Warning? {
        guard let trigger = place(warning.trigger.evidence), let consequence = place(warning.consequence.evidence)
        else {
            return nil
        }
        return CommitmentItem.Warning(
            trigger: trigger, consequence: consequence, force: warning.force.rawValue,
            issuer: warning.issuer == nil ? "editorial" : name(warning.issuer), kind: warning.kind.rawValue)
    }

    func event(_ event: PoliticalEvent) -> CommitmentItem.Event? {
        place(event.trigger).map {
            CommitmentItem.Event(
                trigger: $0, type: event.plover.type.rawValue, status: event.status.rawValue,
                actors: event.actors.map { name($0.party) }, recipients: event.recipients.map { name($0.party) })
        }
    }

    func position(_ position: Position) -> CommitmentItem.Position? {
        place(position.proposal.evidence).map {
            CommitmentItem.Position(
                party: name(position.party), on_behalf_of: position.onBehalfOf?.text ?? "", proposal: $0,
                stance: position.stance.rawValue, condition: position.condition.flatMap(place))
        }
    }
}
