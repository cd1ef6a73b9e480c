/// What is kept of an article so that others find it and it is linked again without looking for its neighbours: a row of an index
/// for each key, and one for each neighbour.
package struct StoryNode: Sendable, Equatable {
    package let place: StoryPlace
    /// Its heaviest terms, in the order of letters.
    package let keys: [StoryKey]
    /// Those before it that share most of their keys, the most first.
    package var neighbours: [StoryNeighbour]

    package init(place: StoryPlace, keys: [StoryKey], neighbours: [StoryNeighbour]) {
        (self.place, self.keys, self.neighbours) = (place, keys, neighbours)
    }

    /// By article, the level of those neighbours that are compared with it.
    var levels: [String: StoryLevel] {
        Dictionary(neighbours.compactMap { one in one.level.map { (one.article, $0) } }) { first, _ in first }
    }
}

/// A term by which an article is found, with its weight in the article.
package struct StoryKey: Sendable, Equatable {
    package let stem: String
    package let weight: Float

    package init(stem: String, weight: Float) { (self.stem, self.weight) = (stem, weight) }
}

/// An article that is compared with another one.
package struct StoryNeighbour: Sendable, Equatable {
    package let article: String
    /// The product over the keys that the two share.
    package let score: Float
    /// The closest level at which the two alone are one; where there is none they are not compared.
    package let level: StoryLevel?

    package init(article: String, score: Float, level: StoryLevel?) {
        (self.article, self.score, self.level) = (article, score, level)
    }
}

/// An article under one of its keys.
package struct StoryEntry: Sendable, Equatable {
    package let place: StoryPlace
    package let weight: Float

    package init(place: StoryPlace, weight: Float) { (self.place, self.weight) = (place, weight) }
}
