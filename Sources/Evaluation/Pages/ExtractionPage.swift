/// The pages that were not read exactly as one HTML page, worst first, with what is missing and what is too much.
package struct ExtractionPage: Sendable {
    private let score: ExtractionScore
    private let title: String

    package init(_ score: ExtractionScore, title: String) { (self.score, self.title) = (score, title) }

    /// The whole page. It holds text of the data.
    package var html: String {
        let pages = score.pages.filter { !$0.isExact }.sorted { ($0.f1, $0.id) < ($1.f1, $1.id) }
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(ErrorPage.escaped(title))</title>
            <style>\(Self.style)</style></head><body>
            <h1>\(ErrorPage.escaped(title))</h1>
            <p>\(ErrorPage.escaped(score.line))</p>
            \(pages.map(Self.section).joined(separator: "\n"))
            </body></html>

            """
    }

    private static func section(_ page: PageScore) -> String {
        let figures = "\(AttributionTable.percent(page.f1)), \(page.missed) missed, \(page.extra) too many"
        return "<details><summary>\(ErrorPage.escaped(page.id)): \(figures)</summary>\n"
            + page.missedText.map { "<p class=\"m\">\(ErrorPage.escaped($0))</p>\n" }.joined()
            + page.extraText.map { "<p class=\"e\">\(ErrorPage.escaped($0))</p>\n" }.joined() + "</details>"
    }

    private static let style = """
        body{font:16px/1.5 sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem;color:#111;background:#fff}
        summary{cursor:pointer;padding:.2rem 0}h1{font-size:1.3rem}
        .m,.e{margin:.3rem 0;padding-left:.6rem;border-left:.3rem solid}.m{border-color:#1a4fc4}.e{border-color:#c45500}
        .m::before{content:"missed: "}.e::before{content:"too much: "}
        """
}
