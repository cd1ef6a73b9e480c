import DemarcheAnnotate
import DemarcheRecords

/// Names proposals, so that all mentions of one in an article have the same name: those with the same act, by its lemma, and
/// the same names in them; where one of two has no names, the act alone tells.
///
///     a truce in Ruritania … the truce: one proposal        a truce in Ruritania … a truce in Graustark: two
struct ProposalClusters: Sendable {
    /// How many proposals of one act a mention is compared with, the latest.
    private static let reach = 64

    private let article: String
    private var known: [String: [(names: Set<String>, id: String)]] = [:]

    init(article: String) { self.article = article }

    mutating func id(_ head: Int, _ words: Range<Int>, _ tree: Tree) -> String {
        let act = tree.lemma(head)
        let names = Set(words.filter { tree.classes[$0] == .properNoun && $0 != head }.map { tree.lower($0) })
        if let found = known[act]?.suffix(Self.reach).first(where: {
            $0.names.isEmpty || names.isEmpty || !$0.names.isDisjoint(with: names)
        }) {
            return found.id
        }
        let id = Identifier.entry("pr", in: article, [act] + names.sorted())
        known[act, default: []].append((names, id))
        return id
    }
}
