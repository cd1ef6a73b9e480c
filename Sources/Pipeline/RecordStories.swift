import DemarcheLink
import DemarcheRecords
import DemarcheStore

/// Where the articles of stories stand, in a record.
struct RecordStories: StoryIndex {
    private let record: LinkTransaction

    /// What things are called in the record.
    private enum Kind {
        static let (node, entryByStem, holderByArticle, place) = (5, 16, 17, 18)
        static let all = [node, entryByStem, holderByArticle, place]
    }

    init(_ record: LinkTransaction) { self.record = record }

    func article(_ id: String) throws(RecordError) -> StoryArticle? {
        try record.inputs(of: [id]).first.flatMap { StoryArticle(inputBytes: $0.bytes) }
    }

    func node(_ article: String) throws(RecordError) -> StoryNode? {
        guard let bytes = try record.thing(Kind.node, article) else { return nil }
        if let node = StoryNode(bytes: bytes) { return node }
        throw RecordError(
            .damaged, path: article, message: "what is kept of it for stories is damaged; `demarche link` makes it anew"
        )
    }

    func entries(_ stem: String, before place: StoryPlace, most: Int) throws(RecordError) -> [StoryEntry] {
        try record.names(Kind.entryByStem, under: stem, before: Self.name(place), most: most)
            .compactMap(Self.entry)
    }

    func entries(_ stem: String, after place: StoryPlace, most: Int) throws(RecordError) -> [StoryEntry] {
        try record.names(Kind.entryByStem, under: stem, after: Self.name(place) + "~", most: most)
            .compactMap(Self.entry)
    }

    func holders(of article: String) throws(RecordError) -> [StoryNeighbour] {
        try record.names(Kind.holderByArticle, under: article).compactMap(Self.holder)
    }

    func stories(holdingAny articles: Set<String>) throws(RecordError) -> [Story] {
        try record.links(Story.self, holdingAny: articles)
    }

    /// Whether any article has no date.
    func holdsUndated() throws(RecordError) -> Bool {
        let first = Self.name(StoryPlace(day: StoryPlace.undated, article: ""))
        return try !record.names(Kind.place, under: "", after: first, most: 1).isEmpty
    }

    /// Where all articles stand. Linear in them.
    func places() throws(RecordError) -> [StoryPlace] {
        try record.names(Kind.place, under: "").compactMap { name in
            let fields = name.split(separator: " ")
            return fields.count == 2 ? Self.place(fields[0], fields[1]) : nil
        }
    }

    /// Puts the nodes of all articles in the place of all that there are.
    mutating func putAll(_ nodes: [StoryNode]) throws(RecordError) {
        try record.forgetThings(Kind.all)
        for node in nodes { try insert(node) }
    }

    mutating func put(_ node: StoryNode) throws(RecordError) {
        try removeNode(of: node.place.article)
        try insert(node)
    }

    private func insert(_ node: StoryNode) throws(RecordError) {
        for key in node.keys { try record.put(Self.name(node.place, key.weight), Kind.entryByStem, under: key.stem) }
        for neighbour in node.neighbours {
            try record.put(Self.name(node, neighbour), Kind.holderByArticle, under: neighbour.article)
        }
        try record.put(Self.name(node.place), Kind.place, under: "")
        try record.put(node.bytes, Kind.node, node.place.article)
    }

    mutating func removeNode(of article: String) throws(RecordError) {
        guard let old = try node(article) else { return }
        for key in old.keys { try record.remove(Self.name(old.place, key.weight), Kind.entryByStem, under: key.stem) }
        for neighbour in old.neighbours {
            try record.remove(Self.name(old, neighbour), Kind.holderByArticle, under: neighbour.article)
        }
        try record.remove(Self.name(old.place), Kind.place, under: "")
        try record.put(nil, Kind.node, article)
    }

    // MARK: Names

    /// Of an article that has a neighbour, with what they share.
    private static func name(_ node: StoryNode, _ neighbour: StoryNeighbour) -> String {
        "\(node.place.article) \(neighbour.score.bitPattern) \(neighbour.level?.rawValue ?? "none")"
    }

    private static func holder(_ name: String) -> StoryNeighbour? {
        let fields = name.split(separator: " ")
        guard fields.count == 3, let score = UInt32(fields[1]) else { return nil }
        return StoryNeighbour(
            article: String(fields[0]), score: Float(bitPattern: score), level: StoryLevel(rawValue: String(fields[2])))
    }

    /// Added to days, so that none is negative: some 2,700 years.
    private static let earliest = 1_000_000

    /// In the order of places.
    private static func name(_ place: StoryPlace) -> String {
        let digits = "\(max(0, place.day + earliest))"
        return String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits + " " + place.article
    }

    private static func name(_ place: StoryPlace, _ weight: Float) -> String { "\(name(place)) \(weight.bitPattern)" }

    private static func entry(_ name: String) -> StoryEntry? {
        let fields = name.split(separator: " ")
        guard fields.count == 3, let place = place(fields[0], fields[1]), let weight = UInt32(fields[2]) else {
            return nil
        }
        return StoryEntry(place: place, weight: Float(bitPattern: weight))
    }

    private static func place(_ day: Substring, _ article: Substring) -> StoryPlace? {
        Int(day).map { StoryPlace(day: $0 - earliest, article: String(article)) }
    }
}
