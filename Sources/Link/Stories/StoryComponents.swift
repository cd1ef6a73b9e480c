import DemarcheRecords

/// Links articles component by component: what is connected, by neighbours whose likeness without regard to days reaches that
/// of a story, is grouped from its own articles alone.
///
/// The mean likeness of two groups is never above that of their most alike articles, so that a group hardly ever lacks an article
/// for standing in another component; and one more article changes only the groups of the components that it touches.
struct StoryComponents {
    /// By date and name.
    let articles: [StoryArticle]
    let vectors: [TermVector]
    /// What tells undated articles of different days apart.
    let acts: SeriesActIndex

    /// Whether articles of this likeness are of one component.
    static func connects(_ likeness: Float) -> Bool { likeness >= StoryLevel.story.threshold }

    /// The stories and episodes, by name. Every article stands in one episode and every episode in one story; an article that is like
    /// no other is alone in both.
    ///
    /// - Parameter pairs: numbers of articles that are connected, in order.
    func links(_ pairs: [Pair]) -> ([Story], [Episode]) {
        let graph = ArticleGraph(pairs, count: articles.count)
        var compact = CompactTerms()
        var (stories, episodes): ([Story], [Episode]) = ([], [])
        for members in graph.components {
            let vectors = compact.vectors(members.map { self.vectors[$0] })
            let component = ComponentLinker(articles: members.map { articles[$0] }, vectors: vectors, acts: acts)
            let found = component.links(graph.pairs(among: members))
            stories += found.0
            episodes += found.1
        }
        return (stories.sorted { $0.id < $1.id }, episodes.sorted { $0.id < $1.id })
    }
}

/// Which articles are connected, by number.
struct ArticleGraph {
    private var around: [[Int]]

    /// - Parameter pairs: in order.
    init(_ pairs: [Pair], count: Int) {
        around = [[Int]](repeating: [], count: count)
        for pair in pairs {
            around[pair.first].append(pair.second)
            around[pair.second].append(pair.first)
        }
    }

    /// The connected components, each in order, by their first members. Linear in the pairs but for the putting in order.
    var components: [[Int]] {
        var isMet = [Bool](repeating: false, count: around.count)
        var components: [[Int]] = []
        for start in around.indices where !isMet[start] {
            isMet[start] = true
            var (members, next) = ([start], 0)
            while next < members.count {
                for other in around[members[next]] where !isMet[other] {
                    isMet[other] = true
                    members.append(other)
                }
                next += 1
            }
            components.append(members.sorted())
        }
        return components
    }

    /// The pairs of a component as places among its members, in order.
    func pairs(among members: [Int]) -> [Pair] {
        guard members.count > 1 else { return [] }
        let place = Dictionary(zip(members, members.indices)) { first, _ in first }
        return members.indices.flatMap { first in
            around[members[first]].compactMap { place[$0] }.filter { $0 > first }.map { Pair(first, $0) }
        }
    }
}
