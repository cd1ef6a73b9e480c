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

    private static let issuerRows = 40, warningRows = 12

    init(_ store: RecordStore, _ filter: PageFilter) throws {
        act = filter.query ?? ""
        place = filter[.to] ?? ""
        isFresh = filter.query == nil
        let consequences = try Consequences(store, filter)
        let (found, all) = (consequences.found, consequences.issuers)
        issuers = try all.prefix(Self.issuerRows).map { try Issuer($0, store, most: Self.warningRows) }
        isEmpty = found.isEmpty && !isFresh
        rest = all.count > Self.issuerRows ? "\(all.count - Self.issuerRows) more issuers are not shown" : nil
        summary = Figure.count(found.count, "warning") + " by " + Figure.count(all.count, "issuer")
    }
}

extension WhatIfView.Issuer {
    fileprivate init(_ issuer: Consequences.Issuer, _ store: RecordStore, most: Int) throws {
        let shown = issuer.found.prefix(most)
        let mentions = try store.namedMentions(inEntries: shown.map(\.stored.entry.id))
        name = issuer.name
        address = issuer.party.flatMap { ServerAddresses().link(.party, $0) }
        let since = issuer.since.map { "since \(Dates.written($0))" } ?? "undated"
        summary =
            "\(Figure.count(issuer.found.count, "warning")) \(since): "
            + issuer.forces.suffix(8).map(\.rawValue).joined(separator: ", then ")
        warnings = shown.map {
            EntryView($0.stored, mentions[$0.stored.entry.id] ?? [], notes: $0.notes, ServerAddresses())
        }
        rest = issuer.found.count > most ? "\(issuer.found.count - most) more" : nil
    }
}
