import DemarchePublish
import Mustache

/// The templates of the pages, compiled once.
struct Templates: Sendable {
    private let library: MustacheLibrary

    private static let sources: [String: [UInt8]] = [
        "layout": PackageResources.layout_mustache, "error": PackageResources.error_mustache,
        "overview": PackageResources.overview_mustache, "list": PackageResources.list_mustache,
        "paging": PackageResources.paging_mustache,
        "filter": PackageResources.filter_mustache, "unlinked": PackageResources.unlinked_mustache,

        "redlines": PackageResources.redlines_mustache, "positions": PackageResources.positions_mustache,
        "events": PackageResources.events_mustache, "parties": PackageResources.parties_mustache,
        "party": PackageResources.party_mustache, "stories": PackageResources.stories_mustache,
        "story": PackageResources.story_mustache, "utterance": PackageResources.utterance_mustache,
        "utterancelist": PackageResources.utterancelist_mustache,
        "contradictions": PackageResources.contradictions_mustache,
        "contradictionpage": PackageResources.contradictionpage_mustache,
        "occurrences": PackageResources.occurrences_mustache, "occurrence": PackageResources.occurrence_mustache,
        "seriespage": PackageResources.seriespage_mustache,
        "whatif": PackageResources.whatif_mustache, "article": PackageResources.article_mustache,
        "citation": PackageResources.citation_mustache,
    ]

    /// - Throws: what the engine says of a template that it cannot read.
    init() throws {
        Markup.register()
        var library = MustacheLibrary()
        for (name, bytes) in Self.sources {
            try library.register(String(decoding: bytes, as: UTF8.self), named: name)
        }
        for (name, text) in SharedTemplates.sources { try library.register(text, named: name) }
        self.library = library
    }

    /// Every template of ours is registered, so that none is missing.
    func render(_ view: Any, with template: String) -> String {
        library.render(TemplateValue.of(view), withTemplate: template) ?? ""
    }
}
