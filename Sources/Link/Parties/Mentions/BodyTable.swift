import DemarcheRecords

/// Bodies that have names of their own: alliances, international organisations, seats of power, parliaments, agencies.
struct BodyTable: Sendable {
    static let shared = BodyTable()

    struct Body: Hashable, Sendable {
        var name: String
        var kind: Speaker.Kind
        /// ISO 3166-1 alpha-3 of the state whose organ it is, or in which it sits.
        var country: String?
    }

    private let bodies: [String: Body]
    /// The most words that a name has.
    let mostWords: Int
    /// The words with which names begin.
    let openers: Set<String>

    private init() {
        var bodies: [String: Body] = [:]
        for row in TextTable.rows(PackageResources.bodies_txt) where row.count == 4 {
            let body = Body(
                name: row[2], kind: Speaker.Kind(rawValue: row[0]) ?? .organisation,
                country: row[1] == "–" ? nil : row[1])
            for name in [row[2]] + TextTable.list(row[3]) { bodies[FoldedName.of(name)] = body }
        }
        self.bodies = bodies
        openers = Set(bodies.keys.compactMap { $0.split(separator: " ").first.map(String.init) })
        mostWords = bodies.keys.map { $0.split(separator: " ").count }.max() ?? 1
    }

    /// The body with this folded name.
    func body(_ name: String) -> Body? { bodies[name] }
}

extension Array where Element == String {
    /// The longest runs of folded words for which `meaning` knows something, from the left, none overlapping, and what is left.
    ///
    /// - Parameter openers: the words with which such runs begin.
    func runs<Meaning>(
        upTo most: Int, from openers: Set<String>, _ meaning: (String) -> Meaning?
    ) -> (found: [(place: Int, meaning: Meaning)], rest: [String]) {
        var found: [(place: Int, meaning: Meaning)] = []
        var rest: [String] = []
        var place = 0
        next: while place < count {
            let longest = openers.contains(self[place]) ? Swift.min(most, count - place) : 0
            for length in stride(from: longest, through: 1, by: -1) {
                guard let known = meaning(self[place..<place + length].joined(separator: " ")) else { continue }
                found.append((place, known))
                place += length
                continue next
            }
            rest.append(self[place])
            place += 1
        }
        return (found, rest)
    }
}
