import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// A list by time as an Atom feed (RFC 4287), a stretch of it a document (RFC 5005). Its dates are those of the record and
/// not of the clock, so that the same record gives the same feed.
struct Feed {
    let title: String
    /// `http://127.0.0.1:8624`
    let origin: String
    /// Of the feed itself, and of the page, without the origin.
    let address: String
    let page: String
    let previous: String?
    let next: String?
    let entries: [FeedEntry]

    /// The document; nil when there was no memory for it.
    func xml() -> String? {
        let writer = XMLWriter()
        writer.element("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", "en")]) {
            writer.element("id", text: FeedEntry.name(page))
            writer.element("title", text: title)
            writer.element("updated", text: entries.map(\.updated).max() ?? "1970-01-01T00:00:00Z")
            link(writer, "self", address, type: Form.atom.mediaType)
            link(writer, "alternate", page, type: "text/html")
            link(writer, "previous", previous, type: Form.atom.mediaType)
            link(writer, "next", next, type: Form.atom.mediaType)
            writer.element("generator", text: ProgramVersion.name)
            for entry in entries { write(entry, writer) }
        }
        return writer.finish()
    }

    private func link(_ writer: borrowing XMLWriter, _ relation: String, _ address: String?, type: String) {
        guard let address else { return }
        writer.element("link", [("rel", relation), ("type", type), ("href", origin + address)])
    }

    private func write(_ entry: FeedEntry, _ writer: borrowing XMLWriter) {
        writer.element("entry") {
            writer.element("id", text: FeedEntry.name(entry.id))
            writer.element("title", text: entry.title)
            writer.element("updated", text: entry.updated)
            writer.element("author") { writer.element("name", text: entry.author) }
            writer.element("category", [("term", entry.category)])
            link(writer, "alternate", entry.address, type: "text/html")
            writer.element("summary", text: entry.summary)
        }
    }
}

/// One entry of a feed. What has no date stands in no feed.
struct FeedEntry {
    /// The name of what it is about in the record.
    let id: String
    let title: String
    let author: String
    let category: String
    /// Without the origin.
    let address: String
    let summary: String
    /// In RFC 3339; the first moment of the day, month or year that the record has.
    let updated: String

    /// A UUID of the eighth version of RFC 9562, as a name for what is `id` in any record.
    static func name(_ id: String) -> String {
        String(WARCRecord.id(Identifier.sha256("demarche\u{1F}\(id)".utf8)).dropFirst().dropLast())
    }

    /// The first moment of an EDTF date; nil where there is none.
    static func moment(_ date: String?) -> String? {
        guard let first = date?.split(separator: "/").first, let day = RecordedDate(iso: first, basis: .text)?.date
        else { return nil }
        return day + String("-01-01".suffix(max(0, 10 - day.utf8.count))) + "T00:00:00Z"
    }
}
