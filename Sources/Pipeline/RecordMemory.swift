import DemarcheLink
import DemarcheRecords
import DemarcheStore

/// What a record keeps for linking, as linking asks for it.
struct RecordMemory: LinkMemory {
    private let record: LinkTransaction

    init(_ record: LinkTransaction) { self.record = record }

    func articles(under keys: Set<NeighbourKey>, within days: Int) throws(RecordError) -> Set<String> {
        try record.articles(under: Set(keys.map(KeyOnDay.init)), within: days)
    }

    func articles(of entries: Set<String>) throws(RecordError) -> Set<String> { try record.articles(of: entries) }

    func inputs(of articles: Set<String>) throws(RecordError) -> [LinkInput] {
        try record.inputs(of: articles).map { kept throws(RecordError) in try Self.input(kept.article, kept.bytes) }
    }

    func mentions(in entries: Set<String>) throws(RecordError) -> (mentions: [PartyMention], parties: [Party]) {
        try record.mentions(in: entries)
    }

    func links<Link: LinkRecord>(
        _ type: Link.Type, holdingAny members: Set<String>
    ) throws(RecordError) -> [Link] { try record.links(type, holdingAny: members) }

    mutating func replace<Link: LinkRecord>(_ old: [Link], with new: [Link]) throws(RecordError) {
        try record.replace(old, with: new)
    }

    mutating func keep(_ keys: Set<NeighbourKey>, of article: String) throws(RecordError) {
        try record.keep(Set(keys.map(KeyOnDay.init)), of: article)
    }

    /// - Throws: for bytes that are none of this version.
    static func input(_ article: String, _ bytes: [UInt8]) throws(RecordError) -> LinkInput {
        if let input = LinkInput(bytes: bytes) { return input }
        throw RecordError(
            .damaged, path: article, message: "what is kept of it for linking is damaged; `demarche link` makes it anew"
        )
    }
}

extension KeyOnDay {
    /// The lower half of the key is enough, and takes half the room: what is found by chance is compared and left.
    init(_ key: NeighbourKey) {
        self.init(key: Int(Int32(truncatingIfNeeded: key.key)), day: key.day, period: key.period)
    }
}
