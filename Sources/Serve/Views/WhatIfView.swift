import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// What has been said would follow from something, by whom, how firmly and since when, shown by the template `whatif`.
struct WhatIfView {
    let act: String
    let place: String
    let isFresh: Bool
    let isEmpty: Bool
    let summary: String
    let issuers: [Issuer]
    let rest: String?

    /// The warnings of one issuer, the earliest first.
    struct Issuer {
        let name: String
        let address: String?
        let summary: String
        let warnings: [EntryView]
        let rest: String?
    }

    private static let most = 400, mostArticles = 300, issuerRows = 40, warningRows = 12

    init(_ store: RecordStore, _ filter: PageFilter, place: String?) throws {
        act = filter.query ?? ""
        self.place = place ?? ""
        isFresh = filter.query == nil
        let found = isFresh ? [] : try Self.found(store, act, place)
        let shown = found.prefix(Self.most)
        let mentions = try store.namedMentions(inEntries: shown.map(\.stored.entry.id))
        let views = shown.map {
            EntryView($0.stored, mentions[$0.stored.entry.id] ?? [], notes: $0.notes, ServerAddresses())
        }
        var order: [String] = []
        var groups: [String: [(EntryView, Warning.Force)]] = [:]
        for (view, found) in zip(views, shown) {
            let key = view.party ?? view.who.lowercased()
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append((view, found.stored.entry.force))
        }
        issuers = order.prefix(Self.issuerRows).map { Issuer(groups[$0] ?? [], most: Self.warningRows) }
        isEmpty = found.isEmpty && !isFresh
        rest = order.count > Self.issuerRows ? "\(order.count - Self.issuerRows) more issuers are not shown" : nil
        summary = Figure.count(found.count, "warning") + " by " + Figure.count(order.count, "issuer")
    }

    /// A warning that was asked for, with what its trigger does not say itself.
    struct Found {
        let stored: StoredEntry<Warning>
        let notes: [String]
    }

    /// The warnings whose trigger says it, by date. Looks into the articles of those alone whose words may be about it.
    static func found(_ store: RecordStore, _ act: String, _ place: String?) throws -> [Found] {
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
        return found.sorted { key($0.stored) < key($1.stored) }
    }

    private static func key(_ stored: StoredEntry<Warning>) -> (String, String) {
        (stored.date ?? stored.published ?? "~", stored.entry.id)
    }
}

extension WhatIfView.Issuer {
    fileprivate init(_ warnings: [(view: EntryView, force: Warning.Force)], most: Int) {
        name = warnings.first?.view.who ?? ""
        address = warnings.first?.view.party
        var forces: [String] = []
        for warning in warnings where forces.last != warning.force.rawValue { forces.append(warning.force.rawValue) }
        let since = warnings.compactMap(\.view.day).min().map { "since \(Dates.written($0))" } ?? "undated"
        summary =
            "\(Figure.count(warnings.count, "warning")) \(since): "
            + forces.suffix(8).joined(separator: ", then ")
        self.warnings = warnings.prefix(most).map(\.view)
        rest = warnings.count > most ? "\(warnings.count - most) more" : nil
    }
}
