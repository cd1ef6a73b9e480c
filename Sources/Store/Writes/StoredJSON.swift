import DemarcheRecords
import DemarcheSourceText
internal import FoundationEssentials

/// JSON in a column, with the keys that `Codable` gives the value, so that `JSONDecoder` reads it. Foundation's encoder
/// took a sixth of the time of reading an article; this takes a hundredth.
enum StoredJSON {
    static func text(_ statement: ReportedStatement) -> String { json(statement).line }
    static func text(_ metadata: Metadata) -> String { json(metadata).line }
    static func text(_ blocks: [Block]) -> String { OrderedJSON.array(blocks.map(json)).line }

    /// Places in a list of blocks.
    static func text(_ blocks: [Int]) -> String { OrderedJSON.array(blocks.map(OrderedJSON.integer)).line }

    static func blocks(_ json: String?) throws -> [Int] { try json.map { try decode([Int].self, $0) } ?? [] }

    /// Links are few beside entries, and Foundation's encoder is quick enough for them.
    static func text(_ link: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(link), as: UTF8.self)
    }

    static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    private static func json(_ statement: ReportedStatement) -> OrderedJSON {
        .object([
            ("id", .string(statement.id)), ("article", .string(statement.article)),
            ("speaker", json(statement.speaker)), ("cue", statement.cue.map(json)),
            ("content", .array(statement.content.map(json))), ("directness", .string(statement.directness.rawValue)),
            ("via", .array(statement.via.map(json))), ("occasion", statement.occasion.map(json)),
            ("said", statement.said.map(json)),
            ("polarity", .string(statement.polarity.rawValue)), ("inside", .optional(statement.inside)),
            ("confidence", .integer(statement.confidence)), ("notes", strings(statement.notes)),
            ("rule", .string(statement.rule)),
        ])
    }

    static func json(_ speaker: Speaker) -> OrderedJSON {
        .object([
            ("name", .optional(speaker.name)), ("kind", .optional(speaker.kind?.rawValue)),
            ("naming", .string(speaker.naming.rawValue)), ("mention", speaker.mention.map(json)),
            ("office", speaker.office.map { .object([("text", .string($0.text)), ("evidence", json($0.evidence))]) }),
            ("affiliation", speaker.affiliation.map(json)),
        ])
    }

    static func json(_ affiliation: Speaker.Affiliation) -> OrderedJSON {
        .object([
            ("text", .string(affiliation.text)), ("country", .optional(affiliation.country)),
            ("evidence", json(affiliation.evidence)),
        ])
    }

    private static func json(_ occasion: Occasion) -> OrderedJSON {
        .object([
            ("place", occasion.place.map(json)), ("event", occasion.event.map(json)),
            ("medium", occasion.medium.map(json)), ("addressee", occasion.addressee.map(json)),
        ])
    }

    private static func json(_ cue: Cue) -> OrderedJSON {
        .object([
            ("lemma", .string(cue.lemma)), ("act", .string(cue.act.rawValue)), ("evidence", json(cue.evidence)),
        ])
    }

    private static func json(_ carrier: Carrier) -> OrderedJSON {
        .object([
            ("name", .string(carrier.name)), ("kind", .string(carrier.kind.rawValue)),
            ("evidence", carrier.evidence.map(json)),
        ])
    }

    static func json(_ evidence: Evidence) -> OrderedJSON {
        .object([
            ("span", json(evidence.span)), ("exact", .string(evidence.exact)), ("prefix", .string(evidence.prefix)),
            ("suffix", .string(evidence.suffix)),
        ])
    }

    private static func json(_ span: TextSpan) -> OrderedJSON {
        .object([("start", .integer(span.start)), ("end", .integer(span.end))])
    }

    private static func json(_ block: Block) -> OrderedJSON {
        .object([
            ("kind", .string(block.kind.rawValue)), ("span", json(block.span)),
            ("reason", .optional(block.reason?.rawValue)),
        ])
    }

    private static func json(_ metadata: Metadata) -> OrderedJSON {
        .object([
            ("url", .optional(metadata.url)), ("outlet", metadata.outlet.map(json)),
            ("headline", .optional(metadata.headline)), ("standfirst", .optional(metadata.standfirst)),
            ("bylines", strings(metadata.bylines)), ("published", metadata.published.map(json)),
            ("modified", metadata.modified.map(json)), ("language", .optional(metadata.language)),
            ("section", .optional(metadata.section)),
            ("agencies", strings(metadata.agencies)),
        ])
    }

    private static func json(_ outlet: Outlet) -> OrderedJSON {
        .object([
            ("name", .optional(outlet.name)), ("domain", .optional(outlet.domain)),
            ("kind", .optional(outlet.kind?.rawValue)),
        ])
    }

    static func json(_ date: RecordedDate) -> OrderedJSON {
        .object([
            ("date", .string(date.date)), ("precision", .string(date.precision.rawValue)),
            ("until", .optional(date.until)), ("basis", .string(date.basis.rawValue)),
            ("anchor", .optional(date.anchor)), ("expression", .optional(date.expression)),
        ])
    }

    static func strings(_ values: [String]) -> OrderedJSON { .array(values.map(OrderedJSON.string)) }
}
