import DemarchePublish
import DemarcheRecords
import DemarcheSourceText
import DemarcheStore

/// One statement, warning, position, event or claim, by its name.
enum FoundEntry {
    case statement(StoredStatement)
    case warning(StoredEntry<Warning>)
    case position(StoredEntry<Position>)
    case event(StoredEntry<PoliticalEvent>)
    case claim(StoredEntry<Claim>)

    /// - Throws: ``PageError`` when there is none of exactly this name, or none of this kind.
    init(_ id: String, in store: RecordStore, only kind: EntryKind? = nil) throws {
        let found: FoundEntry? =
            switch id.first {
            case "s": try store.statements(ids: [id]).first.map(FoundEntry.statement)
            case "w": try store.entry(Warning.self, id: id).map(FoundEntry.warning)
            case "p": try store.entry(Position.self, id: id).map(FoundEntry.position)
            case "e": try store.entry(PoliticalEvent.self, id: id).map(FoundEntry.event)
            case "c": try store.entry(Claim.self, id: id).map(FoundEntry.claim)
            default: nil
            }
        guard let found, kind == nil || found.kind == kind else {
            throw PageError.missing(kind?.rawValue ?? "entry", id)
        }
        self = found
    }

    var kind: EntryKind {
        switch self {
        case .statement: .statement
        case .warning: .warning
        case .position: .position
        case .event: .event
        case .claim: .claim
        }
    }

    var article: String {
        switch self {
        case .statement(let stored): stored.statement.article
        case .warning(let stored): stored.entry.article
        case .position(let stored): stored.entry.article
        case .event(let stored): stored.entry.article
        case .claim(let stored): stored.entry.article
        }
    }

    /// What is said, of what is warned, for what is stood, what is done: in the order of the text.
    var words: [Evidence] { parts.sorted { $0.span.start < $1.span.start } }

    private var parts: [Evidence] {
        switch self {
        case .statement(let stored): stored.statement.content
        case .warning(let stored): [stored.entry.trigger.evidence, stored.entry.consequence.evidence]
        case .position(let stored): [stored.entry.cue, stored.entry.proposal.evidence]
        case .event(let stored): [stored.entry.trigger]
        case .claim(let stored): [stored.entry.assertion]
        }
    }

    /// Its line of the exchange format.
    func line(in article: Article) -> OrderedJSON {
        let lines = ExchangeLines(article)
        return switch self {
        case .statement(let stored): lines.line(stored.statement)
        case .warning(let stored): lines.line(stored.entry)
        case .position(let stored): lines.line(stored.entry)
        case .event(let stored): lines.line(stored.entry)
        case .claim(let stored): lines.line(stored.entry)
        }
    }

    static func line(_ id: String, in store: RecordStore, only kind: EntryKind? = nil) throws -> OrderedJSON {
        let found = try FoundEntry(id, in: store, only: kind)
        guard let stored = try store.article(id: found.article) else {
            throw PageError.missing("article", found.article)
        }
        return found.line(in: stored.article)
    }
}
