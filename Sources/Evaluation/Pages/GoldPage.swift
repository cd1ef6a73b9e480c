internal import Foundation

/// What people say of a page: the article's text and what its source says about it. What is nil was not marked, or is
/// not there.
package struct GoldPage: Sendable, Equatable {
    package let id: String
    package var body: String?
    package var title: String?
    package var author: String?
    package var date: String?

    package init(id: String, body: String? = nil, title: String? = nil, author: String? = nil, date: String? = nil) {
        self.id = id
        (self.body, self.title, self.author, self.date) = (body, title, author, date)
    }
}

/// A file that maps ids of pages to what is said of them: `{"id": {"articleBody", "title", "author", "date"}}`. Ground
/// truth and predictions have the same format; other keys are passed over.
package enum PageFile {
    /// The pages by id, in the order of the ids.
    ///
    /// - Throws: ``GoldError`` when the file cannot be read or is no object of objects, or when a value is no string.
    package static func read(_ file: String) throws(GoldError) -> [GoldPage] {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: file))
        } catch {
            throw GoldError(file: file, line: nil, message: "cannot be read (\(error.localizedDescription))")
        }
        guard let all = (try? JSONSerialization.jsonObject(with: data)) as? [String: [String: Any]] else {
            throw GoldError(
                file: file, line: nil, message: "this is not a JSON object that holds an object for each page")
        }
        var pages: [GoldPage] = []
        for (id, values) in all.sorted(by: { $0.key < $1.key }) { pages.append(try page(id, values, file)) }
        return pages
    }

    private static func page(_ id: String, _ values: [String: Any], _ file: String) throws(GoldError) -> GoldPage {
        var page = GoldPage(id: id)
        page.body = try string("articleBody", of: values, id, file)
        page.title = try string("title", of: values, id, file)
        page.author = try string("author", of: values, id, file)
        page.date = try string("date", of: values, id, file)
        return page
    }

    private static func string(
        _ key: String, of values: [String: Any], _ id: String, _ file: String
    ) throws(GoldError) -> String? {
        guard let value = values[key], !(value is NSNull) else { return nil }
        guard let string = value as? String else {
            throw GoldError(file: file, line: nil, message: "“\(key)” of the page “\(id)” is no string")
        }
        return string
    }

    /// Writes `pages` as a file that the reference scorer takes.
    package static func write(_ pages: [GoldPage], to file: String) throws {
        var all: [String: [String: String]] = [:]
        for page in pages {
            let values = ["articleBody": page.body, "title": page.title, "author": page.author, "date": page.date]
            all[page.id] = values.compactMapValues(\.self)
        }
        let data = try JSONSerialization.data(withJSONObject: all, options: [.sortedKeys, .withoutEscapingSlashes])
        try (data + Data("\n".utf8)).write(to: URL(fileURLWithPath: file))
    }
}
