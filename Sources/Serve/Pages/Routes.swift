import DemarchePublish
import DemarcheRecords
import DemarcheStore
import HTTPTypes
import Hummingbird
import HummingbirdCore

extension Pages {
    /// What can be asked for. Every page is a `GET` whose address holds all that it depends on; what changes the record is a
    /// `POST` and refused unless edits are allowed.
    func addRoutes(to router: Router<BasicRequestContext>) {
        addLists(to: router)
        addThings(to: router)
        addEdits(to: router)
        addForms(to: router)
        addAPI(to: router)
    }

    private func addLists(to router: Router<BasicRequestContext>) {
        let store = store
        router.get("/") { request, _ in
            try self.answer(request) { _ in
                Page(title: "Overview", section: .overview, template: "overview", view: try OverviewView(store))
            }
        }
        router.get("/search") { request, _ in
            try self.answer(request) { filter in
                Page(
                    title: filter.query.map { "\($0) – Search" } ?? "Search", section: .search, template: "list",
                    view: try SearchView(store, filter), query: filter.query)
            }
        }
        list(router, "/stories", "Stories", .stories, "stories") { try StoriesView(store, $0) }
        list(router, "/red-lines", "Red lines", .redLines, "redlines") { try RedLinesView(store, $0) }
        list(router, "/positions", "Positions", .positions, "positions") { try PositionsView(store, $0) }
        list(router, "/events", "Events", .events, "events") { try EventsView(store, $0) }
        list(router, "/parties", "Parties", .parties, "parties") { try PartiesView(store, $0) }
        list(router, "/utterances", "Acts of speech", .utterances, "utterancelist") { try UtterancesView(store, $0) }
        list(router, "/contradictions", "Contradictions", .contradictions, "contradictions") {
            try ContradictionsView(store, $0)
        }
        list(router, "/occurrences", "Events over articles", .events, "occurrences") {
            try OccurrencesView(store, $0)
        }
        list(router, "/what-if", "What if", .whatIf, "whatif") { try WhatIfView(store, $0) }
    }

    private func list(
        _ router: Router<BasicRequestContext>, _ path: RouterPath, _ title: String, _ section: Page.Section,
        _ template: String, _ view: @escaping @Sendable (PageFilter) throws -> Any
    ) {
        router.get(path) { request, _ in
            try self.answer(request) { filter in
                Page(title: title, section: section, template: template, view: try view(filter))
            }
        }
    }

    private func addThings(to router: Router<BasicRequestContext>) {
        let store = store
        router.get("/articles/:id") { request, context in
            let id = try context.parameters.require("id")
            return try self.answer(request) { _ in
                let view = try ArticlePage(store, id, self.sheets)
                return Page(title: view.headline, section: nil, template: "article", view: view)
            }
        }
        router.get("/parties/:id") { request, context in
            let id = try context.parameters.require("id")
            return try self.answer(request) { filter in
                let view = try PartyView(store, id, filter, token: self.allowsEdits ? self.token : nil)
                return Page(title: view.name, section: .parties, template: "party", view: view)
            }
        }
        router.get("/stories/:id") { request, context in
            let id = try context.parameters.require("id")
            return try self.answer(request) { filter in
                let view = try StoryView(store, id, filter)
                return Page(title: view.title, section: .stories, template: "story", view: view)
            }
        }
        router.get("/utterances/:id") { request, context in
            let id = try context.parameters.require("id")
            return try self.answer(request) { _ in
                let view = try UtteranceView(store, id)
                return Page(title: view.title, section: .utterances, template: "utterance", view: view)
            }
        }
        addLinks(to: router)
        router.get("/entries/:id") { _, context in
            let id = try context.parameters.require("id")
            guard let address = try self.address(ofEntry: id) else { throw PageError.missing("entry", id) }
            return Response.redirect(to: address, type: .normal)
        }
    }

    private func addLinks(to router: Router<BasicRequestContext>) {
        let store = store
        router.get("/red-lines/:id") { request, context in
            let id = try context.parameters.require("id")
            return try self.answer(request) { _ in
                let view = try SeriesPage(store, id)
                return Page(title: view.title, section: .redLines, template: "seriespage", view: view)
            }
        }
        router.get("/contradictions/:id") { request, context in
            let id = try context.parameters.require("id")
            return try self.answer(request) { _ in
                let view = try ContradictionPage(store, id)
                return Page(title: view.title, section: .contradictions, template: "contradictionpage", view: view)
            }
        }
        router.get("/occurrences/:id") { request, context in
            let id = try context.parameters.require("id")
            return try self.answer(request) { _ in
                let view = try OccurrencePage(store, id)
                return Page(title: view.title, section: .events, template: "occurrence", view: view)
            }
        }
    }

    /// Where the words of an entry are, or what a link shows; nil for a name that is not there.
    private func address(ofEntry id: String) throws -> String? {
        if let article = try store.article(ofEntry: id) { return "/articles/\(article)#\(id)" }
        switch try store.linkType(of: id) {
        case .episode:
            let articles = try store.link(Episode.self, id: id)?.articles.prefix(1) ?? []
            let stories = try articles.flatMap { try store.links(Story.self, holding: $0) }
            return stories.first { $0.episodes.contains(id) }.map { story in
                let page = (story.episodes.firstIndex(of: id) ?? 0) / StoryView.episodeRows + 1
                return PageFilter().onPage(page).address("/stories/\(story.id)") + "#\(id)"
            }
        case .duplicate: return try store.link(Duplicate.self, id: id)?.articles.first.map { "/articles/\($0)" }
        case let type?: return ServerAddresses().link(type, id)
        case nil: return nil
        }
    }
}
