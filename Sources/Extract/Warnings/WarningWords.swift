import DemarcheRecords

/// The words that make warnings, read once from `Lexicon/warning-words.txt`. A reference, as ``Tree`` is.
final class WarningWords: Sendable {
    static let english = WarningWords(PackageResources.warning_words_txt)

    /// What a word does in a warning; described group by group in the table.
    enum Group: String, Sendable {
        case inevitable, probable, possible, readiness, commissive, causal, risky, danger, reception, natural, penalty
        case demand, procedural, question, welcome, dealing, hostile, actor, ending, burden, good, bare, leave,
            aftermath
        case bringing, mild, outcome, idle, hanging
        case bareCondition = "bare-condition"
        case commissiveNoun = "commissive-noun"
        case presentFuture = "present-future"
        case presentState = "present-state"
        case causalPreposition = "causal-preposition"
        case proceduralAlways = "procedural-always"
    }

    private let groups: [Group: Set<String>]

    private init(_ bytes: [UInt8]) {
        var groups: [Group: Set<String>] = [:]
        for row in WordTable.rows(bytes) {
            guard row.keys.count == 1, let group = Group(rawValue: row.keys[0]) else { continue }
            groups[group, default: []].formUnion(row.words)
        }
        self.groups = groups
    }

    func has(_ word: String, _ group: Group) -> Bool { groups[group]?.contains(word) ?? false }
}
