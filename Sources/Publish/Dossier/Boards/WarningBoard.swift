internal import DemarcheRecords

/// The red-line board: warnings by issuer and by what would set them off, with their force over time.
struct WarningBoard {
    let issuers: [Issuer]

    struct Issuer {
        let name: String
        let count: String
        let series: [Series]
    }

    /// Warnings of one issuer about one act.
    struct Series {
        let trigger: String
        let chart: ForceChart?
        let renderings: [Rendering]
    }

    struct Rendering {
        let anchor: String
        let date: String
        let force: String
        let kind: String
        let trigger: String
        let consequence: String
        let outlet: String?
        let link: String
    }

    init(_ warnings: [Warning], _ places: EntryPlaces) {
        let groups = Dictionary(grouping: warnings) { Self.name(of: $0, places).lowercased() }
        issuers = groups.keys.sorted().map { key in
            let own = (groups[key] ?? []).sorted { $0.id < $1.id }
            return Issuer(
                name: own.first.map { Self.name(of: $0, places) } ?? "", count: Wording.count(own.count, "warning"),
                series: Self.series(own, places))
        }
    }

    private static func name(of warning: Warning, _ places: EntryPlaces) -> String {
        guard let issuer = warning.issuer else {
            return "The outlet itself: \(places.outlet(warning.article) ?? "not named")"
        }
        return issuer.shownName ?? "Not named"
    }

    /// Triggers with the same act and place belong together; where no act is known, those of the same words.
    private static func series(_ warnings: [Warning], _ places: EntryPlaces) -> [Series] {
        let groups = Dictionary(grouping: warnings) { warning in
            let act = warning.trigger.action.map(WordStem.of) ?? warning.trigger.evidence.exact.lowercased()
            return act + "\u{1F}" + (warning.trigger.place?.exact.lowercased() ?? "")
        }
        return groups.values.map { group in
            group.sorted { (places.dated($0), $0.article, $0.id) < (places.dated($1), $1.article, $1.id) }
        }.sorted { (places.dated($0[0]), $0[0].id) < (places.dated($1[0]), $1[0].id) }.map { group in
            Series(
                trigger: group[0].trigger.evidence.exact, chart: ForceChart(group, places),
                renderings: group.map { Self.rendering($0, places) })
        }
    }

    private static func rendering(_ warning: Warning, _ places: EntryPlaces) -> Rendering {
        Rendering(
            anchor: warning.id, date: places.date(warning).map(Wording.date) ?? "undated",
            force: warning.force.rawValue,
            kind: warning.kind.rawValue, trigger: warning.trigger.evidence.exact,
            consequence: warning.consequence.evidence.exact, outlet: places.outlet(warning.article),
            link: places.anchor(statement: warning.statement, article: warning.article))
    }
}

/// The force of a series over time as a step line, one mark a rendering.
struct ForceChart {
    static let width = 560
    private static let left = 110
    private static let step = 22
    private static let top = 16

    let path: String
    let marks: [Mark]
    let levels: [Level]
    let from: String
    let to: String
    let label: String

    struct Mark {
        let x: Int
        let y: Int
        let anchor: String
        let title: String
    }

    struct Level {
        let y: Int
        let name: String
    }

    /// Nil where fewer than two renderings are dated.
    init?(_ warnings: [Warning], _ places: EntryPlaces) {
        let dated = warnings.compactMap { warning -> (warning: Warning, date: RecordedDate, day: Int)? in
            guard let date = places.date(warning), let span = DaySpan(date) else { return nil }
            return (warning, date, span.first)
        }
        guard dated.count > 1, let first = dated.first, let last = dated.last, first.day <= last.day else { return nil }
        let scale = DayScale(days: first.day...last.day, width: Self.width - Self.left - 40)
        levels = Warning.Force.allCases.map { Level(y: Self.height($0), name: $0.rawValue) }
        var places: [Int: Int] = [:]
        marks = dated.map { one in
            let x = Self.left + 10 + scale.place(one.day) + 7 * places[one.day, default: 0]
            places[one.day, default: 0] += 1
            return Mark(
                x: x, y: Self.height(one.warning.force), anchor: one.warning.id,
                title: "\(Wording.date(one.date)): \(one.warning.force.rawValue)")
        }
        path = "M" + marks.map { "\($0.x) \($0.y)" }[0] + marks.dropFirst().map { "H\($0.x)V\($0.y)" }.joined()
        from = Wording.date(first.date)
        to = Wording.date(last.date)
        label = marks.map(\.title).joined(separator: "; ")
    }

    private static func height(_ force: Warning.Force) -> Int { top + (4 - force.step) * step }
}
