import DemarcheRecords

/// The words for offices and what may stand beside them.
struct OfficeTable: Sendable {
    static let shared = OfficeTable()

    /// What an office is to the state or body that it belongs to.
    enum Class: String, Sendable { case head, minister, speaker, member }

    struct Role: Hashable, Sendable {
        var kind: Class
        var name: String
    }

    private(set) var roles: [String: Role] = [:]
    private(set) var portfolios: [String: String] = [:]
    /// The words with which roles and portfolios begin.
    private(set) var openers: Set<String> = []
    private(set) var ranks: [String: String] = [:]
    private(set) var plain: Set<String> = []
    private(set) var other: Set<String> = []
    private(set) var sport: Set<String> = []

    private init() {
        for row in TextTable.rows(PackageResources.offices_txt) where row.count == 3 {
            guard let kind = Class(rawValue: row[0]) else { continue }
            for word in [row[1]] + TextTable.list(row[2]) {
                roles[FoldedName.of(word)] = Role(kind: kind, name: row[1])
            }
        }
        for row in TextTable.rows(PackageResources.office_words_txt) where row.count == 3 { take(row) }
        let names = Array(roles.keys) + Array(portfolios.keys)
        openers = Set(names.compactMap { $0.split(separator: " ").first.map(String.init) })
    }

    private mutating func take(_ row: [String]) {
        let words = ([row[1]] + TextTable.list(row[2])).map { FoldedName.of($0) }
        switch row[0] {
        case "portfolio": for word in words { portfolios[word] = row[1] }
        case "rank": for word in words { ranks[word] = row[1] }
        case "plain": plain.formUnion(words)
        case "sport": sport.formUnion(words)
        default: other.formUnion(words)
        }
    }
}
