import DemarcheRecords
import DemarcheSourceText

/// The words that stand for whoever speaks, told apart: the name, the office, and what sort of words they are.
struct SourcePhrase: Sendable {
    enum Form: Sendable {
        /// *Dmitry Peskov*, *Reuters*, *the Kremlin*
        case name
        /// *she*
        case pronoun(String)
        /// *the spokeswoman*: a person the article has named
        case definiteRole
        /// *a White House official*
        case unnamed
        /// *NATO allies*, *officials*
        case collective
    }

    var form: Form
    /// All of the words.
    var span: TextSpan
    /// The name alone, or what stands for it.
    var name: TextSpan
    var office: TextSpan?
    var kind: Speaker.Kind?
}
