package import DemarcheRecords

/// Where articles, their nodes and the groups that they are in are kept.
package protocol StoryIndex {
    associatedtype Failure: Error

    /// What decides to which story an article belongs; nil for one that is not there, or no longer.
    func article(_ id: String) throws(Failure) -> StoryArticle?

    /// Nil for an article that is not linked.
    func node(_ article: String) throws(Failure) -> StoryNode?

    /// The articles under a stem that stand before a place, the nearest first, at most so many.
    func entries(_ stem: String, before place: StoryPlace, most: Int) throws(Failure) -> [StoryEntry]

    /// The articles under a stem that stand behind a place, the nearest first, at most so many.
    func entries(_ stem: String, after place: StoryPlace, most: Int) throws(Failure) -> [StoryEntry]

    /// The articles among whose neighbours this one is, in any order.
    func holders(of article: String) throws(Failure) -> [StoryNeighbour]

    /// The stories so far that hold any of some articles.
    func stories(holdingAny articles: Set<String>) throws(Failure) -> [Story]

    /// Keeps a node in place of that of the same article.
    mutating func put(_ node: StoryNode) throws(Failure)

    /// Forgets the node of an article, with its keys and its own neighbours.
    mutating func removeNode(of article: String) throws(Failure)
}
