/// Articles about one long course of events, made of episodes.
package struct Story: LinkRecord {
    package static let linkType = LinkType.story

    package var id: String
    /// A phrase from the articles.
    package var title: String
    /// By date and name.
    package var articles: [String]
    package var from: String?
    package var to: String?
    /// By date.
    package var episodes: [String]

    package init(title: String, articles: [String], from: String?, to: String?, episodes: [String]) {
        id = Identifier.link("t", beginningWith: articles.first)
        self.title = title
        self.articles = articles
        self.from = from
        self.to = to
        self.episodes = episodes
    }

    package var date: String? { from }
    package var members: [String] { articles }
}

/// Articles about what happened in a few days.
package struct Episode: LinkRecord {
    package static let linkType = LinkType.episode

    package var id: String
    /// A phrase from the articles.
    package var title: String
    /// By date and name.
    package var articles: [String]
    package var from: String?
    package var to: String?

    package init(title: String, articles: [String], from: String?, to: String?) {
        id = Identifier.link("k", beginningWith: articles.first)
        self.title = title
        self.articles = articles
        self.from = from
        self.to = to
    }

    package var date: String? { from }
    package var members: [String] { articles }
}
