import DemarcheRecords
import DemarcheStore

/// What can be cited: an article, an entry, or an act of speech with those that carry it.
enum Cited: String, Sendable, CaseIterable {
    case articles, entries, utterances

    /// How many carriers of an act of speech are cited, the origin first.
    private static let most = 50

    /// The citations, in the order in which they are given.
    ///
    /// - Throws: ``PageError`` when nothing of this name is in the record.
    func citations(_ asked: Asked) throws -> [Citation] {
        switch self {
        case .articles: [try Self.citation(asked.id, nil, [], asked)]
        case .entries: [try Self.citation(of: asked.id, asked)]
        case .utterances: try Self.renderings(asked).map { try Self.citation(of: $0, asked) }
        }
    }

    private static func citation(of entry: String, _ asked: Asked) throws -> Citation {
        let found = try FoundEntry(entry, in: asked.store)
        return try citation(found.article, entry, found.words, asked)
    }

    private static func citation(
        _ article: String, _ entry: String?, _ words: [Evidence], _ asked: Asked
    ) throws -> Citation {
        guard let stored = try asked.store.article(id: article) else { throw PageError.missing("article", article) }
        return Citation(stored.article, entry: entry, words: words, record: asked.record, origin: asked.origin)
    }

    /// The statements that render an act of speech, those of its origin first.
    private static func renderings(_ asked: Asked) throws -> [String] {
        guard let utterance = try asked.store.link(Utterance.self, id: asked.id) else {
            throw PageError.missing("act of speech", asked.id)
        }
        let own = utterance.renderings.filter { $0.article == utterance.origin.article }
        let others = utterance.renderings.filter { $0.article != utterance.origin.article }
        return (own + others).prefix(most).map(\.statement)
    }

    /// The citations in a form.
    func text(_ form: Form, _ asked: Asked) throws -> String {
        let citations = try citations(asked)
        return switch form {
        case .bibtex: citations.map(\.bibtex).joined(separator: "\n")
        case .csl: OrderedJSON.array(citations.map(\.csl)).line
        default: citations.map(\.text).joined(separator: "\n")
        }
    }
}

/// The citations of something in every form, shown by the template `citation`.
struct CitationView {
    let title: String
    let address: String
    let forms: [FormView]

    struct FormView {
        let name: String
        let id: String
        let text: String
        let address: String
    }

    init(_ cited: Cited, _ asked: Asked) throws {
        let citations = try cited.citations(asked)
        title = citations.first?.headline ?? "Citation"
        let thing = "/\(cited.rawValue)/\(asked.id)"
        address = thing
        forms = try [Form.text, .bibtex, .csl].map { form in
            FormView(
                name: form.name, id: "cite-\(form.rawValue.prefix(3))", text: try cited.text(form, asked),
                address: thing + form.ending)
        }
    }
}
