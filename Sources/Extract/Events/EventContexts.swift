import DemarcheAnnotate
import DemarcheRecords

/// PLOVER's contexts of an event: the fields of politics that the words of its own clause belong to.
///
/// The contexts are those of the PLOVER manual (openeventdata/PLOVER, draft 2.0), which lets an event have several; which words
/// stand for which is in `Lexicon/contexts.txt`. Looked at are the words of the clause whose verb names the event, without the
/// clauses joined to or embedded in it; of a noun that is an event by itself only its own phrase. An event that is only
/// imagined is `hypothetical`, one that is dated more than ten years before its article `historical`.
///
///     Graustark’s parliament approved a loan for the dam.    economic, legislative, resource
struct EventContexts: Sendable {
    let clauses: Clauses
    let table = ContextTable.english
    private var tree: Tree { clauses.tree }

    /// In the order of the alphabet. Takes time in the length of the clause.
    func contexts(
        of frame: EventFrame, _ status: PoliticalEvent.Status, on date: RecordedDate?, published: RecordedDate?
    ) -> [String] {
        var found = named(in: words(of: frame))
        if status == .hypothetical { found.insert("hypothetical") }
        if let then = Self.year(date), let now = Self.year(published), now - then > 10 { found.insert("historical") }
        return found.sorted()
    }

    private static func year(_ date: RecordedDate?) -> Int? { date.flatMap { Int($0.date.prefix(4)) } }

    private func named(in words: [Int]) -> Set<String> {
        var found: Set<String> = []
        for (place, word) in words.enumerated() where Self.telling.contains(tree.classes[word]) {
            guard let entry = table.words[tree.lemma(word)] ?? table.words[tree.lower(word)] else { continue }
            let pair = place > 0 && words[place - 1] == word - 1 ? entry.pairs[tree.lower(word - 1)] : nil
            found.formUnion(pair ?? entry.contexts)
        }
        return found
    }

    private static let telling: Set<PartOfSpeech> = [.noun, .properNoun, .adjective, .verb]

    // MARK: Words of the clause

    private func words(of frame: EventFrame) -> [Int] {
        let top = frame.isNominal && frame.governor == frame.head ? frame.head : clause(of: frame.governor)
        return below(top).sorted()
    }

    private func clause(of head: Int) -> Int {
        var top = head
        while !isClause(top), tree.heads[top] != top { top = tree.heads[top] }
        return top
    }

    private func below(_ top: Int) -> [Int] {
        [top] + tree.children(top).filter { !isClause($0) }.flatMap(below)
    }

    private func isClause(_ index: Int) -> Bool {
        switch tree.relations[index] {
        case .ccomp, .advcl, .relcl, .parataxis, .csubj, .root: true
        case .conj, .dep, .acl: tree.isVerb(index)
        default: false
        }
    }
}

/// The words of `Lexicon/contexts.txt`, loaded once.
struct ContextTable: Sendable {
    struct Entry: Sendable {
        var contexts: Set<String> = []
        /// Those of two words, by the word in front.
        var pairs: [String: Set<String>] = [:]
    }

    let words: [String: Entry]

    static let english = ContextTable()

    private init() {
        var words: [String: Entry] = [:]
        for row in WordTable.rows(PackageResources.contexts_txt) {
            for word in row.words {
                let parts = word.split(separator: " ").map(String.init)
                guard let last = parts.last, let context = row.keys.first else { continue }
                if parts.count > 1 {
                    words[last, default: Entry()].pairs[parts[parts.count - 2], default: []].insert(context)
                } else {
                    words[last, default: Entry()].contexts.insert(context)
                }
            }
        }
        self.words = words
    }
}
