/// A form besides its page in which a view can be had, chosen by the ending of the path: `/events.csv`.
enum Form: String, CaseIterable, Sendable {
    case json, csv, atom
    case text = "txt"
    case bibtex = "bib"
    case csl = "csl.json"

    /// What stands behind the path of the page.
    var ending: String { "." + rawValue }

    var name: String {
        switch self {
        case .json: "JSON"
        case .csv: "CSV"
        case .atom: "Atom"
        case .text: "Text"
        case .bibtex: "BibTeX"
        case .csl: "CSL-JSON"
        }
    }

    var mediaType: String {
        switch self {
        case .json: "application/json"
        case .csv: "text/csv"
        case .atom: "application/atom+xml"
        case .text: "text/plain"
        case .bibtex: "application/x-bibtex"
        case .csl: "application/vnd.citationstyles.csl+json"
        }
    }

    /// The media type with the charset, for those whose default is not UTF-8.
    var contentType: String {
        switch self {
        case .json, .csl: mediaType
        case .csv, .atom, .text, .bibtex: mediaType + "; charset=utf-8"
        }
    }

    /// The form whose ending stands at the end of `path`, the longest such.
    static func ending(_ path: String) -> Form? {
        allCases.filter { path.hasSuffix($0.ending) }.max { $0.ending.utf8.count < $1.ending.utf8.count }
    }
}

/// The way to another form of a page, shown by the template `layout`.
struct FormLink {
    let form: Form
    let name: String
    let mediaType: String
    let address: String

    /// - Parameters:
    ///   - path: that of the page.
    ///   - query: the fields of the address, which hold for each form.
    init(_ form: Form, path: String, query: String?) {
        self.form = form
        name = form.name
        mediaType = form.mediaType
        let fields = query.flatMap { $0.isEmpty ? nil : "?\($0)" } ?? ""
        address = (path == "/" ? "/overview" : path) + form.ending + fields
    }
}
