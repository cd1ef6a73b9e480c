internal import Mustache

/// Renders a record as one HTML file that needs nothing beside itself, for reading, printing and sending.
///
/// The same contents give the same bytes: no clock and no order of input enters the page.
package struct Dossier: Sendable {
    private static let templates = [
        "page": PackageResources.page_mustache, "statement": PackageResources.statement_mustache,
        "article": PackageResources.article_mustache, "segment": PackageResources.segment_mustache,
        "unresolved": PackageResources.unresolved_mustache, "boards": PackageResources.boards_mustache,
        "position": PackageResources.position_mustache, "party": PackageResources.party_mustache,
        "issuer": PackageResources.issuer_mustache, "rendering": PackageResources.rendering_mustache,
        "linked": PackageResources.linked_mustache, "claim": PackageResources.claim_mustache,
        "found": PackageResources.found_mustache, "row": PackageResources.row_mustache,
        "text": PackageResources.text_mustache, "sheet": PackageResources.sheet_mustache,
        "line": PackageResources.line_mustache, "refusal": PackageResources.refusal_mustache,
    ]

    private let library: MustacheLibrary
    private let style = ArticleSheet.style
    private let script = String(decoding: PackageResources.filter_js, as: UTF8.self)

    /// Compiles the templates.
    package init() throws { library = try Self.library() }

    static func library() throws -> MustacheLibrary {
        MarkupText.register()
        var library = MustacheLibrary()
        for (name, bytes) in templates {
            try library.register(String(decoding: bytes, as: UTF8.self), named: name)
        }
        for (name, text) in SharedTemplates.sources { try library.register(text, named: name) }
        return library
    }

    /// The whole page.
    package func html(_ contents: DossierContents) -> String { html(contents) { _ in nil } }

    /// The whole page, with what connects its articles.
    ///
    /// - Parameter linked: makes that part, given where the page leads for what else stands on it.
    func html(_ contents: DossierContents, linked: (DossierAddresses) throws -> LinkedPart?) rethrows -> String {
        let page = try DossierPage(contents, style: style, script: script, linked: linked)
        return library.render(TemplateValue.of(page), withTemplate: "page") ?? ""
    }
}
