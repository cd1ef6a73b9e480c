import DemarcheRecords
import DemarcheSourceText

/// Reads one article from a JSON object: the title, an empty line, and the text as it stands.
struct RecordReader {
    /// - Throws: ``Refusal`` with `damaged` or `notAnArticle` when there is no object or no text in it, and what the
    ///   readers of text and HTML throw.
    func read(_ json: [UInt8], path: String) throws(Refusal) -> Reading {
        let fields = try RecordFields(json: json, path: path)
        let metadata = fields.metadata()
        guard let body = fields.body else { throw Self.noText(fields, path) }
        var reading =
            body.isHTML
            ? try MarkedUpBody(html: body.text, title: metadata.headline).read(path: path)
            : try Self.text(body.text, title: metadata.headline, path)
        reading.metadata = metadata.completed(by: reading.metadata)
        return reading
    }

    /// The title over the text, unless the text begins with it.
    static func text(_ body: String, title: String?, _ path: String) throws(Refusal) -> Reading {
        let text = title.map { body.hasPrefix($0) ? body : $0 + "\n\n" + body } ?? body
        var reading = try TextReader().read(Array(text.utf8), path: path)
        if title != nil, let first = reading.blocks.first, reading.text[first.span] == title ?? "" {
            reading.blocks[0] = Block(.headline, first.span)
        }
        return reading
    }

    private static func noText(_ fields: RecordFields, _ path: String) -> Refusal {
        let names = fields.names.prefix(12).joined(separator: ", ")
        return Refusal(
            path: path, code: .notAnArticle,
            reason:
                "no field holds the text; there are \(names.isEmpty ? "none" : names). Name it with --map text=FIELD")
    }
}

/// The body of a record that is marked up: a page, or a piece of one as feeds hold it.
struct MarkedUpBody {
    let html: String
    let title: String?

    func read(path: String) throws(Refusal) -> Reading {
        if html.prefix(2_000).lowercased().contains("<html") {
            return try HTMLReader().read(Array(html.utf8), path: path)
        }
        do throws(Refusal) { return try HTMLReader().read(Array(page.utf8), path: path) } catch {
            guard error.code == .notAnArticle else { throw error }
            return try RecordReader.text(try visibleText(path), title: title, path)
        }
    }

    private var page: String {
        let heading = title.map { "<h1>\(Self.escaped($0))</h1>" } ?? ""
        return "<!doctype html><html><body><article>\(heading)<div>\(html)</div></article></body></html>"
    }

    /// What is too short for a page's article is still all that a feed gives.
    private func visibleText(_ path: String) throws(Refusal) -> String {
        let document = try HTMLDocument(path: path)
        try document.parse(Array(html.utf8), path: path)
        return String(decoding: PageWalker.walk(document, size: html.utf8.count).text, as: UTF8.self)
    }

    /// The words alone, on one line.
    var words: String? { (try? visibleText("")).flatMap(PlainText.collapsed) }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}
