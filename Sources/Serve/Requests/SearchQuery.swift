import DemarchePublish
import DemarcheStore

/// What somebody writes into the search: words with `AND`, `OR`, `NOT`, round brackets, "words in a row" and begin*, and
/// fields such as `by:"foreign minister"`.
///
/// Words without an operator between them must all stand in an article. What cannot be read as an expression is sought as
/// plain words, so that no search fails for a stray bracket. Linear in the length of the query.
struct SearchQuery: Equatable {
    /// What is sought in articles, in the syntax of SQLite's FTS5 with every word quoted; nil where only fields stand.
    private(set) var expression: String?
    /// The words without operators, for marking them in what is found; those behind `NOT` are left out.
    private(set) var words: [String] = []
    private(set) var fields: [(field: PageFilter.Field, value: String)] = []

    init(_ text: String) {
        var tokens: [Token] = []
        for piece in Self.pieces(text) {
            if let field = Self.field(piece) { fields.append(field) } else { tokens.append(Token(piece)) }
        }
        let sought = tokens.compactMap(\.term)
        guard !sought.isEmpty else { return }
        var parser = Parser(tokens)
        if let parsed = parser.expression() {
            expression = parsed
            words = Self.wanted(tokens)
        } else {
            expression = sought.map(\.quoted).joined(separator: " AND ")
            words = sought.map(\.text)
        }
    }

    /// What articles must hold that hold one thing and the other.
    static func both(_ one: String?, _ other: String?) -> String? {
        guard let one, let other else { return one ?? other }
        return "(\(one)) AND (\(other))"
    }

    /// These words in a row, of the last perhaps only the beginning; nil where there is none.
    static func beginning(with words: String) -> String? {
        let term = Term(words + "*")
        return term.isSought ? term.quoted : nil
    }

    /// One word, phrase, bracket or operator.
    fileprivate enum Token: Equatable {
        case open, close, and, or, not
        case term(Term)

        init(_ piece: String) {
            switch piece {
            case "(": self = .open
            case ")": self = .close
            case "AND": self = .and
            case "OR": self = .or
            case "NOT": self = .not
            default: self = .term(Term(piece))
            }
        }

        var term: Term? { if case .term(let term) = self, term.isSought { term } else { nil } }
    }

    /// A word or words in a row, perhaps only their beginning.
    fileprivate struct Term: Equatable {
        let text: String
        let isBeginning: Bool

        init(_ piece: String) {
            var text = Substring(piece)
            isBeginning = text.hasSuffix("*")
            if isBeginning { text = text.dropLast() }
            self.text = text.filter { $0 != "\"" }
        }

        var isSought: Bool { text.contains { $0.isLetter || $0.isNumber } }
        var quoted: String { "\"\(text)\"" + (isBeginning ? " *" : "") }
    }

    /// Cut at white space and brackets outside quotation marks.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var isQuoted = false
        func end() { if !piece.isEmpty { pieces.append(piece); piece = "" } }
        for character in text {
            if character == "\"" || character == "“" || character == "”" {
                isQuoted.toggle()
                piece.append("\"")
            } else if !isQuoted, character.isWhitespace {
                end()
            } else if !isQuoted, character == "(" || character == ")" {
                end()
                pieces.append(String(character))
            } else {
                piece.append(character)
            }
        }
        end()
        return pieces
    }

    /// `by:Peskov`, where the name is one of ours and words follow.
    private static func field(_ piece: String) -> (field: PageFilter.Field, value: String)? {
        guard let colon = piece.firstIndex(of: ":"),
            let field = PageFilter.Field(rawValue: piece[..<colon].lowercased()), field != .to
        else { return nil }
        let value = piece[piece.index(after: colon)...].filter { $0 != "\"" }
        return value.isEmpty ? nil : (field, value)
    }

    /// The words that are not behind `NOT`.
    private static func wanted(_ tokens: [Token]) -> [String] {
        var wanted: [String] = []
        var depth = 0
        var excluded: Int?
        var isNegated = false
        for token in tokens {
            switch token {
            case .not: isNegated = true
            case .open:
                depth += 1
                if isNegated, excluded == nil { excluded = depth }
                isNegated = false
            case .close:
                if excluded == depth { excluded = nil }
                depth -= 1
            case .term(let term):
                if !isNegated, excluded == nil, term.isSought { wanted.append(term.text) }
                isNegated = false
            case .and, .or: break
            }
        }
        return wanted
    }

    /// By recursive descent: `NOT` binds closest, then `AND`, which may be left out, then `OR`.
    private struct Parser {
        private var tokens: ArraySlice<Token>
        private var depth = 0

        init(_ tokens: [Token]) { self.tokens = tokens[...] }

        /// Nil when the tokens are no expression.
        mutating func expression() -> String? {
            let parsed = either()
            return tokens.isEmpty ? parsed : nil
        }

        private mutating func either() -> String? {
            guard var left = all() else { return nil }
            while tokens.first == .or {
                tokens.removeFirst()
                guard let right = all() else { return nil }
                left = "(\(left)) OR (\(right))"
            }
            return left
        }

        private mutating func all() -> String? {
            guard var left = one() else { return nil }
            while let next = tokens.first, next != .or, next != .close {
                if next == .and { tokens.removeFirst() }
                let isExcluded = tokens.first == .not
                if isExcluded { tokens.removeFirst() }
                guard let right = one() else { return nil }
                left = "(\(left)) \(isExcluded ? "NOT" : "AND") (\(right))"
            }
            return left
        }

        private mutating func one() -> String? {
            guard let token = tokens.popFirst() else { return nil }
            switch token {
            case .term(let term): return term.isSought ? term.quoted : nil
            case .open:
                depth += 1
                defer { depth -= 1 }
                guard depth < 20, let inner = either(), tokens.popFirst() == .close else { return nil }
                return "(\(inner))"
            case .close, .and, .or, .not: return nil
            }
        }
    }

    static func == (one: SearchQuery, other: SearchQuery) -> Bool {
        one.expression == other.expression && one.words == other.words
            && one.fields.elementsEqual(other.fields) { $0 == $1 }
    }
}

extension PageFilter {
    /// With the fields that stand in the search itself, where the address does not have them besides.
    ///
    /// - Throws: ``PageError`` when a field of the search cannot have its value.
    func completed(by search: SearchQuery) throws(PageError) -> PageFilter {
        var filter = self
        for (field, value) in search.fields where filter[field] == nil { try filter.set(field, value) }
        return filter
    }
}
