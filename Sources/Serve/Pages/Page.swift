/// A page to be rendered: its values and the template that shows them.
struct Page {
    /// The part of the record under which it stands in the navigation.
    enum Section: String, CaseIterable {
        case overview, search, stories, utterances, redLines, positions, contradictions, events, parties, whatIf

        var address: String {
            switch self {
            case .overview: "/"
            case .search: "/search"
            case .stories: "/stories"
            case .utterances: "/utterances"
            case .contradictions: "/contradictions"
            case .redLines: "/red-lines"
            case .positions: "/positions"
            case .events: "/events"
            case .parties: "/parties"
            case .whatIf: "/what-if"
            }
        }

        var name: String {
            switch self {
            case .utterances: "Speech"
            case .redLines: "Red lines"
            case .whatIf: "What if"
            default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
            }
        }
    }

    let title: String
    let section: Section?
    let template: String
    let view: Any
    /// What is in the search box.
    var query: String?
    /// In what forms the page can be had besides.
    var forms: [FormLink] = []
    /// Where its citations stand; nil where it cannot be cited.
    var citation: String?
}

/// What surrounds every page, shown by the template `layout`.
struct Layout {
    let title: String
    let record: String
    let style: String
    let script: String
    let sections: [Item]
    let query: String?
    let body: String
    let isReadOnly: Bool
    let forms: [FormLink]
    let hasForms: Bool
    /// The page of its citations; nil where it cannot be cited.
    let citation: String?

    struct Item {
        let name: String
        let address: String
        let isCurrent: Bool
    }

    init(_ page: Page, record: String, allowsEdits: Bool, body: String) {
        title = page.title
        self.record = record
        style = Asset.style.path
        script = Asset.script.path
        sections = Page.Section.allCases.map {
            Item(name: $0.name, address: $0.address, isCurrent: $0 == page.section)
        }
        query = page.query
        self.body = body
        isReadOnly = !allowsEdits
        forms = page.forms
        hasForms = !page.forms.isEmpty
        citation = page.citation
    }
}
