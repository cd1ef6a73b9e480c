import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// A route of the interface for programs. The router and the OpenAPI document are both made from ``all``, so that neither
/// has what the other lacks.
struct APIRoute: Sendable {
    static let root = "/api/v1"

    /// Behind ``root``: `/events`, `/events/{id}`.
    let path: String
    /// What it is called in the document: `listEvents`.
    let name: String
    let summary: String
    let parameters: [APIParameter]
    /// The name in the path, where there is one.
    let id: Schema?
    /// The schema of the answer.
    let answer: Schema
    /// The route that gives one item of the list, by its name.
    let one: String?
    let handle: @Sendable (Asked) throws -> OrderedJSON

    private init(
        _ path: String, _ name: String, _ summary: String, parameters: [APIParameter] = [], id: Schema? = nil,
        answer: Schema, one: String? = nil, _ handle: @escaping @Sendable (Asked) throws -> OrderedJSON
    ) {
        self.path = path
        self.name = name
        self.summary = summary
        self.parameters = parameters
        self.id = id
        self.answer = answer
        self.one = one
        self.handle = handle
    }

    static let all: [APIRoute] = [record] + ofArticles + ofEntries + [consequences] + ofLinks

    private static let record = APIRoute(
        "/record", "getRecord", "What the record holds, in numbers.", answer: .named("Record")
    ) { try OrderedJSON.summary(of: $0.store, title: $0.record) }

    private static let ofArticles = [
        list(
            "articles", "Article", "ArticleHead",
            "Articles without their texts; the newest first, or the closest to q.",
            .articles, [.outlet, .since, .until], hasOne: true),
        one("articles", "Article", "An article with its text.", .id("a", digits: 16)) { asked in
            guard let stored = try asked.store.article(id: asked.id), stored.article.id == asked.id else {
                throw PageError.missing("article", asked.id)
            }
            return ExchangeLines(stored.article).articleLine()
        },
        findings,
        list(
            "search", "Passage", "Passage", "Articles that hold words, the closest first, with the passages.",
            .passages,
            [.outlet, .since, .until], needsQuery: true),
    ]

    /// All entries of an article.
    private static let findings = APIRoute(
        "/articles/{id}/entries", "getArticleEntries", "All that was found in an article, in the order of the text.",
        id: .id("a", digits: 16),
        answer: .object(
            EntryKind.allCases.map {
                .must($0.plural, .list(.named($0.rawValue.prefix(1).uppercased() + $0.rawValue.dropFirst())))
            })
    ) { asked in
        guard let stored = try asked.store.article(id: asked.id), stored.article.id == asked.id else {
            throw PageError.missing("article", asked.id)
        }
        let (lines, found) = (ExchangeLines(stored.article), try asked.store.findings(in: asked.id))
        return .object([
            ("statements", .array(found.statements.map { lines.line($0) })),
            ("warnings", .array(found.warnings.map { lines.line($0) })),
            ("positions", .array(found.positions.map { lines.line($0) })),
            ("events", .array(found.events.map { lines.line($0) })),
            ("claims", .array(found.claims.map { lines.line($0) })),
        ])
    }

    private static let common: [PageFilter.Field] = [
        .by, .about, .outlet, .via, .since, .until, .party, .story, .order,
    ]

    private static let ofEntries: [APIRoute] =
        entries(.statement, "Who said what.", .statements, common, EntryWant.allCases)
        + entries(.warning, "What has been said would follow from what.", .warnings, common + [.force], [.party])
        + entries(
            .position, "Who stands where on what is proposed.", .positions, common + [.stance, .proposal], [.party])
        + entries(.event, "What is done, planned, feared or denied.", .events, common + [.status, .type], [.party])
        + entries(.claim, "Assertions with numbers.", .claims, common)

    private static func entries(
        _ kind: EntryKind, _ summary: String, _ entries: RecordList, _ fields: [PageFilter.Field],
        _ wants: [EntryWant] = []
    ) -> [APIRoute] {
        let noun = kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
        let id = Schema.id(String(kind.rawValue.prefix(1)), digits: 16)
        return [
            list(
                kind.plural, noun, noun, summary, entries, fields, more: wants.isEmpty ? [] : [.without(wants)],
                namesArticles: true, hasOne: true),
            one(kind.plural, noun, "One \(kind.rawValue).", id) {
                try FoundEntry.line($0.id, in: $0.store, only: kind)
            },
        ]
    }

    /// What has been said would follow from something.
    private static let consequences: APIRoute = {
        let act = APIParameter(
            name: "q", schema: APIParameter.query.schema,
            meaning: "What might be done, in a few words; near words are found, too.", isRequired: true)
        return APIRoute(
            "/what-if", "getConsequences",
            "The warnings of what would follow from something, the earliest first, and how firmly each issuer warns.",
            parameters: [act, .field(.to)] + APIParameter.paging,
            answer: .object(
                [
                    .must("issuers", .list(.named("Issuer"))),
                    .may(
                        "inferred",
                        .list(.object([.must("warning", .id("w", digits: 16)), .must("notes", .texts)]))),
                ] + stretch(of: "Warning", namesArticles: true))
        ) { try Consequences($0.store, $0.filter).json($0) }
    }()

    private static let ofLinks: [APIRoute] =
        links(Party.self, "parties", "Party", "y", .parties, "Who speaks and acts, the most mentioned first.", [.by]) {
            ExchangeLines.line($0, articles: $1)
        }
        + links(
            Utterance.self, "utterances", "Utterance", "u", .utterances,
            "Acts of speech, those that the most articles carry first.",
            [.about, .party]
        ) { one, _ in
            ExchangeLines.line(one)
        }
        + links(Story.self, "stories", "Story", "t", .stories, "Long courses of events, the newest first.", [.about]) {
            one, _ in
            ExchangeLines.line(one)
        }
        + links(Episode.self, "episodes", "Episode", "k", .episodes, "What happened in a few days.", [.about]) {
            one, _ in
            ExchangeLines.line(one)
        }
        + links(
            Series.self, "series", "Series", "r", .series, "Warnings of one party about one proposal over time.",
            [.about, .party]
        ) {
            ExchangeLines.line($0, articles: $1)
        }
        + links(
            LinkedProposal.self, "proposals", "Proposal", "o", .proposals, "What parties are for or against.", [.about]
        ) {
            ExchangeLines.line($0, articles: $1)
        }
        + links(
            Contradiction.self, "contradictions", "Contradiction", "x", .contradictions,
            "Entries that cannot both hold.", [.about, .party, .story]
        ) {
            ExchangeLines.line($0, articles: $1)
        }
        + links(
            Occurrence.self, "occurrences", "Occurrence", "n", .occurrences, "Events that several articles report.",
            [.about, .since, .until, .status, .party, .order]
        ) {
            ExchangeLines.line($0, articles: $1)
        }
        + links(Duplicate.self, "duplicates", "Duplicate", "d", .duplicates, "Articles that share text.", []) {
            one, _ in
            ExchangeLines.line(one)
        }

    private static func links<Link: LinkRecord>(
        _ type: Link.Type, _ path: String, _ noun: String, _ prefix: String, _ links: RecordList, _ summary: String,
        _ fields: [PageFilter.Field], _ line: @escaping @Sendable (Link, [String]) -> OrderedJSON
    ) -> [APIRoute] {
        [
            list(path, noun, noun, summary, links, fields, isSearched: false, hasOne: true),
            one(path, noun, "One of them.", .link(named: prefix)) { asked in
                guard let found = try asked.store.link(type, id: asked.id), found.id == asked.id else {
                    throw PageError.missing(type.linkType.rawValue, asked.id)
                }
                return line(found, try asked.store.articles(of: found.id))
            },
        ]
    }

    /// - Parameters:
    ///   - namesArticles: whether the heads of the articles come with the items.
    ///   - isSearched: whether it takes `q`.
    private static func list(
        _ path: String, _ noun: String, _ item: String, _ summary: String, _ list: RecordList,
        _ fields: [PageFilter.Field], more: [APIParameter] = [], namesArticles: Bool = false, isSearched: Bool = true,
        needsQuery: Bool = false,
        hasOne: Bool = false
    ) -> APIRoute {
        var query = APIParameter.query
        query.isRequired = needsQuery
        return APIRoute(
            "/\(path)", "list\(path.prefix(1).uppercased())\(path.dropFirst())", summary,
            parameters: (isSearched ? [query] : []) + fields.map(APIParameter.field) + more
                + APIParameter.paging,
            answer: .object(stretch(of: item, namesArticles: namesArticles)), one: hasOne ? "get\(noun)" : nil
        ) { try list.json($0) }
    }

    /// The keys of a stretch of a list.
    private static func stretch(of item: String, namesArticles: Bool) -> [Schema.Property] {
        [
            .must("items", .list(.named(item))), .must("page", .integer(least: 1)),
            .must("limit", .integer(least: 1)), .may("previous", .text), .may("next", .text),
        ] + (namesArticles ? [.may("articles", .list(.named("ArticleHead")))] : [])
    }

    private static func one(
        _ path: String, _ noun: String, _ summary: String, _ id: Schema,
        _ handle: @escaping @Sendable (Asked) throws -> OrderedJSON
    ) -> APIRoute {
        APIRoute("/\(path)/{id}", "get\(noun)", summary, id: id, answer: .named(noun), handle)
    }
}
