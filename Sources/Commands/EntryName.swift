import DemarcheStore

/// The beginning of an ID, as a user writes it.
struct EntryName {
    let beginning: String

    init(_ beginning: String) { self.beginning = beginning.lowercased() }

    /// The one name in the record that begins so, or the name that what had this one has now.
    ///
    /// - Throws: ``ExitStatus/nothingFound`` after saying why there is none, or which there are.
    func only(in store: RecordStore) throws -> String {
        let names = try store.names(beginning: beginning, limit: Self.mostListed + 1)
        if names.count == 1 { return names[0] }
        if let now = try store.successor(ofLink: beginning) {
            Standard.error("\(beginning) has joined something earlier and is \(now) now")
            return now
        }
        Standard.error("demarche: " + (names.isEmpty ? absence(store) : ambiguity(names)))
        throw ExitStatus.nothingFound
    }

    private static let mostListed = 6

    private static let lists = [
        ("a-", "article", "articles"), ("s-", "statement", "statements"), ("w-", "warning", "warnings"),
        ("p-", "position", "positions"), ("e-", "event", "events"), ("c-", "claim", "claims"),
        ("t-", "story", "stories"), ("k-", "episode", "stories --episodes"),
    ]

    private func absence(_ store: RecordStore) -> String {
        guard let (_, noun, command) = Self.lists.first(where: { beginning.hasPrefix($0.0) }) else {
            let kinds = Self.lists.map { "\($0.0) (\($0.1))" }.joined(separator: ", ")
            return "\(beginning.printable) is no ID; IDs begin with \(kinds)"
        }
        return "no \(noun) of \(store.path) has an ID that begins with \(beginning.printable); "
            + "`demarche \(command)` lists them"
    }

    private func ambiguity(_ names: [String]) -> String {
        let listed = names.prefix(Self.mostListed).joined(separator: ", ")
        let more = names.count > Self.mostListed ? " and more" : ""
        return "several IDs begin with \(beginning.printable); write more of it: \(listed)\(more)"
    }
}
