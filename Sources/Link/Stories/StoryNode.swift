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
    /// Whether the two are like enough for one component.
    package let isConnected: Bool

    package init(article: String, score: Float, isConnected: Bool) {
        (self.article, self.score, self.isConnected) = (article, score, isConnected)
    }
}

/// An article under one of its keys.
package struct StoryEntry: Sendable, Equatable {
    package let place: StoryPlace
    package let weight: Float

    package init(place: StoryPlace, weight: Float) { (self.place, self.weight) = (place, weight) }
}
