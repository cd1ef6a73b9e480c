import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// What has been said would follow from something: the warnings whose trigger says it, and whose they are.
struct Consequences {
    /// By date, the earliest first and the undated last.
    let found: [Found]
    /// In the order of their first warnings; of no more than ``most`` warnings.
    let issuers: [Issuer]

    /// A warning that was asked for, with what its trigger does not say itself.
    struct Found: Sendable {
        let stored: StoredEntry<Warning>
        let notes: [String]

        var day: String? { stored.date ?? stored.published }
    }

    /// Who warns, how firmly over time, and since when.
    struct Issuer {
        let name: String
        /// The name of the linked party, where it is one.
        let party: String?
        let found: [Found]

        var since: String? { found.compactMap(\.day).min() }

        /// The steps of the force in the order of time.
        var forces: [Warning.Force] {
            found.map(\.stored.entry.force).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
        }
    }

    static let most = 400
    private static let mostArticles = 300

    /// - Parameter filter: `q`, what might be done, without which nothing is found; `to`, the place.
    init(_ store: RecordStore, _ filter: PageFilter) throws {
        found = try filter.query.map { try Self.found(store, $0, filter[.to]) } ?? []
        issuers = try Self.issuers(Array(found.prefix(Self.most)), store)
    }

    /// The latest first, the undated last.
    var newestFirst: [Found] { found.filter { $0.day != nil }.reversed() + found.filter { $0.day == nil } }

    /// Looks into the articles of those alone whose words may be about it.
    private static func found(_ store: RecordStore, _ act: String, _ place: String?) throws -> [Found] {
        let sought = SoughtTrigger(act, to: place)
        let ids = sought.candidates(among: try store.warningTriggers()).map(\.id)
        var articles: [String: Article] = [:]
        let warnings = try store.entries(Warning.self, ids: ids.sorted())
        let found = try warnings.compactMap { stored -> Found? in
            if let match = sought.match(stored.entry.trigger, in: nil) {
                return Found(stored: stored, notes: match.notes)
            }
            let id = stored.entry.article
            if articles[id] == nil, articles.count < mostArticles { articles[id] = try store.article(id: id)?.article }
            guard let article = articles[id] else { return nil }
            return sought.match(stored.entry.trigger, in: article).map { Found(stored: stored, notes: $0.notes) }
        }
        return found.sorted { ($0.day ?? "~", $0.stored.entry.id) < ($1.day ?? "~", $1.stored.entry.id) }
    }

    /// By linked party, or by the name that the article gives where there is none.
    private static func issuers(_ found: [Found], _ store: RecordStore) throws -> [Issuer] {
        let mentions = try store.namedMentions(inEntries: found.map(\.stored.entry.id))
        var order: [String] = []
        var groups: [String: Issuer] = [:]
        for one in found {
            let mention = mentions[one.stored.entry.id]?.first { $0.mention.role == .issuer }
            let name = mention?.name ?? one.name
            let key = mention?.mention.party ?? name.lowercased()
            if groups[key] == nil { order.append(key) }
            let sofar = groups[key]
            groups[key] = Issuer(
                name: sofar?.name ?? name, party: mention?.mention.party, found: (sofar?.found ?? []) + [one])
        }
        return order.compactMap { groups[$0] }
    }
}

extension Consequences.Found {
    /// Who warns, as the article names it.
    fileprivate var name: String { EntryView(stored, [], ServerAddresses()).who }
}
