package import DemarcheSourceText

/// A stretch between quotation marks. A quotation over several paragraphs has a piece for each.
package struct Quotation: Hashable, Sendable {
    /// What stands between the marks, without white space at the ends.
    package var pieces: [TextSpan]
    /// The same with the marks.
    package var outer: [TextSpan]
    /// The index of the quotation that this one is nested in.
    package var parent: Int?
    package var notes: [String]

    package static let unbalanced = "unbalanced quotation marks"

    /// From the first mark to the last.
    package var span: TextSpan { TextSpan(outer.first?.start ?? 0, outer.last?.end ?? 0) }
}
