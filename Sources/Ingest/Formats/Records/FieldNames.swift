/// The names under which tools write the fields of an article, best first.
///
/// Media Cloud's story search and story indexer, news-please, Fundus, GDELT's article list and DOC API, trafilatura and
/// newspaper, and what people call the columns of their own tables. Names are compared without case and punctuation:
/// `date_publish`, `datePublish` and `Date Publish` are one.
enum FieldNames {
    static let text = [
        "text", "maintext", "plaintext", "textcontent", "contenttext", "articletext", "storytext", "fulltext",
        "articlebody", "body", "content", "story", "rawtext",
    ]
    /// Where a dump holds both, the cleaner one goes first: news-please keeps the raw one as `text`.
    static let textBeforeText = ["maintext"]
    static let html = ["html", "contenthtml", "rawhtml", "pagehtml"]
    static let title = ["title", "headline", "articletitle", "titlepage", "titlerss"]
    static let url = [
        "url", "canonicalurl", "link", "originalurl", "articleurl", "storyurl", "permalink", "documentidentifier",
        "respondedurl", "requestedurl",
    ]
    static let outlet = [
        "outlet", "outletname", "medianame", "publisher", "publication", "sitename", "newspaper", "sourcename",
        "sourcecommonname", "source",
    ]
    static let domain = [
        "sourcedomain", "domain", "canonicaldomain", "hostname", "sourcehostname", "mediaurl", "sourceurl",
    ]
    static let published = [
        "published", "publishdate", "datepublish", "publishingdate", "publicationdate", "publishedat", "datepublished",
        "pubdate", "publishedtime", "date", "seendate", "timestamp",
    ]
    static let modified = [
        "modified", "datemodify", "datemodified", "modifieddate", "updated", "updatedat", "lastmodified",
    ]
    static let authors = ["authors", "author", "bylines", "byline", "creator"]
    static let language = ["language", "lang", "fulllanguage", "articlelanguage"]
    static let standfirst = ["standfirst", "description", "desc", "summary", "excerpt", "abstract", "subtitle", "dek"]

    /// `name` as it is compared.
    static func folded(_ name: String) -> String {
        var folded: [UInt8] = []
        for byte in name.utf8 {
            let isCapital = byte &- 0x41 < 26
            let isLetterOrDigit = isCapital || byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte > 0x7F
            if isLetterOrDigit { folded.append(isCapital ? byte | 0x20 : byte) }
        }
        return String(decoding: folded, as: UTF8.self)
    }
}
