/// The lexemes that one worker has met, each by a number that stays while a text is annotated.
final class Vocabulary {
    /// After a text, all is forgotten when there are more than this, so that hostile input does not fill the memory.
    private static let most = 1 << 16
    private static let mostBytes = 1 << 22

    private(set) var lexemes: [Lexeme] = []
    /// Of each lexeme, kept apart because every token asks for it.
    private(set) var isSpace: [Bool] = []
    private(set) var byteCounts: [Int32] = []
    private var bytes = 0
    private var numbers: [ExactString: Int32] = [:]
    /// Texts whose norm a tokenizer exception gives.
    private var overridden: [Override: Int32] = [:]
    private let norms: NormTable

    private struct Override: Hashable {
        let text: ExactString
        let norm: ExactString
    }

    init(norms: NormTable) { self.norms = norms }

    var isFull: Bool { lexemes.count > Self.most || bytes > Self.mostBytes }

    func removeAll() {
        lexemes.removeAll(keepingCapacity: true)
        isSpace.removeAll(keepingCapacity: true)
        byteCounts.removeAll(keepingCapacity: true)
        bytes = 0
        numbers.removeAll(keepingCapacity: true)
        overridden.removeAll(keepingCapacity: true)
    }

    func number(of text: String) -> Int32 {
        if let number = numbers[ExactString(text)] { return number }
        let number = add(Lexeme(text, norm: norms.norm(of: text)))
        numbers[ExactString(text)] = number
        return number
    }

    func number(of piece: TokenizerExceptions.Piece) -> Int32 {
        guard let norm = piece.norm else { return number(of: piece.text) }
        let key = Override(text: ExactString(piece.text), norm: ExactString(norm))
        if let number = overridden[key] { return number }
        let number = add(Lexeme(piece.text, norm: norm))
        overridden[key] = number
        return number
    }

    private func add(_ lexeme: Lexeme) -> Int32 {
        lexemes.append(lexeme)
        isSpace.append(lexeme.isSpace)
        byteCounts.append(Int32(lexeme.text.utf8.count))
        bytes += lexeme.text.utf8.count
        return Int32(lexemes.count - 1)
    }
}

/// The norms of words that are not their lower case: the model's table by id, then spaCy's own by text.
struct NormTable: Sendable {
    private let byID: [UInt64: String]

    init(_ file: ModelFile) throws(ModelError) {
        let keys = try file.numbers("norms.keys", of: UInt64.self)
        let values = try file.strings("norms.values")
        guard keys.count == values.count else { throw file.invalid("norms.keys") }
        byID = Dictionary(values.enumerated().map { (keys[$0], $1) }) { $1 }
    }

    func norm(of text: String) -> String? { byID[StringHash.id(text)] ?? Symbols.norms[ExactString(text)] }
}
