import DemarcheRecords

/// What words of a proposal do beside naming its act; `proposal-words.txt`, read once.
struct ProposalWords: Sendable {
    static let english = ProposalWords(PackageResources.proposal_words_txt)

    enum Kind: String, Sendable, CaseIterable {
        case proposal, pointer, assertion, undoing, own, doubt, asking, violence, light
    }

    private let words: [Kind: Set<String>]
    /// Stems, for kinds of which only the base forms are listed.
    private let stems: [Kind: Set<String>]
    /// The word of a pair of opposites by which both are known, and whether this one is the other.
    private let opposites: [String: (key: String, isOpposite: Bool)]

    private init(_ bytes: [UInt8]) {
        let rows = WordTable.rows(bytes).compactMap { row in
            row.keys.first.flatMap(Kind.init).map { ($0, Set(row.words)) }
        }
        words = Dictionary(rows) { $0.union($1) }
        stems = words.mapValues { Set($0.map(WordStem.of)) }
        let pairs = WordTable.rows(bytes).filter { $0.keys.first == "opposite" }.flatMap(\.words)
        opposites = pairs.reduce(into: [:]) { opposites, pair in
            let words = pair.split(separator: "=").map { $0.split(separator: " ").joined() }
            guard words.count == 2 else { return }
            opposites[words[0]] = (words[0], false)
            opposites[words[1]] = (words[0], true)
        }
    }

    /// By which word of a pair of opposites a word is known, and whether it is the other one; nil for all other words.
    func opposite(of word: String) -> (key: String, isOpposite: Bool)? { opposites[word] }

    /// - Parameter word: in lower case.
    func has(_ word: String, as kind: Kind) -> Bool {
        if words[kind]?.contains(word) == true { return true }
        guard kind != .light, kind != .pointer, word.utf8.count > 3 else { return false }
        return stems[kind]?.contains(WordStem.of(word)) == true
    }
}
