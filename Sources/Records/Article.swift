package import DemarcheSourceText

/// One version of one article: the text as it was read, what covers it, and what its source says about it.
package struct Article: Hashable, Sendable {
    /// `a-` and 16 digits of the SHA-256 of the bytes; see ``Identifier``.
    package var id: String
    package var source: Source
    package var metadata: Metadata
    package var text: SourceText
    /// In text order; they do not overlap, and what lies between them is white space.
    package var blocks: [Block]

    package init(id: String, source: Source, metadata: Metadata, text: SourceText, blocks: [Block]) {
        self.id = id
        self.source = source
        self.metadata = metadata
        self.text = text
        self.blocks = blocks
    }
}

/// The bytes that an article was read from.
package struct Source: Hashable, Sendable, Codable {
    package var path: String
    /// Where the article's record begins in a file that holds many, in bytes: of the file as it is for WARC and ARC, of
    /// what it stands for, decompressed, for the others.
    package var offset: Int?
    package var mediaType: MediaType
    package var sha256: String
    /// The charset that the bytes were decoded with, as the WHATWG Encoding Standard names it.
    package var charset: String

    package init(path: String, offset: Int? = nil, mediaType: MediaType, sha256: String, charset: String) {
        self.path = path
        self.offset = offset
        self.mediaType = mediaType
        self.sha256 = sha256
        self.charset = charset
    }

    /// The file, and behind `#` the offset of the record: one name for one place.
    package var place: String { Self.place(path, offset) }

    package static func place(_ path: String, _ offset: Int?) -> String { offset.map { "\(path)#\($0)" } ?? path }
}

package enum MediaType: String, Sendable, Codable {
    case plain = "text/plain"
    case markdown = "text/markdown"
    case html = "text/html"
    /// One article as a JSON object, from a dump of many or from a feed.
    case record = "application/json"
    /// A message of mail, or a page saved as one (MHTML).
    case mail = "message/rfc822"
}

/// What the source says about an article. A field is absent when the source does not say it.
package struct Metadata: Hashable, Sendable, Codable {
    package var url: String?
    package var outlet: Outlet?
    package var headline: String?
    package var standfirst: String?
    package var bylines: [String] = []
    package var published: RecordedDate?
    package var modified: RecordedDate?
    package var language: String?
    /// The part of the outlet's offer in which it stands, in the outlet's words: `World`, `Opinion`.
    package var section: String?
    /// Agencies or outlets that the article itself credits.
    package var agencies: [String] = []

    /// Whether statements can be looked for: the language is English, or not known.
    package var isEnglish: Bool {
        language.map { $0.split { "-_".contains($0) }.first?.lowercased() == "en" } ?? true
    }

    package init(
        url: String? = nil, outlet: Outlet? = nil, headline: String? = nil, standfirst: String? = nil,
        bylines: [String] = [], published: RecordedDate? = nil, modified: RecordedDate? = nil, language: String? = nil,
        agencies: [String] = []
    ) {
        self.url = url
        self.outlet = outlet
        self.headline = headline
        self.standfirst = standfirst
        self.bylines = bylines
        self.published = published
        self.modified = modified
        self.language = language
        self.agencies = agencies
    }
}

package struct Outlet: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case agency, newspaper, broadcaster, magazine, website
    }

    package var name: String?
    package var domain: String?
    package var kind: Kind?

    package init(name: String?, domain: String?, kind: Kind? = nil) {
        self.name = name
        self.domain = domain
        self.kind = kind
    }
}

/// A stretch of an article's text with its part in the article.
package struct Block: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case headline, standfirst, byline, dateline, heading, paragraph, quotation, caption, boilerplate, opinion

        /// Whether the outlet reports in it, so that what is said there is read.
        package var isRead: Bool { self != .boilerplate && self != .byline && self != .caption }
        /// Whether it stands over what it tells of, and so in the style of headlines.
        package var isHeading: Bool { self == .headline || self == .standfirst || self == .heading }
    }

    /// Why a block is not the article.
    package enum Reason: String, Sendable, Codable, CaseIterable {
        case share, appeal, related, sponsor, navigation, comments, credit, notice, `repeat`
        /// The same words stand at the edge of many articles of the outlet.
        case recurring
    }

    package var kind: Kind
    package var span: TextSpan
    package var reason: Reason?

    package init(_ kind: Kind, _ span: TextSpan, reason: Reason? = nil) {
        self.kind = kind
        self.span = span
        self.reason = reason
    }
}
