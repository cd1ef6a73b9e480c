import DemarcheRecords

/// The OpenAPI 3.1 document of the interface for programs, made from its table of routes.
enum OpenAPIDocument {
    static let path = APIRoute.root + "/openapi.json"

    static func json(_ routes: [APIRoute] = APIRoute.all) -> OrderedJSON {
        .object([
            ("openapi", .string("3.1.1")),
            (
                "info",
                .object([
                    ("title", .string("Demarche")), ("version", .string(ProgramVersion.number)),
                    ("summary", .string("Who said what in the coverage of a crisis, each entry with its words.")),
                    (
                        "description",
                        .string(
                            "Items are lines of the exchange format. Offsets count Unicode scalars of an article's text. "
                                + "The page /articles/ARTICLE#ENTRY opens at the words of an entry.")
                    ),
                ])
            ),
            ("servers", .array([.object([("url", .string("/"))])])),
            (
                "paths",
                .object(routes.map { (APIRoute.root + $0.path, .object([("get", operation($0))])) } + [(path, own)])
            ),
            (
                "components",
                .object([("schemas", .object(Schema.components.map { ($0.name, $0.schema.json) }))])
            ),
        ])
    }

    private static var own: OrderedJSON {
        .object([
            (
                "get",
                .object([
                    ("operationId", .string("getDocument")), ("summary", .string("This document.")),
                    (
                        "responses",
                        .object(
                            [("200", answer("The document.", .object([("type", .string("object"))])))] + problems([400])
                        )
                    ),
                ])
            )
        ])
    }

    private static func operation(_ route: APIRoute) -> OrderedJSON {
        let id = route.id.map { schema in
            OrderedJSON.object([
                ("name", .string("id")), ("in", .string("path")), ("required", .boolean(true)), ("schema", schema.json),
            ])
        }
        return .object([
            ("operationId", .string(route.name)), ("summary", .string(route.summary)),
            ("parameters", .unlessEmpty([id].compactMap(\.self) + route.parameters.map(\.json))),
            (
                "responses",
                .object(
                    [("200", answer(route.summary, route.answer.json, links: link(route))), ("307", moved)]
                        + problems(route.id == nil ? [400] : [400, 404]))
            ),
        ])
    }

    private static let moved = OrderedJSON.object([
        (
            "description",
            .string("What had a name of the address has joined something earlier; `Location` has its name now.")
        )
    ])

    /// From the first item of a list to that item alone.
    private static func link(_ route: APIRoute) -> OrderedJSON? {
        route.one.map { one in
            .object([
                (
                    "first",
                    .object([
                        ("operationId", .string(one)),
                        ("parameters", .object([("id", .string("$response.body#/items/0/id"))])),
                    ])
                )
            ])
        }
    }

    private static func answer(
        _ description: String, _ schema: OrderedJSON, type: String = "application/json", links: OrderedJSON? = nil
    ) -> OrderedJSON {
        .object([
            ("description", .string(description)), ("content", .object([(type, .object([("schema", schema)]))])),
            ("links", links),
        ])
    }

    /// All of one shape.
    private static func problems(_ codes: [Int]) -> [(String, OrderedJSON?)] {
        let all: [(Int, String)] = [
            (400, "A field is not known, or cannot have its value."), (403, "Asked by a page from elsewhere."),
            (404, "Nothing of this name is in the record."), (405, "Only GET and HEAD are answered."),
            (421, "Asked by another name than that of this machine."), (500, "The record could not be read."),
            (503, "Another program holds the record; ask again."),
        ]
        return all.filter { $0.0 != 404 || codes.contains(404) }.map { code, description in
            ("\(code)", answer(description, Schema.named("Problem").json, type: ProblemDetails.mediaType))
        }
    }
}
