import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// What a pattern found: the parts of one statement before the speaker is known by full name.
struct Attribution: Sendable {
    var quotations: [Int]
    var content: [TextSpan]
    /// Nil when the pattern knows that nobody is named.
    var source: SourcePhrase?
    var cue: CueMatch?
    var directness: ReportedStatement.Directness
    var via: [SourcePhrase] = []
    var notes: [String] = []
    var rule: String
    /// The passage that the quotation stands in.
    var passage: Int
}

struct CueMatch: Sendable {
    var lemma: String
    var act: Cue.Act
    var span: TextSpan
    var isNegated = false
}

/// A construction that attributes a quotation: a file each, whose comment is its manual and whose cases stand in
/// `Tests/ExtractTests/Cases` under the same name.
protocol QuotationPattern: Sendable {
    static var name: String { get }
    /// The attribution of the quotation at element `index`, nil when the construction is not there.
    func attribution(ofQuotationAt index: Int, in clauses: Clauses) -> Attribution?
}
