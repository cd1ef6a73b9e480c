import DemarcheRecords

/// Words for the organs of any state, and for those who belong to them.
struct OrganTable: Sendable {
    static let shared = OrganTable()

    private var organs: [String: String] = [:]
    private var known: [String: String] = [:]
    /// The word for one by that for one or several, empty where only several are a party; and whether they act for their state.
    private(set) var sources: [String: (name: String, isOfState: Bool)] = [:]

    private init() {
        for row in TextTable.rows(PackageResources.organs_txt) where row.count == 3 {
            let words = TextTable.list(row[2])
            let one = words.count > 1 ? words.first : nil
            switch row[0] {
            case "organ": for word in words { organs[word] = row[1] }
            case "known" where words.count == 2: known["\(row[1])|\(words[0])"] = words[1]
            case "source": for word in words { sources[word] = (one ?? "", row[1] == "of state") }
            default: break
            }
        }
    }

    /// The organ that folded words stand for beside those of a state; `state` for itself.
    func organ(_ words: [String]) -> String? { organs[words.joined(separator: " ")] }

    /// The organ of a state that has a name of its own.
    func known(_ organ: String, of code: String) -> BodyTable.Body? {
        known["\(code)|\(organ.lowercased())"].flatMap { BodyTable.shared.body(FoldedName.of($0)) }
    }

    /// The portfolio of `foreign ministry`, `ministry foreign affairs`, `defence department`: folded words without *of*.
    static func ministry(_ words: [String]) -> String? {
        guard words.count > 1, let noun = words.firstIndex(where: { ["ministry", "department", "min"].contains($0) }),
            noun == 0 || noun == words.count - 1
        else { return nil }
        let rest = words.enumerated().filter { $0.offset != noun }.map(\.element)
        let portfolio = OfficeTable.shared.portfolios[rest.joined(separator: " ")]
        return portfolio == "state" && words[noun] == "department" ? "foreign" : portfolio
    }
}
