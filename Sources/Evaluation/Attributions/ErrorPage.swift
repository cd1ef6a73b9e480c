/// The errors as one HTML page that needs nothing beside itself: a section for each cause that opens and shuts, in it
/// the documents, and the words around each error with gold and prediction marked.
package struct ErrorPage: Sendable {
    /// How many scalars are shown before the first marked word and behind the last.
    private static let surroundings = 160

    private let alignments: [DocumentAlignment]
    private let title: String

    package init(_ alignments: [DocumentAlignment], title: String) {
        self.alignments = alignments
        self.title = title
    }

    /// The whole page.
    package var html: String {
        let errors = alignments.map { (document: $0.document, errors: $0.errors) }
        let sections = AttributionError.Cause.allCases.map { cause in
            section(cause, errors.map { ($0.document, $0.errors.filter { $0.cause == cause }) })
        }
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Self.escaped(title))</title>
            <style>\(Self.style)</style></head><body>
            <h1>\(Self.escaped(title))</h1>
            \(Self.key)
            \(sections.joined(separator: "\n"))
            </body></html>

            """
    }

    private func section(
        _ cause: AttributionError.Cause, _ documents: [(document: GoldDocument, errors: [AttributionError])]
    ) -> String {
        let count = documents.reduce(0) { $0 + $1.errors.count }
        let parts = documents.filter { !$0.errors.isEmpty }.map { document, errors in
            let scalars = Array(document.text.unicodeScalars)
            let items = errors.map { Self.item($0, scalars) }
            return "<h3>\(Self.escaped(document.id)) (\(errors.count))</h3>\n" + items.joined(separator: "\n")
        }
        return "<details><summary>\(cause.rawValue) (\(count)): \(cause.meaning)</summary>\n"
            + parts.joined(separator: "\n") + "\n</details>"
    }

    private static func item(_ error: AttributionError, _ scalars: [Unicode.Scalar]) -> String {
        let rule = error.prediction.map { ", rule \(escaped($0.rule))" } ?? ""
        let kind = (error.gold ?? error.prediction)?.kind.rawValue ?? ""
        return "<p class=\"cause\">\(error.cause.rawValue), \(kind)\(rule)</p>\n<p class=\"text\">"
            + excerpt(error, scalars) + "</p>"
    }

    /// The text around the error, cut wherever a marked part begins or ends.
    private static func excerpt(_ error: AttributionError, _ scalars: [Unicode.Scalar]) -> String {
        let marks = marks(error.gold, "g") + marks(error.prediction, "p")
        let borders = marks.flatMap { [$0.span.lowerBound, $0.span.upperBound] }
        guard let first = borders.min(), let last = borders.max() else { return "" }
        let shown = max(0, first - surroundings)..<min(scalars.count, last + surroundings)
        let cuts = Set(borders + [shown.lowerBound, shown.upperBound]).filter { shown.contains($0) }.sorted()
        let pieces = zip(cuts, cuts.dropFirst() + [shown.upperBound]).map { start, end in
            let classes = marks.filter { $0.span.contains(start) }.map(\.name)
            let words = escaped(String(String.UnicodeScalarView(scalars[start..<end])))
            return classes.isEmpty ? words : "<span class=\"\(classes.joined(separator: " "))\">\(words)</span>"
        }
        return (shown.lowerBound > 0 ? "… " : "") + pieces.joined() + (shown.upperBound < scalars.count ? " …" : "")
    }

    /// The parts of an attribution under the names of the style: `gs`, `gc` and `gt` for gold, `p…` for predictions.
    private static func marks(
        _ attribution: ScoredAttribution?, _ side: String
    ) -> [(span: Range<Int>, name: String)] {
        guard let attribution else { return [] }
        return attribution.marked.source.map { ($0, side + "s") } + attribution.marked.cue.map { ($0, side + "c") }
            + attribution.contentSpans.map { ($0, side + "t") }
    }

    /// `text` for a place between tags or inside quoted attributes. Control characters but line breaks and tabs, which
    /// a browser may drop or refuse, become U+FFFD, as do the marks that turn the direction of writing.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\n", "\t": escaped.unicodeScalars.append(scalar)
            case _ where scalar.properties.generalCategory == .control || scalar.properties.isBidiControl:
                escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static let key = """
        <p>Gold has a ground: <span class="gs">source</span> <span class="gc">cue</span> \
        <span class="gt">content</span>. The prediction is underlined: <span class="ps">source</span> \
        <span class="pc">cue</span> <span class="pt">content</span>.</p>
        """

    private static let style = """
        body{font:16px/1.5 sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem;color:#111;background:#fff}
        summary{font-weight:bold;cursor:pointer;padding:.4rem 0}
        h1{font-size:1.3rem}h3{font-size:1rem;margin:1.2rem 0 .2rem}
        .cause{margin:.6rem 0 0;color:#555;font-size:.85rem}.text{margin:0 0 .6rem;white-space:pre-wrap}
        .gs{background:#ffd59e}.gc{background:#c5e8b7}.gt{background:#cfe3ff}
        .ps,.pc,.pt{border-bottom:3px solid}.ps{border-color:#c45500}.pc{border-color:#2b7a0b}.pt{border-color:#1a4fc4}
        """
}
