internal import DemarcheRecords

/// The red-line board: warnings by issuer and by what would set them off, with their force over time.
struct WarningBoard {
    let issuers: Shortlist<Issuer>
    let isEmpty: Bool

    struct Issuer {
        let name: String
        let count: String
        let series: [Series]
    }

    /// Warnings of one issuer about one act.
    struct Series {
        let trigger: String
        let chart: StepChart?
        let renderings: Shortlist<Rendering>
    }

    struct Rendering {
        let date: String
        let force: String
        let kind: String
        let trigger: String
        let consequence: String
        let office: String?
        let outlet: String?
        let link: EntryLink
    }

    init(_ warnings: [Warning], _ places: EntryPlaces) {
        let groups = Dictionary(grouping: warnings) { Self.name(of: $0, places).lowercased() }
        let issuers = groups.keys.sorted().map { key in
            let own = (groups[key] ?? []).sorted { $0.id < $1.id }
            return Issuer(
                name: own.first.map { Self.name(of: $0, places) } ?? "", count: Wording.count(own.count, "warning"),
                series: Self.series(own, places))
        }
        self.issuers = Shortlist(issuers, most: 40)
        isEmpty = issuers.isEmpty
    }

    private static func name(of warning: Warning, _ places: EntryPlaces) -> String {
        guard let issuer = warning.issuer else {
            return
                "The outlet itself: \(places.outlet(warning.article) ?? "not named, of “\(places.headline(warning.article))”")"
        }
        return issuer.shownName ?? "Not named"
    }

    private static func series(_ warnings: [Warning], _ places: EntryPlaces) -> [Series] {
        let groups = Dictionary(grouping: warnings) { TriggerSubject($0.trigger).act }
        return groups.values.flatMap(parted).map { group in
            group.sorted { (places.dated($0), $0.article, $0.id) < (places.dated($1), $1.article, $1.id) }
        }.sorted { (places.dated($0[0]), $0[0].id) < (places.dated($1[0]), $1[0].id) }.map { group in
            Series(
                trigger: group[0].trigger.evidence.exact, chart: chart(group, places),
                renderings: Shortlist(group.map { Self.rendering($0, places) }, most: 12))
        }
    }

    /// Nil where there are fewer than two warnings or none is dated.
    private static func chart(_ warnings: [Warning], _ places: EntryPlaces) -> StepChart? {
        guard warnings.count > 1 else { return nil }
        return StepChart(
            warnings.map { warning in
                let link = places.link(to: warning)
                return StepChart.Point(
                    date: places.date(warning), force: warning.force, name: link.label, address: "#\(link.anchor)")
            })
    }

    /// By place, where the triggers name more than one.
    private static func parted(_ warnings: [Warning]) -> [[Warning]] {
        let places = Dictionary(grouping: warnings) { TriggerSubject($0.trigger).place }
        return places.keys.count { $0 != nil } > 1 ? Array(places.values) : [warnings]
    }

    private static func rendering(_ warning: Warning, _ places: EntryPlaces) -> Rendering {
        Rendering(
            date: places.date(warning).map(Wording.date) ?? "undated",
            force: warning.force.rawValue,
            kind: warning.kind.rawValue, trigger: warning.trigger.evidence.exact,
            consequence: warning.consequence.evidence.exact, office: warning.issuer?.office?.text,
            outlet: places.outlet(warning.article),
            link: places.link(to: warning))
    }
}
