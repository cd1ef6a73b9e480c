import DemarcheRecords

/// What a JSON value can be, as JSON Schema 2020-12 says it; what OpenAPI 3.1 needs of it.
indirect enum Schema: Sendable {
    case text(longest: Int? = nil, pattern: String? = nil)
    case integer(least: Int? = nil, most: Int? = nil)
    case number, boolean
    /// One of these texts.
    case oneOf([String])
    case list(Schema, least: Int = 0)
    /// A schema of its own name.
    case named(String)
    case object([Property])

    /// A key of an object. Keys that are not listed do not stand in it.
    struct Property: Sendable {
        let name: String
        let schema: Schema
        let isRequired: Bool

        /// A key that is always there.
        static func must(_ name: String, _ schema: Schema) -> Property {
            Property(name: name, schema: schema, isRequired: true)
        }

        /// A key that is left out where nothing is known.
        static func may(_ name: String, _ schema: Schema) -> Property {
            Property(name: name, schema: schema, isRequired: false)
        }
    }

    static let text = Schema.text()
    static let texts = Schema.list(.text)

    static func values<Value: CaseIterable & RawRepresentable<String>>(_ type: Value.Type) -> Schema {
        .oneOf(type.allCases.map(\.rawValue))
    }

    var json: OrderedJSON {
        switch self {
        case .text(let longest, let pattern):
            .object([
                ("type", .string("string")), ("minLength", longest == nil ? nil : .integer(1)),
                ("maxLength", longest.map(OrderedJSON.integer)), ("pattern", .optional(pattern)),
            ])
        case .integer(let least, let most):
            .object([
                ("type", .string("integer")), ("minimum", least.map(OrderedJSON.integer)),
                ("maximum", most.map(OrderedJSON.integer)),
            ])
        case .number: .object([("type", .string("number"))])
        case .boolean: .object([("type", .string("boolean"))])
        case .oneOf(let values):
            .object([("type", .string("string")), ("enum", .array(values.map(OrderedJSON.string)))])
        case .list(let item, let least):
            .object([
                ("type", .string("array")), ("items", item.json), ("minItems", least > 0 ? .integer(least) : nil),
            ])
        case .named(let name): .object([("$ref", .string("#/components/schemas/\(name)"))])
        case .object(let properties): Self.json(properties)
        }
    }

    private static func json(_ properties: [Property]) -> OrderedJSON {
        .object([
            ("type", .string("object")), ("properties", .object(properties.map { ($0.name, $0.schema.json) })),
            ("required", .unlessEmpty(properties.filter(\.isRequired).map { .string($0.name) })),
            ("additionalProperties", .boolean(false)),
        ])
    }
}
