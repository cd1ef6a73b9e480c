/// The words that make warnings, read once from `Lexicon/warning-words.txt`.
struct WarningWords: Sendable {
    static let english = WarningWords(PackageResources.warning_words_txt)

    /// What a word does in a warning; described group by group in the table.
    enum Group: String, Sendable {
        case inevitable, probable, possible, readiness, commissive, causal, risky, danger, reception, natural, penalty
        case demand, procedural, question, welcome, dealing, hostile, actor, ending, burden, good, bare, leave,
            aftermath
        case bringing
        case commissiveNoun = "commissive-noun"
        case presentFuture = "present-future"
        case presentState = "present-state"
        case causalPreposition = "causal-preposition"
        case proceduralAlways = "procedural-always"
    }

    private let groups: [Group: Set<String>]

    private init(_ bytes: [UInt8]) {
        var groups: [Group: Set<String>] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
            guard parts.count == 2, let group = Group(rawValue: parts[0]) else { continue }
            let words = parts[1].split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
            groups[group, default: []].formUnion(words)
        }
        self.groups = groups
    }

    func has(_ word: String, _ group: Group) -> Bool { groups[group]?.contains(word) ?? false }
}
