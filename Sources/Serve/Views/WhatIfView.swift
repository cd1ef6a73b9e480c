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

    private static let most = 400, issuerRows = 40, warningRows = 12

    init(_ store: RecordStore, _ filter: PageFilter, place: String?) throws {
        act = filter.query ?? ""
        self.place = place ?? ""
        isFresh = filter.query == nil
        let found = isFresh ? [] : try Self.found(store, act, place)
        let shown = found.prefix(Self.most)
        let mentions = try store.namedMentions(inEntries: shown.map(\.entry.id))
        let views = shown.map { EntryView($0, mentions[$0.entry.id] ?? []) }
        var order: [String] = []
        var groups: [String: [(EntryView, Warning.Force)]] = [:]
        for (view, stored) in zip(views, shown) {
            let key = view.party ?? view.who.lowercased()
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append((view, stored.entry.force))
        }
        issuers = order.prefix(Self.issuerRows).map { Issuer(groups[$0] ?? [], most: Self.warningRows) }
        isEmpty = found.isEmpty && !isFresh
        rest = order.count > Self.issuerRows ? "\(order.count - Self.issuerRows) more issuers are not shown" : nil
        summary = Figure.count(found.count, "warning") + " by " + Figure.count(order.count, "issuer")
    }

    /// The warnings whose trigger says it, by date.
    private static func found(
        _ store: RecordStore, _ act: String, _ place: String?
    ) throws -> [StoredEntry<Warning>] {
        let sought = Set(words(act + " " + (place ?? "")))
        guard !sought.isEmpty else { return [] }
        let ids = try store.warningTriggers().filter { sought.isSubset(of: words($0.trigger)) }.map(\.id)
        return try store.entries(Warning.self, ids: Array(ids.prefix(most))).sorted {
            ($0.date ?? $0.published ?? "~", $0.entry.id) < ($1.date ?? $1.published ?? "~", $1.entry.id)
        }
    }

    private static let unsaid: Set<String> = ["the", "a", "an", "to", "of", "in", "on", "into", "by", "for"]

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { !unsaid.contains($0) }
            .map(WordStem.of)
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
