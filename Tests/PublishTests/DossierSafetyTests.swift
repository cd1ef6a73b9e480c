import Testing

@testable import DemarchePublish

@Suite("Words of articles in the dossier")
struct DossierSafetyTests {
    @Test(
        "are escaped, also where a mark forms one grapheme with its neighbour",
        arguments: [
            ("<b>", "&lt;b&gt;"), ("\"'&", "&quot;&#39;&amp;"), ("\u{600}<b", "\u{600}&lt;b"),
            ("\"\u{301} x", "&quot;\u{301} x"), ("\u{600}\"", "\u{600}&quot;"), ("a\r\nb", "a&#10;\nb"),
            ("é — «»", "é — «»"),
        ])
    func areEscaped(text: String, escaped: String) {
        #expect(Array(MarkupText().escapeText(text).unicodeScalars) == Array(escaped.unicodeScalars))
    }

    @Test(
        "lose the code points that a page must not hold",
        arguments: ["\u{0}", "\u{1B}", "\u{85}", "\u{FFFE}", "\u{1FFFF}"]
    )
    func loseForbiddenScalars(scalar: String) {
        #expect(MarkupText().escapeText("a\(scalar)b") == "a\u{FFFD}b")
    }

    @Test("make no tag and end no attribute")
    func makeNoTag() throws {
        let html = try Dossier().html(DossierSamples.hostile)
        for tag in ["<img", "<svg", "<iframe", "<!--"] { #expect(!html.utf8.elementsContain(tag.utf8)) }
        #expect(html.matches(of: /<script/).count == 1)
        #expect(html.utf8.elementsContain("&lt;script&gt;window.pwned=1&lt;/script&gt;".utf8))
    }

    @Test("are not taken for a template")
    func areNotTemplates() throws {
        #expect(try Dossier().html(DossierSamples.hostile).contains("{{title}} {{{script}}}"))
    }

    @Test("stand in templates that each name the escaping")
    func templatesNameEscaping() {
        let templates = [
            PackageResources.page_mustache, PackageResources.statement_mustache, PackageResources.article_mustache,
            PackageResources.segment_mustache, PackageResources.unresolved_mustache,
        ]
        for template in templates { #expect(template.starts(with: "{{% CONTENT_TYPE:MARKUP}}\n".utf8)) }
    }
}

extension String.UTF8View {
    /// Byte by byte, since a `String` compares by grapheme.
    fileprivate func elementsContain(_ sought: String.UTF8View) -> Bool {
        let bytes = Array(self)
        let words = Array(sought)
        return bytes.indices.contains { bytes[$0...].starts(with: words) }
    }
}
