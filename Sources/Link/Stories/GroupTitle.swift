import DemarcheRecords

/// Writes groups down as records, each under the headline that says most of what its articles share.
struct GroupTitle {
    private let articles: [StoryArticle]
    private let vectors: [TermVector]
    private var mean: SpreadVector

    init(_ articles: [StoryArticle], _ vectors: [TermVector]) {
        self.articles = articles
        self.vectors = vectors
        mean = SpreadVector(over: vectors)
    }

    mutating func episode(_ group: ArticleGroup) -> Episode {
        let members = group.articles.sorted()
        let (from, to) = days(members)
        return Episode(title: title(group, members), articles: members.map { articles[$0].id }, from: from, to: to)
    }

    /// - Parameter episodes: those of the story, by date.
    mutating func story(_ group: ArticleGroup, _ episodes: [Episode]) -> Story {
        let members = group.articles.sorted()
        let (from, to) = days(members)
        return Story(
            title: title(group, members), articles: members.map { articles[$0].id }, from: from, to: to,
            episodes: episodes.map(\.id))
    }

    /// The headline of the article nearest to the mean of the group; of equals the first by date. The name of an article
    /// where none has words.
    private mutating func title(_ group: ArticleGroup, _ members: [Int]) -> String {
        mean.hold(group.sum)
        var best: (headline: String, likeness: Float)?
        for member in members {
            guard let headline = articles[member].headline else { continue }
            let likeness = mean.dot(vectors[member])
            if best.map({ likeness > $0.likeness }) ?? true { best = (headline, likeness) }
        }
        return best?.headline ?? members.first.map { articles[$0].id } ?? ""
    }

    /// The first and last day of publication, as far as known.
    private func days(_ members: [Int]) -> (from: String?, to: String?) {
        let dates = members.compactMap { articles[$0].published }
        return (dates.map(\.date).min(), dates.map { $0.until ?? $0.date }.max())
    }
}
