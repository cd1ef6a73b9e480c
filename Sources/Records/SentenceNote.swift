package import DemarcheSourceText

/// A sentence as the language engine sees it, for a reader: nothing that is found rests on it.
package struct SentenceNote: Hashable, Sendable {
    /// A named entity with its type, such as *PERSON*.
    package struct Entity: Hashable, Sendable {
        package let span: TextSpan
        package let type: String

        package init(_ span: TextSpan, type: String) {
            self.span = span
            self.type = type
        }
    }

    package let span: TextSpan
    package let entities: [Entity]
    /// The dependency tree in one line: each word with the label of its arc, and behind it in brackets what hangs on it.
    package let tree: String

    package init(span: TextSpan, entities: [Entity], tree: String) {
        self.span = span
        self.entities = entities
        self.tree = tree
    }
}
