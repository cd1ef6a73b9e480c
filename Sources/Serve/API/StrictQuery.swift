import HTTPTypes

/// The fields of a request by a program, read without any indulgence: what is not known, stands twice, is empty or has white
/// space around it is named, so that no filter is passed over in silence.
struct StrictQuery {
    let filter: PageFilter

    /// - Throws: ``PageError`` that names the field, its value, and what may stand there.
    init(_ items: QueryItems, _ parameters: [APIParameter]) throws(PageError) {
        let names = parameters.map(\.name)
        for (name, value) in items.items {
            guard names.contains(name) else {
                throw PageError.field(
                    name, value,
                    names.isEmpty
                        ? "not known; no field is read here" : "not known; one of \(names.joined(separator: ", "))",
                    allowed: names)
            }
            try Self.check(name, value)
            guard items[name] != nil else { throw PageError.field(name, value, "empty; leave the field out") }
        }
        for name in names where items.items.count(where: { $0.name == name }) > 1 {
            throw PageError.field(name, items[name] ?? "", "stands more than once; write it once")
        }
        for parameter in parameters {
            guard case .oneOf(let allowed) = parameter.schema, let value = items[parameter.name],
                !allowed.contains(value)
            else { continue }
            throw PageError.unknown(parameter.name, value, allowed)
        }
        for parameter in parameters where parameter.isRequired && items[parameter.name] == nil {
            throw PageError.field(parameter.name, "", "needed here; write what is sought")
        }
        filter = try PageFilter(items)
    }

    private static func check(_ name: String, _ value: String) throws(PageError) {
        let isNumber = name == "page" || name == "limit"
        if isNumber, Int(value).map(String.init) != value {
            throw PageError.field(name, value, "not a number; write digits alone")
        }
        let isFree = PageFilter.Field(rawValue: name).map {
            PageFilter.allowed($0) == nil && $0 != .since && $0 != .until
        }
        if isFree == false, value.contains(where: \.isWhitespace) {
            throw PageError.field(name, value, "white space cannot stand here; leave it out")
        }
    }
}
