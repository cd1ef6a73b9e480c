import DemarchePublish
import DemarcheRecords
import DemarcheStore
import HTTPTypes

/// A view with the forms besides its page that it has. What is not in ``all`` has none.
struct FormRoute: Sendable {
    /// The path of the page: `/events`, or `/stories/:id` for one of many.
    let view: String
    let forms: [Form]
    /// What the view is in a form; its text.
    let text: @Sendable (Form, Asked) throws -> String

    static let all: [FormRoute] = [
        FormRoute(view: "/overview", forms: [.json]) { _, asked in
            try OrderedJSON.summary(of: asked.store, title: asked.record).line
        },
        FormRoute(view: "/search", forms: [.json, .csv, .atom]) { form, asked in
            try RecordList.sought(asked).text(form, "Search", asked)
        },
        list("/stories", .stories, "Stories"), list("/red-lines", .series, "Red lines"),
        list("/positions", .positions, "Positions"), list("/events", .events, "Events"),
        list("/parties", .parties, "Parties"),
        list("/contradictions", .contradictions, "Contradictions"), list("/occurrences", .occurrences, "Occurrences"),
        FormRoute(view: "/utterances", forms: [.json, .csv, .atom]) { form, asked in
            // The page begins with what is carried most, a feed with what is new.
            try RecordList.utterances.text(
                form, "Acts of speech", asked, reading: form == .atom ? asked.filter.narrowed(.order, "newest") : nil)
        },
        FormRoute(view: "/what-if", forms: [.json, .csv, .atom]) { form, asked in
            let consequences = try Consequences(asked.store, asked.filter)
            // The page tells of the earliest first, a feed of what is new.
            return form == .json
                ? try consequences.json(asked).line
                : try RecordList.found(consequences, isNewestFirst: form == .atom).text(form, "What if", asked)
        },
        party, story,
        one("/utterances/:id") { asked in
            guard let found = try asked.store.link(Utterance.self, id: asked.id) else {
                throw PageError.missing("act of speech", asked.id)
            }
            return ExchangeLines.line(found)
        },
        one("/articles/:id") { asked in
            guard let stored = try asked.store.article(id: asked.id) else {
                throw PageError.missing("article", asked.id)
            }
            return ExchangeLines(stored.article).articleLine()
        },
        linked("/red-lines/:id", Series.self) { ExchangeLines.line($0, articles: $1) },
        linked("/contradictions/:id", Contradiction.self) { ExchangeLines.line($0, articles: $1) },
        linked("/occurrences/:id", Occurrence.self) { ExchangeLines.line($0, articles: $1) },
        one("/entries/:id") { try FoundEntry.line($0.id, in: $0.store) },
    ]

    /// The forms of the page at `path`, which has no ending.
    static func forms(of path: String) -> [Form] {
        let path = path == "/" ? "/overview" : path
        let parts = path.split(separator: "/")
        let found = all.first { route in
            let pattern = route.view.split(separator: "/")
            return pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0 == $1 || $0 == ":id" }
        }
        return found?.forms ?? []
    }

    private static func list(_ view: String, _ list: RecordList, _ title: String) -> FormRoute {
        FormRoute(view: view, forms: [.json, .csv] + (list.feed != nil ? [.atom] : [])) { form, asked in
            try list.text(form, title, asked)
        }
    }

    /// One thing as a line of the exchange format, and its citations.
    private static func one(_ view: String, _ line: @escaping @Sendable (Asked) throws -> OrderedJSON) -> FormRoute {
        let cited = Cited(rawValue: String(view.split(separator: "/")[0]))
        return FormRoute(view: view, forms: [.json, .text, .bibtex, .csl]) { form, asked in
            try form == .json ? line(asked).line : cited?.text(form, asked) ?? ""
        }
    }

    /// One thing that connects articles, as a line of the exchange format.
    private static func linked<Link: LinkRecord>(
        _ view: String, _ type: Link.Type, _ line: @escaping @Sendable (Link, [String]) -> OrderedJSON
    ) -> FormRoute {
        FormRoute(view: view, forms: [.json]) { _, asked in
            guard let found = try asked.store.link(type, id: asked.id) else {
                throw PageError.missing(type.linkType.rawValue, asked.id)
            }
            return line(found, try asked.store.articles(of: found.id)).line
        }
    }

    /// A party and a stretch of what it says, or what kind of entry is asked for.
    private static let party = FormRoute(view: "/parties/:id", forms: [.json, .csv, .atom]) { form, asked in
        guard let party = try asked.store.link(Party.self, id: asked.id) else {
            throw PageError.missing("party", asked.id)
        }
        let list = RecordList.of(asked.filter[.kind].flatMap(EntryKind.init) ?? .statement)
        return try list.text(
            form, party.name, asked, reading: asked.filter.narrowed(.party, party.id),
            [("party", ExchangeLines.line(party, articles: []))])
    }

    /// A story with its episodes, and a stretch of its articles.
    private static let story = FormRoute(view: "/stories/:id", forms: [.json, .csv, .atom]) { form, asked in
        guard let story = try asked.store.link(Story.self, id: asked.id) else {
            throw PageError.missing("story", asked.id)
        }
        let episodes = try asked.store.links(Episode.self, ids: story.episodes).map { ExchangeLines.line($0) }
        return try RecordList.articles(of: story).text(
            form, story.title, asked, reading: asked.filter,
            [("story", ExchangeLines.line(story)), ("episodes", .array(episodes))])
    }
}

extension RecordList {
    /// The stretch that is asked for in a form.
    ///
    /// - Parameters:
    ///   - filter: what is read, where that is more than the address says.
    ///   - more: what stands in front of the items as JSON.
    func text(
        _ form: Form, _ title: String, _ asked: Asked, reading filter: PageFilter? = nil,
        _ more: [(String, OrderedJSON?)] = []
    ) throws -> String {
        switch form {
        case .csv: return try table(asked.reading(filter))
        case .atom: return try feed(title, asked, reading: filter)
        default: return try json(asked, reading: filter, more).line
        }
    }

    private func feed(_ title: String, _ asked: Asked, reading filter: PageFilter?) throws -> String {
        guard let feed else {
            throw PageError(.notFound, "\(asked.path): no list by time, and so no feed; ask for .json or .csv")
        }
        let found = try feed(asked.reading(filter))
        let document = Feed(
            title: "\(title) – \(asked.record)", origin: asked.origin, address: asked.address() ?? asked.ownPath,
            page: asked.filter.address(asked.path), previous: asked.address(-1),
            next: asked.address(1, if: found.goesOn),
            entries: found.entries)
        guard let xml = document.xml() else {
            throw PageError(.internalServerError, "\(asked.path): no memory for the feed; ask for a smaller stretch")
        }
        return xml
    }
}
