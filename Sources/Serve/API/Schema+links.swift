import DemarcheRecords

/// The lines over several articles.
extension Schema {
    static let links: [(name: String, schema: Schema)] = [
        ("Party", party), ("Carrier", carrier), ("Utterance", utterance), ("Duplicate", duplicate),
        ("Proposal", proposal), ("Story", coverage("story", "t", [.may("episodes", .list(link(named: "k")))])),
        ("Episode", coverage("episode", "k", [])), ("Series", series), ("Contradiction", contradiction),
        ("Occurrence", occurrence),
    ]

    /// The name of a link.
    static func link(named prefix: String) -> Schema { id(prefix, digits: digits(prefix)) }

    private static func digits(_ prefix: String) -> Int {
        Identifier.firstMember(ofLink: prefix + "-") == nil ? 12 : 16
    }

    private static func link(_ type: String, _ prefix: String) -> [Property] {
        head(type, prefix, digits: digits(prefix)) + [.may("articles", .list(id("a", digits: 16)))]
    }

    private static let party = Schema.object(
        link("party", "y") + [
            .must("name", .text), .may("aliases", .texts),
            .may("kind", .oneOf(["person", "state", "government", "organisation", "alliance", "group"])),
            .may("country", .text), .may("sector", .text),
            .may(
                "offices",
                .list(
                    .object([.must("text", .text), .may("country", .text), .may("first", .text), .may("last", .text)]))),
            .may("why", .texts),
        ])

    private static let carrier = Schema.object([
        .must("article", id("a", digits: 16)), .may("outlet", .text), .may("published", .text), .must("origin", .text),
    ])

    private static let utterance = Schema.object(
        link("utterance", "u") + [
            .may("party", id("y", digits: 12)), .may("date", .text), .may("statements", .list(id("s", digits: 16))),
            .must("origin", .named("Carrier")), .may("origins", .texts), .must("carriers", .list(.named("Carrier"))),
            .must(
                "renderings",
                .list(
                    .object([
                        .must("statement", id("s", digits: 16)), .must("article", id("a", digits: 16)),
                        .must("text", .text), .must("directness", values(ReportedStatement.Directness.self)),
                        .may(
                            "differences",
                            .list(
                                .object([
                                    .must("kind", values(Utterance.Difference.Kind.self)), .may("here", .text),
                                    .may("there", .text),
                                ]))),
                    ]))),
        ])

    private static let duplicate = Schema.object(
        link("duplicate", "d") + [
            .must("kind", values(Duplicate.Kind.self)), .must("shared", .number), .may("agency", .text),
            .may("date", .text),
        ])

    private static let proposal = Schema.object(
        link("proposal", "o") + [
            .must("title", .text), .must("action", .text), .may("object", .text), .may("place", .text),
            .may("members", .texts),
        ])

    private static func coverage(_ type: String, _ prefix: String, _ more: [Property]) -> Schema {
        .object(link(type, prefix) + [.must("title", .text), .may("from", .text), .may("to", .text)] + more)
    }

    private static let series = Schema.object(
        link("series", "r") + [
            .must("title", .text), .must("party", id("y", digits: 12)), .must("proposal", id("o", digits: 12)),
            .must(
                "points",
                .list(
                    .object([
                        .must("warning", id("w", digits: 16)), .may("date", .text),
                        .must("force", values(Warning.Force.self)), .may("part", values(Series.Point.Part.self)),
                    ]))),
            .may(
                "drifts",
                .list(
                    .object([
                        .must("article", id("a", digits: 16)), .must("part", values(Series.Point.Part.self)),
                        .must("force", values(Warning.Force.self)), .must("below", values(Warning.Force.self)),
                    ]))),
        ])

    private static let contradiction = Schema.object(
        link("contradiction", "x") + [.may("statements", .texts), .may("date", .text), .must("why", .text)])

    private static let occurrence = Schema.object(
        link("occurrence", "n") + [
            .must("title", .text), .may("date", .text), .must("status", values(PoliticalEvent.Status.self)),
            .may("events", .list(id("e", digits: 16))),
        ])
}
