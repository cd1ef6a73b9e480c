package import DemarcheRecords
import DemarcheSourceText

/// The lines of the exchange format for one article: keys in its order, offsets in Unicode scalars.
package struct ExchangeLines: Sendable {
    private let article: Article
    private let offsets: ScalarOffsets

    package init(_ article: Article) {
        self.article = article
        offsets = ScalarOffsets(article.text)
    }

    /// The first line of a record. How long the run took is left out: the same bytes give the same lines.
    package static func run(articles: Int, refused: [Refusal]) -> OrderedJSON {
        .object([
            ("type", .string("run")), ("format", .integer(1)), ("program", .string(ProgramVersion.name)),
            ("articles", .integer(articles)),
            ("refused", .array(refused.map { .object([("path", .string($0.path)), ("reason", .string($0.reason))]) })),
        ])
    }

    package func articleLine() -> OrderedJSON {
        .object(head + [("text", .string(article.text.string)), ("blocks", .array(article.blocks.map(block)))])
    }

    /// The article's line without its text and blocks.
    package func articleHead() -> OrderedJSON { .object(head) }

    private var head: [(String, OrderedJSON?)] {
        let metadata = article.metadata
        return [
            ("type", .string("article")), ("id", .string(article.id)), ("source", source),
            ("url", .optional(metadata.url)), ("outlet", metadata.outlet.map(outlet)),
            ("headline", .optional(metadata.headline)), ("standfirst", .optional(metadata.standfirst)),
            ("bylines", .unlessEmpty(metadata.bylines.map(OrderedJSON.string))),
            ("published", metadata.published.map(Self.date)), ("modified", metadata.modified.map(Self.date)),
            ("language", .optional(metadata.language)),
            ("agencies", .unlessEmpty(metadata.agencies.map(OrderedJSON.string))),
        ]
    }

    package func line(_ statement: ReportedStatement) -> OrderedJSON {
        .object([
            ("type", .string("statement")), ("id", .string(statement.id)), ("article", .string(statement.article)),
            ("speaker", speaker(statement.speaker)), ("cue", statement.cue.map(cue)),
            ("content", .array(statement.content.map(evidence))),
            ("directness", .string(statement.directness.rawValue)),
            ("via", .unlessEmpty(statement.via.map(carrier))), ("occasion", statement.occasion.map(occasion)),
            ("said", statement.said.map(Self.date)),
            ("polarity", .string(statement.polarity.rawValue)), ("inside", .optional(statement.inside)),
            ("confidence", .hundredths(statement.confidence)),
            ("notes", .unlessEmpty(statement.notes.map(OrderedJSON.string))),
        ])
    }

    private var source: OrderedJSON {
        .object([
            ("path", .string(article.source.path)), ("mediaType", .string(article.source.mediaType.rawValue)),
            ("sha256", .string(article.source.sha256)), ("offset", article.source.offset.map(OrderedJSON.integer)),
        ])
    }

    private func outlet(_ outlet: Outlet) -> OrderedJSON {
        .object([
            ("name", .optional(outlet.name)), ("domain", .optional(outlet.domain)),
            ("kind", .optional(outlet.kind?.rawValue)),
        ])
    }

    private func block(_ block: Block) -> OrderedJSON {
        let span = offsets.scalars(block.span)
        return .object([
            ("kind", .string(block.kind.rawValue)), ("start", .integer(span.start)), ("end", .integer(span.end)),
            ("reason", .optional(block.reason?.rawValue)),
        ])
    }

    func evidence(_ evidence: Evidence) -> OrderedJSON {
        let span = offsets.scalars(evidence.span)
        return .object([
            ("start", .integer(span.start)), ("end", .integer(span.end)), ("exact", .string(evidence.exact)),
            ("prefix", .string(evidence.prefix)), ("suffix", .string(evidence.suffix)),
        ])
    }

    func speaker(_ speaker: Speaker) -> OrderedJSON {
        .object([
            ("name", .optional(speaker.name)), ("kind", .optional(speaker.kind?.rawValue)),
            ("naming", .string(speaker.naming.rawValue)), ("mention", speaker.mention.map(evidence)),
            (
                "office",
                speaker.office.map { .object([("text", .string($0.text)), ("evidence", evidence($0.evidence))]) }
            ),
            (
                "affiliation",
                speaker.affiliation.map { .object([("text", .string($0.text)), ("country", .optional($0.country))]) }
            ),
        ])
    }

    private func occasion(_ occasion: Occasion) -> OrderedJSON {
        .object([
            ("place", occasion.place.map(evidence)), ("event", occasion.event.map(evidence)),
            ("medium", occasion.medium.map(evidence)), ("addressee", occasion.addressee.map(evidence)),
        ])
    }

    private func cue(_ cue: Cue) -> OrderedJSON {
        .object([
            ("lemma", .string(cue.lemma)), ("act", .string(cue.act.rawValue)), ("evidence", evidence(cue.evidence)),
        ])
    }

    private func carrier(_ carrier: Carrier) -> OrderedJSON {
        .object([
            ("name", .string(carrier.name)), ("kind", .string(carrier.kind.rawValue)),
            ("evidence", carrier.evidence.map(evidence)),
        ])
    }

    static func date(_ date: RecordedDate) -> OrderedJSON {
        .object([
            ("date", .string(date.date)), ("precision", .string(date.precision.rawValue)),
            ("until", .optional(date.until)),
            ("basis", .string(date.basis.rawValue)),
            ("anchor", .optional(date.anchor)), ("expression", .optional(date.expression)),
        ])
    }
}
