import DemarcheRecords

/// Who holds which office when, as the articles of a record name them: so that *the French president* of a year is somebody.
struct OfficeHolders: Sendable {
    /// The share of the sightings in the window that one holder must have.
    static let leastShare = 0.8
    /// So many months before and after somebody is named in an office they may be meant by it.
    static let reach = 12

    struct Holder: Hashable, Sendable {
        /// That of the person.
        var key: String
        var name: String
    }

    /// Mentions of a holder in an office by month; nil stands for articles without a date.
    private var counts: [String: [Month?: [Holder: Int]]] = [:]
    private static let leaders = ["president", "prime minister", "chancellor"]

    func knows(_ office: String) -> Bool { counts[office] != nil }

    /// Takes all that units say of an office.
    mutating func take(_ office: String, _ units: [(holder: Holder, month: Month?, count: Int)]) {
        var months: [Month?: [Holder: Int]] = [:]
        for unit in units { months[unit.month, default: [:]][unit.holder, default: 0] += unit.count }
        counts[office] = months
    }

    /// The offices of which one is meant. *The Russian leader* holds the one by which articles call somebody of that state most often.
    static func keys(_ office: OfficeReading) -> [String] {
        guard let key = office.key else { return [] }
        guard isLeader(office), let holder = office.holder else { return [key] }
        return leaders.map { "\(holder)|\($0)|" }
    }

    /// Whether it hangs on all months which office is meant.
    private static func isLeader(_ office: OfficeReading) -> Bool { office.role?.name == "leader" }

    /// Whether other sightings in some months can give an office in a month another holder.
    static func canDiffer(_ office: OfficeReading, in month: Month?, by months: Set<Month?>) -> Bool {
        guard let month, !isLeader(office) else { return true }
        return months.contains { other in other.map { abs($0.number - month.number) <= reach } ?? false }
    }

    /// Whoever is named in an office in the month, the one before or the one after; else the only one named within a year of it.
    /// Without a date, the only one whom the record names. Nil where the articles name nobody or do not agree. Constant time.
    func holder(of office: OfficeReading, in month: Month?) -> Holder? {
        guard let key = Self.keys(office).max(by: { (count($0), $1) < (count($1), $0) }) else { return nil }
        let months = counts[key] ?? [:]
        guard let month else { return Self.prevailing(months.values, 1) }
        return Self.prevailing(Self.window(months, month, 1), Self.leastShare)
            ?? Self.prevailing(Self.window(months, month, Self.reach), 1)
    }

    private func count(_ office: String) -> Int {
        (counts[office] ?? [:]).values.reduce(0) { $0 + $1.values.reduce(0, +) }
    }

    private static func window(_ months: [Month?: [Holder: Int]], _ month: Month, _ reach: Int) -> [[Holder: Int]] {
        (month.number - reach...month.number + reach).compactMap { months[Month(number: $0)] }
    }

    private static func prevailing(_ months: some Sequence<[Holder: Int]>, _ share: Double) -> Holder? {
        var sums: [Holder: Int] = [:]
        for month in months { sums.merge(month, uniquingKeysWith: +) }
        let total = sums.values.reduce(0, +)
        guard let most = sums.max(by: { ($0.value, $1.key.key) < ($1.value, $0.key.key) }), total > 0 else {
            return nil
        }
        return Double(most.value) >= share * Double(total) ? most.key : nil
    }
}

extension Month {
    init(number: Int) { self.number = number }
}

/// For which state a person speaks by office, month by month.
struct StatesSpokenFor: Sendable {
    /// The share of the offices given to somebody in the window that must be of the state and current.
    static let leastShare = 0.5

    private var counts: [Month?: [String: Int]] = [:]

    init(_ person: NameBucket.Person) { for sighting in person.sightings { add(sighting) } }

    private mutating func add(_ sighting: Sighting) {
        guard let office = sighting.office else { return }
        let state = office.isOfState && !office.isFormer ? office.country ?? "" : ""
        // An office without a country, such as *president*, says nothing against that of other articles.
        guard !state.isEmpty || office.country != nil || office.role == nil else { return }
        counts[sighting.month, default: [:]][state, default: 0] += sighting.count
    }

    /// The state of the office that the article gives; where it gives none, or one without a country, that of other articles of
    /// the time. An office that is past or not one of state speaks for none.
    func state(_ sighting: Sighting) -> String? {
        if let office = sighting.office, office.isOfState { return office.isFormer ? nil : office.country }
        if let office = sighting.office, office.country != nil || office.isFormer || office.role == nil { return nil }
        return state(in: sighting.month)
    }

    /// The state for which the person speaks in a month, as articles of that month and of those around it have it. Constant time.
    private func state(in month: Month?) -> String? {
        let near = month.map { m in (m.number - 1...m.number + 1).compactMap { counts[Month(number: $0)] } }
        var sums: [String: Int] = [:]
        for counts in near ?? Array(counts.values) { sums.merge(counts, uniquingKeysWith: +) }
        let total = sums.values.reduce(0, +)
        guard let most = sums.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), !most.key.isEmpty else {
            return nil
        }
        return Double(most.value) >= Self.leastShare * Double(total) ? most.key : nil
    }
}
