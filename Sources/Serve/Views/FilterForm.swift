import DemarchePublish
import DemarcheRecords

/// A form whose fields are those of the filter, shown by the template `filter`: what is set, and what else may be.
struct FilterForm {
    let action: String
    let texts: [TextField]
    let choices: [Choice]
    /// Fields that are kept as they are.
    let hidden: [Hidden]
    /// The filters in force, each with the address without it.
    let active: [Active]
    let reset: String?

    struct TextField {
        let name: String
        let label: String
        let value: String
        let hint: String
    }

    struct Choice {
        let name: String
        let label: String
        let options: [Option]
    }

    struct Option {
        let value: String
        let isChosen: Bool
    }

    struct Hidden {
        let name: String
        let value: String
    }

    struct Active {
        let label: String
        let without: String
    }

    init(_ filter: PageFilter, action: String, fields: [PageFilter.Field], keeping: [PageFilter.Field] = []) {
        self.action = action
        texts = fields.filter { PageFilter.allowed($0) == nil }.map {
            TextField(name: $0.rawValue, label: Self.label($0), value: filter[$0] ?? "", hint: Self.hint($0))
        }
        choices = fields.compactMap { field in
            PageFilter.allowed(field).map { values in
                Choice(
                    name: field.rawValue, label: Self.label(field),
                    options: values.map { Option(value: $0, isChosen: filter[field] == $0) })
            }
        }
        hidden =
            (filter.query.map { [Hidden(name: "q", value: $0)] } ?? [])
            + keeping.compactMap { field in filter[field].map { Hidden(name: field.rawValue, value: $0) } }
        active = PageFilter.Field.allCases.compactMap { field in
            guard let value = filter[field], !keeping.contains(field) else { return nil }
            return Active(label: "\(Self.label(field)): \(value)", without: filter.with(field, nil).address(action))
        }
        reset = active.isEmpty ? nil : action
    }

    private static func label(_ field: PageFilter.Field) -> String {
        switch field {
        case .by: "By"
        case .about: "About"
        case .outlet: "Outlet"
        case .via: "Via"
        case .since: "Since"
        case .until: "Until"
        case .force: "Force"
        case .stance: "Stance"
        case .status: "Status"
        case .type: "Type"
        case .kind: "Kind"
        case .without: "Without"
        case .party: "Party"
        case .proposal: "Proposal"
        case .story: "Story"
        case .order: "Order"
        case .to: "To or in"
        }
    }

    private static func hint(_ field: PageFilter.Field) -> String {
        switch field {
        case .since, .until: "1962-10-22"
        case .by: "name or office"
        case .via: "agency"
        default: ""
        }
    }
}
