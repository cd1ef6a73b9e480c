/// A feed as it was read: its head and its items, in its order.
package struct Feed: Equatable, Sendable {
    package var head = FeedItem()
    package var items: [FeedItem] = []
}

/// An item of a feed, or its head.
package struct FeedItem: Equatable, Sendable {
    package var id: String?
    package var links: [FeedLink] = []
    package var title: FeedText?
    /// A short form: a description, a summary, a feed's subtitle.
    package var summary: FeedText?
    package var contents: [FeedText] = []
    package var authors: [FeedAuthor] = []
    package var published: String?
    package var updated: String?
    package var created: String?
    package var language: String?
    /// Whether the id is an address under which the item stands.
    package var isIDAddress = false

    /// The address of the item itself.
    package var link: String? {
        let pages = links.filter { $0.relation == "alternate" }
        let page = pages.first { $0.mediaType == nil || $0.mediaType?.contains("html") == true } ?? pages.first
        return page?.address ?? (isIDAddress ? id : nil)
    }
}

package struct FeedLink: Equatable, Sendable {
    package var address: String
    package var relation = "alternate"
    package var mediaType: String?
    package var title: String?
}

package struct FeedAuthor: Equatable, Sendable {
    package var name: String?
    package var email: String?
    package var address: String?

    package init(name: String?, email: String?, address: String? = nil) {
        self.name = name
        self.email = email
        self.address = address
    }
}

/// A text of a feed with what it is made of.
package struct FeedText: Equatable, Sendable {
    package enum Kind: String, Sendable {
        case plain = "text/plain", html = "text/html", xhtml = "application/xhtml+xml"
    }

    package var value: String
    package var kind: Kind
    package var base: String?
    package var language: String?

    package init(value: String, kind: Kind, base: String?, language: String?) {
        self.value = value
        self.kind = kind
        self.base = base
        self.language = language
    }
}
