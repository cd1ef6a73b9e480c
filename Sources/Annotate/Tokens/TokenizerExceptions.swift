/// Chunks that are cut in a way of their own, such as *don't* and *U.S.*, each with its pieces.
struct TokenizerExceptions: Sendable {
    struct Piece: Hashable, Sendable {
        let text: String
        /// In place of the norm that the text has elsewhere.
        let norm: String?
    }

    private let pieces: [ExactString: [Piece]]

    /// The section holds a text for each: the entry, then for each piece its text and its norm, parted by U+001F.
    init(_ file: ModelFile) throws(ModelError) {
        var pieces: [ExactString: [Piece]] = [:]
        for entry in try file.strings("tokenizer.exceptions") {
            let fields = entry.unicodeScalars.split(separator: "\u{1F}", omittingEmptySubsequences: false).map {
                String($0)
            }
            guard fields.count > 2, fields.count % 2 == 1 else { throw file.invalid("tokenizer.exceptions") }
            let parts = stride(from: 1, to: fields.count, by: 2).map {
                Piece(text: fields[$0], norm: fields[$0 + 1].isEmpty ? nil : fields[$0 + 1])
            }
            guard parts.allSatisfy({ !$0.text.isEmpty }),
                ExactString(parts.map(\.text).joined()) == ExactString(fields[0])
            else { throw file.invalid("tokenizer.exceptions") }
            pieces[ExactString(fields[0])] = parts
        }
        self.pieces = pieces
    }

    subscript(text: String) -> [Piece]? { pieces[ExactString(text)] }

    var texts: some Sequence<String> { pieces.keys.lazy.map(\.string) }
}
