import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// A construction that attributes: a file each, whose comment is its manual page and whose cases stand in
/// `Tests/ExtractTests/Cases` under the same name.
protocol Construction: Sendable {
    static var name: String { get }
    /// What is attributed with the word at `index` as the head of the cue; empty when the construction is not there.
    func drafts(at index: Int, in clause: Clauses) -> [Draft]
}

/// The words that attribute, before they are written down as a ``Cue``.
struct CueWords: Sendable {
    var lemma: String
    var act: Cue.Act
    /// The head of the cue.
    var head: Int
    var tokens: Range<Int>
    var isNegated = false
}

/// What a construction found: the parts of one statement before the speaker is known by name.
struct Draft: Sendable {
    /// The construction, by name.
    var rule: String
    /// The block that the cue stands in, or, without a cue, the content.
    var block: Int
    var cue: CueWords?
    /// The head of the words that stand for the source; nil when nobody is named.
    var source: Int?
    var content: [TextSpan]
    /// How often what is found so is right, 0 to 1.
    var confidence: Double
    var notes: [String] = []

    var start: Int { content.map(\.start).min() ?? 0 }
}
