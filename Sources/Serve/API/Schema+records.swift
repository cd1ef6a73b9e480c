import DemarcheRecords

/// The lines of the exchange format, as `ExchangeLines` writes them.
extension Schema {
    /// Those that have a name, in the order of the document.
    static let components: [(name: String, schema: Schema)] =
        [
            ("Evidence", evidence), ("Date", date), ("Speaker", speaker), ("ArticleHead", .object(articleHead)),
            ("Article", article), ("Statement", statement), ("Warning", warning), ("WarningPart", warningPart),
            ("Position", position), ("Event", event), ("Participant", participant), ("Claim", claim),
            ("Passage", passage), ("Issuer", issuer),
        ] + links + [("Record", record), ("Problem", problem)]

    /// `type`, `id` and `article` of an entry; `articles` of what connects several.
    static func head(_ type: String, _ prefix: String, digits: Int) -> [Property] {
        [.must("type", .oneOf([type])), .must("id", id(prefix, digits: digits))]
    }

    private static func entry(_ type: String, _ prefix: String) -> [Property] {
        head(type, prefix, digits: 16) + [.must("article", id("a", digits: 16))]
    }

    /// Names as `Identifier` makes them.
    static func id(_ prefix: String, digits: Int) -> Schema { .text(pattern: "^\(prefix)-[0-9a-f]{\(digits)}$") }

    private static let anEvidence = Schema.named("Evidence"), aDate = Schema.named("Date")
    private static let aSpeaker = Schema.named("Speaker")
    private static let notes = Property.may("notes", .texts)
    private static let ofStatement = Property.may("statement", id("s", digits: 16))

    private static let evidence = Schema.object([
        .must("start", .integer(least: 0)), .must("end", .integer(least: 0)), .must("exact", .text),
        .must("prefix", .text), .must("suffix", .text),
    ])

    private static let date = Schema.object([
        .must("date", .text), .must("precision", .oneOf(["day", "month", "year", "interval"])), .may("until", .text),
        .must("basis", .oneOf(["metadata", "text", "given", "file", "anchored"])), .may("anchor", .text),
        .may("expression", .text),
    ])

    private static let speakerProperties: [Property] = [
        .may("name", .text),
        .may("kind", .oneOf(["person", "state", "government", "organisation", "alliance", "group"])),
        .must("naming", .oneOf(["named", "unnamed", "collective", "absent", "editorial"])),
        .may("mention", anEvidence),
        .may("office", .object([.must("text", .text), .must("evidence", anEvidence)])),
        .may("affiliation", .object([.must("text", .text), .may("country", .text)])),
    ]
    private static let speaker = Schema.object(speakerProperties)
    private static let participant = Schema.object(
        speakerProperties + [.may("country", .text), .may("sector", .text), .may("code", .text)])

    private static let articleHead: [Property] =
        head("article", "a", digits: 16) + [
            .must(
                "source",
                .object([
                    .must("path", .text), .must("mediaType", .text), .must("sha256", .text),
                    .may("offset", .integer(least: 0)),
                ])),
            .may("url", .text),
            .may(
                "outlet",
                .object([.may("name", .text), .may("domain", .text), .may("kind", values(Outlet.Kind.self))])),
            .may("headline", .text), .may("standfirst", .text), .may("bylines", .texts), .may("published", aDate),
            .may("modified", aDate), .may("language", .text), .may("agencies", .texts),
        ]

    private static let article = Schema.object(
        articleHead + [
            .must("text", .text),
            .must(
                "blocks",
                .list(
                    .object([
                        .must("kind", values(Block.Kind.self)), .must("start", .integer(least: 0)),
                        .must("end", .integer(least: 0)), .may("reason", values(Block.Reason.self)),
                    ]))),
        ])

    private static let statement = Schema.object(
        entry("statement", "s") + [
            .must("speaker", aSpeaker),
            .may(
                "cue",
                .object([
                    .must("lemma", .text), .must("act", values(Cue.Act.self)), .must("evidence", anEvidence),
                ])),
            .must("content", .list(anEvidence)), .must("directness", values(ReportedStatement.Directness.self)),
            .may(
                "via",
                .list(
                    .object([
                        .must("name", .text), .must("kind", .oneOf(["agency", "outlet", "official", "unnamed"])),
                        .may("evidence", anEvidence),
                    ]))),
            .may(
                "occasion",
                .object(["place", "event", "medium", "addressee"].map { .may($0, anEvidence) })),
            .may("said", aDate), .must("polarity", .oneOf(["affirmed", "negated"])),
            .may("inside", id("s", digits: 16)), .must("confidence", .number), notes,
        ])

    private static let warningPart = Schema.object([
        .must("text", .text), .must("evidence", anEvidence), .may("action", .text), .may("agent", anEvidence),
        .may("place", anEvidence),
    ])

    private static let warning = Schema.object(
        entry("warning", "w") + [
            .must("kind", values(Warning.Kind.self)), .must("trigger", .named("WarningPart")),
            .must("consequence", .named("WarningPart")),
            .must(
                "force",
                .object([.must("level", values(Warning.Force.self)), .may("evidence", .list(anEvidence))])),
            .must("issuer", aSpeaker), ofStatement, notes,
        ])

    /// Of the warnings that were asked for.
    private static let issuer = Schema.object([
        .must("name", .text), .may("party", id("y", digits: 12)), .may("since", .text),
        .must("warnings", .integer(least: 1)), .must("forces", .list(values(Warning.Force.self))),
    ])

    private static let position = Schema.object(
        entry("position", "p") + [
            .must("party", aSpeaker),
            .may("onBehalfOf", .object([.must("text", .text), .may("country", .text)])),
            .must(
                "proposal",
                .object([.must("id", .text), .must("text", .text), .must("evidence", anEvidence)])),
            .must("stance", values(Position.Stance.self)), .may("condition", anEvidence), ofStatement,
            .must("evidence", anEvidence), notes,
        ])

    private static let event = Schema.object(
        entry("event", "e") + [
            .must(
                "plover",
                .object([
                    .must("type", values(PLOVER.EventType.self)), .may("mode", .text), .may("contexts", .texts),
                ])),
            .may("cameo", .text), .must("quad", values(PLOVER.Quad.self)), .must("intensity", .number),
            .may("goldstein", .number), .may("actors", .list(.named("Participant"))),
            .may("recipients", .list(.named("Participant"))), .must("status", values(PoliticalEvent.Status.self)),
            .may("date", aDate), .may("place", anEvidence), ofStatement, .must("evidence", anEvidence), notes,
        ])

    private static let claim = Schema.object(
        entry("claim", "c") + [
            .must("text", .text), .must("evidence", anEvidence),
            .may(
                "quantities",
                .list(
                    .object([
                        .must("value", .number), .must("bound", values(Claim.Quantity.Bound.self)),
                        .may("unit", .text), .must("evidence", anEvidence),
                    ]))),
            .must("attribution", .text), .must("hedged", .boolean), .may("hedge", anEvidence),
        ])

    private static let passage = Schema.object([
        .must("article", id("a", digits: 16)), .may("published", .text), .may("outlet", .text), .may("headline", .text),
        .may("passage", .text),
    ])

    private static let record = Schema.object([
        .must("record", .text), .must("program", .text), .must("linked", .boolean), .may("from", .text),
        .may("to", .text),
        .must(
            "counts",
            counts(["article", "statement"] + EntryType.allCases.map(\.rawValue) + LinkType.allCases.map(\.rawValue))),
        .must("outlets", .list(.object([.must("name", .text), .must("articles", .integer(least: 1))]))),
        .must(
            "unresolved",
            .object(
                counted([
                    "withoutSpeaker", "pronounNotResolved", "marksUnbalanced", "withoutDate", "withoutOutlet",
                    "refused",
                ])
                    + [EntryType.event, .position, .warning].map {
                        .may("\($0.rawValue)WithoutParty", .integer(least: 0))
                    }
            )),
    ])

    private static func counts(_ names: [String]) -> Schema { .object(counted(names)) }

    private static func counted(_ names: [String]) -> [Property] { names.map { .must($0, .integer(least: 0)) } }

    private static let problem = Schema.object([
        .must("type", .text), .must("title", .text), .must("status", .integer(least: 400, most: 599)),
        .must("detail", .text), .may("field", .text), .may("value", .text), .may("allowed", .texts),
    ])
}
