/// One article as linking sees it: its text and all that was found in it.
package struct LinkSource: Sendable {
    package let article: Article
    package let findings: Findings

    package init(_ article: Article, _ findings: Findings) {
        self.article = article
        self.findings = findings
    }
}
