import DemarcheRecords

/// Who holds which office when, as the articles of a record name them: so that *the French president* of a year is somebody.
struct OfficeHolders: Sendable {
    /// The share of the sightings in the window that one holder must have.
    static let leastShare = 0.8

    /// Sightings of a holder in an office by month; nil stands for articles without a date.
    private var counts: [String: [Month?: [Int: Int]]] = [:]
    private static let leaders = ["president", "prime minister", "chancellor"]

    /// - Parameter holder: the number of a person.
    mutating func add(_ sighting: Sighting, of holder: Int) {
        guard let key = sighting.office?.key else { return }
        counts[key, default: [:]][sighting.month, default: [:]][holder, default: 0] += sighting.count
    }

    /// Whoever is named in an office in the month, the one before or the one after; else the only one named within a year of it.
    /// Without a date, the only one whom the record names. Nil where the articles name nobody or do not agree. Constant time.
    func holder(of office: OfficeReading, in month: Month?) -> Int? {
        for key in keys(office) {
            let months = counts[key] ?? [:]
            guard let month else {
                if let only = Self.prevailing(months.values, 1) { return only }
                continue
            }
            if let near = Self.prevailing(Self.window(months, month, 1), Self.leastShare) { return near }
            if let far = Self.prevailing(Self.window(months, month, 12), 1) { return far }
        }
        return nil
    }

    /// *The Russian leader* holds the office by which articles of the record call somebody of that state most often.
    private func keys(_ office: OfficeReading) -> [String] {
        guard let key = office.key else { return [] }
        guard office.role?.name == "leader", let holder = office.holder else { return [key] }
        let all = Self.leaders.map { "\(holder)|\($0)|" }
        let count: (String) -> Int = { key in
            (counts[key] ?? [:]).values.reduce(0) { $0 + $1.values.reduce(0, +) }
        }
        return all.max { (count($0), $1) < (count($1), $0) }.map { [$0] } ?? []
    }

    private static func window(_ months: [Month?: [Int: Int]], _ month: Month, _ reach: Int) -> [[Int: Int]] {
        (month.number - reach...month.number + reach).compactMap { months[Month(number: $0)] }
    }

    private static func prevailing(_ months: some Sequence<[Int: Int]>, _ share: Double) -> Int? {
        var sums: [Int: Int] = [:]
        for month in months { sums.merge(month, uniquingKeysWith: +) }
        let total = sums.values.reduce(0, +)
        guard let most = sums.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), total > 0 else { return nil }
        return Double(most.value) >= share * Double(total) ? most.key : nil
    }
}

extension Month {
    init(number: Int) { self.number = number }
}

/// For which state each person speaks by office, month by month.
struct StatesSpokenFor: Sendable {
    /// The share of the offices given to somebody in the window that must be of the state and current.
    static let leastShare = 0.5

    private var counts: [Int: [Month?: [String: Int]]] = [:]

    mutating func add(_ sighting: Sighting, of person: Int) {
        guard let office = sighting.office else { return }
        let state = office.isOfState && !office.isFormer ? office.country ?? "" : ""
        // An office without a country, such as *president*, says nothing against that of other articles.
        guard !state.isEmpty || office.country != nil || office.role == nil else { return }
        counts[person, default: [:]][sighting.month, default: [:]][state, default: 0] += sighting.count
    }

    /// The state for which a person speaks in a month, as articles of that month and of those around it have it. Constant time.
    func state(of person: Int, in month: Month?) -> String? {
        let months = counts[person] ?? [:]
        let near = month.map { m in
            (m.number - 1...m.number + 1).compactMap { months[Month(number: $0)] }
        }
        var sums: [String: Int] = [:]
        for counts in near ?? Array(months.values) { sums.merge(counts, uniquingKeysWith: +) }
        let total = sums.values.reduce(0, +)
        guard let most = sums.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), !most.key.isEmpty else {
            return nil
        }
        return Double(most.value) >= Self.leastShare * Double(total) ? most.key : nil
    }
}
