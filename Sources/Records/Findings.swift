/// What was found in one article; each list in the order of the text.
package struct Findings: Hashable, Sendable {
    package var statements: [ReportedStatement]
    package var warnings: [Warning] = []
    package var positions: [Position] = []
    package var events: [PoliticalEvent] = []
    package var claims: [Claim] = []
    /// The day of publication from the article's own words, where nothing else gives it.
    package var published: RecordedDate?

    /// How many entries of each type there are.
    package var entryCounts: [EntryType: Int] {
        [.warning: warnings.count, .position: positions.count, .event: events.count, .claim: claims.count]
    }

    package init(statements: [ReportedStatement] = [], published: RecordedDate? = nil) {
        self.statements = statements
        self.published = published
    }
}

/// Something found in an article, anchored to its words.
package protocol RecordEntry: Hashable, Sendable, Codable {
    var id: String { get }
    /// The article's name.
    var article: String { get }
    /// All the spans of text that the entry rests on.
    var evidence: [Evidence] { get }
}

/// What an entry is that is no statement.
package enum EntryType: String, Sendable, CaseIterable { case warning, position, event, claim }

/// An entry of one of these types.
package protocol TypedEntry: RecordEntry {
    static var entryType: EntryType { get }
    /// The words that it is made of.
    var parts: [EntryPart] { get }
}

extension ReportedStatement: RecordEntry {}
extension Warning: TypedEntry { package static let entryType = EntryType.warning }
extension Position: TypedEntry { package static let entryType = EntryType.position }
extension PoliticalEvent: TypedEntry { package static let entryType = EntryType.event }
extension Claim: TypedEntry { package static let entryType = EntryType.claim }
