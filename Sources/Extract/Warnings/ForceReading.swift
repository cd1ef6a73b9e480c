import DemarcheAnnotate
import DemarcheRecords

/// How firmly words tie a consequence to its condition, with the words that say so.
///
/// `could spark`, `may`, `ready to` are possible; `is likely to`, `probably`, `fears that` probable; `will`, `would`, `faces`
/// certain; `inevitable`, `no choice but`, `cannot be avoided` inevitable. A modal of possibility weakens whatever it stands
/// with: what *may be unavoidable* is possible.
struct ForceReading: Sendable {
    var force: Warning.Force
    /// Tokens in order.
    var words: [Int]

    init(_ force: Warning.Force, _ words: [Int] = []) {
        self.force = force
        self.words = words
    }

    /// The force of the words in `range`, which hold the clause of the consequence from its first auxiliary.
    init(_ range: Range<Int>, in tree: Tree) {
        let words = WarningWords.english
        let modals = range.filter { tree.tag($0) == "MD" }
        let weak = modals.filter { Self.weak.contains(tree.lower($0)) }
        let isNegated = weak.contains {
            $0 + 1 < range.upperBound && ["not", "n't", "n’t"].contains(tree.lower($0 + 1))
        }
        func among(_ group: WarningWords.Group) -> [Int] {
            range.filter { words.has(tree.lower($0), group) || words.has(tree.lemma($0), group) && tree.isVerb($0) }
        }
        let unavoidable =
            among(.inevitable) + Self.withoutChoice(range, tree) + (isNegated ? Self.avoided(range, tree) : [])
        if !weak.isEmpty, !isNegated {
            self.init(.possible, weak)
        } else if !unavoidable.isEmpty {
            self.init(.inevitable, unavoidable.sorted())
        } else if let likely = among(.probable).first {
            self.init(.probable, [likely])
        } else if let possible = among(.possible).first(where: { Self.isPossible($0, tree) }) {
            self.init(.possible, [possible])
        } else {
            self.init(.certain, Array(modals.prefix(1)))
        }
    }

    private static let weak: Set<String> = ["can", "could", "may", "might", "ca"]

    /// A verb or an adjective: not `the risk`, nor `to open fire`.
    private static func isPossible(_ index: Int, _ tree: Tree) -> Bool {
        tree.isVerb(index)
            ? !["open", "ready", "able"].contains(tree.lemma(index)) : tree.classes[index] != .noun
    }

    /// `have no choice but to`, `there is no alternative`.
    private static func withoutChoice(_ range: Range<Int>, _ tree: Tree) -> [Int] {
        range.filter { index in
            ["choice", "alternative", "option", "doubt", "escape"].contains(tree.lemma(index)) && index > 0
                && ["no", "other"].contains(tree.lower(index - 1))
        }.flatMap { [$0 - 1, $0] }
    }

    /// `cannot be avoided`.
    private static func avoided(_ range: Range<Int>, _ tree: Tree) -> [Int] {
        range.filter { ["avoid", "prevent", "avert", "escape", "stop"].contains(tree.lemma($0)) }
    }
}
