package import DemarcheRecords

/// What a record keeps of its articles for linking, and its links, found by what little is asked for. Everything is told as of now:
/// what was replaced before is replaced.
package protocol LinkMemory {
    associatedtype Failure: Error

    /// The articles in which something stands under one of these keys, on a day no farther than `days` or on none.
    func articles(under keys: Set<NeighbourKey>, within days: Int) throws(Failure) -> Set<String>

    /// The articles that have these statements, warnings, positions or events; those that are no longer there are passed over.
    func articles(of entries: Set<String>) throws(Failure) -> Set<String>

    /// What is kept of articles; nothing of those that the record no longer links.
    func inputs(of articles: Set<String>) throws(Failure) -> [LinkInput]

    /// Who is mentioned in some entries, and the parties.
    func mentions(in entries: Set<String>) throws(Failure) -> (mentions: [PartyMention], parties: [Party])

    /// The links of a type that connect any of these entries or articles.
    func links<Link: LinkRecord>(_ type: Link.Type, holdingAny members: Set<String>) throws(Failure) -> [Link]

    /// Puts links in the place of others.
    mutating func replace<Link: LinkRecord>(_ old: [Link], with new: [Link]) throws(Failure)

    /// Keeps under what things of an article are found, beside what was kept before.
    mutating func keep(_ keys: Set<NeighbourKey>, of article: String) throws(Failure)
}

/// What is kept of articles that changed: as it was when they were last linked, and as it is now. Of a new one there is nothing as it
/// was, of one that is gone nothing as it is; one in which only parties changed is in both.
package struct ChangedInputs: Sendable {
    package var former: [LinkInput]
    package var current: [LinkInput]

    package init(former: [LinkInput] = [], current: [LinkInput] = []) {
        (self.former, self.current) = (former, current)
    }

    var all: [LinkInput] { former + current }
}
