import DemarcheRecords

extension Citation {
    /// An item of CSL-JSON 1.0.2.
    var csl: OrderedJSON {
        .object([
            ("id", .string(id)), ("type", .string(type)), ("title", .string(headline)),
            ("author", .unlessEmpty(bylines.map { .object([("literal", .string($0))]) })),
            ("container-title", outletName.map(OrderedJSON.string)), ("issued", issued),
            ("URL", address.map(OrderedJSON.string)), ("language", .optional(language)),
            ("archive", .string(record)), ("archive_location", .string(evidence)),
            ("note", words.isEmpty ? nil : .string(words.map { "“\($0)”" }.joined(separator: " … "))),
        ])
    }

    private var issued: OrderedJSON? {
        dateParts.isEmpty ? nil : .object([("date-parts", .array([.array(dateParts.map(OrderedJSON.integer))]))])
    }

    private var type: String {
        switch outlet?.kind {
        case .agency, .newspaper, nil: "article-newspaper"
        case .magazine: "article-magazine"
        case .broadcaster, .website: "webpage"
        }
    }
}
