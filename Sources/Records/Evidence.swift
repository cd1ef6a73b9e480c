package import DemarcheSourceText

/// The words that an entry rests on: a span of the article's text with the words themselves and their surroundings.
///
/// `exact`, `prefix` and `suffix` repeat the text so that evidence can be checked, and found again in another copy, as
/// W3C Web Annotation's TextPositionSelector and TextQuoteSelector do. Nothing re-anchors a span by itself.
package struct Evidence: Hashable, Sendable, Codable {
    /// How many Unicode scalars `prefix` and `suffix` hold at most.
    package static let contextLength = 32

    package let span: TextSpan
    package let exact: String
    package let prefix: String
    package let suffix: String

    /// - Precondition: `text` holds `span`.
    package init(_ span: TextSpan, in text: SourceText) {
        self.span = span
        exact = String(text[span])
        prefix = String(text[TextSpan(0, span.start)].unicodeScalars.suffix(Self.contextLength))
        suffix = String(text[TextSpan(span.end, text.utf8Count)].unicodeScalars.prefix(Self.contextLength))
    }

    /// Whether the words still stand at the span of `text`, with the same surroundings.
    package func holds(in text: SourceText) -> Bool {
        text.holds(span) && Evidence(span, in: text) == self
    }
}
