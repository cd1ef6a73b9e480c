package import DemarcheRecords
package import DemarcheStore

/// Two entries that cannot both hold, side by side with the reason, shown by the template `contradiction`.
package struct ContradictionView {
    package let id: String
    /// Its anchor, where the page lists it once.
    let anchor: String?
    package let address: String?
    package let date: String
    package let why: String
    package let sides: [EntryView]

    /// The views of `contradictions`, in their order; a side whose entry is gone is left out.
    package static func all(
        _ contradictions: [Contradiction], _ store: RecordStore, anchored: Bool = false, _ addresses: any PageAddresses
    ) throws -> [ContradictionView] {
        let entries = try EntryView.all(Set(contradictions.flatMap(\.statements)).sorted(), store, addresses)
        return contradictions.map { contradiction in
            ContradictionView(
                id: contradiction.id, anchor: anchored ? contradiction.id : nil,
                address: addresses.link(.contradiction, contradiction.id),
                date: contradiction.date.map(Dates.written) ?? "undated", why: Dates.inReason(contradiction.why),
                sides: contradiction.statements.compactMap { entries[$0] })
        }
    }
}
