/// A table of words as the files in the folders `Lexicon` have it: `key | key | word, word`, where `#` begins a comment.
package enum WordTable {
    package struct Row: Sendable {
        /// The columns but the last.
        package let keys: [String]
        package let words: [String]
    }

    package static func rows(_ bytes: [UInt8]) -> [Row] {
        columns(bytes).map { columns in
            let words = (columns.last ?? "").split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
            return Row(keys: Array(columns.dropLast()), words: words)
        }
    }

    /// The lines that are no comments, each parted at its strokes.
    package static func columns(_ bytes: [UInt8]) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            line.split(separator: "|").map { trimmed($0) }
        }
    }

    private static func trimmed(_ words: Substring) -> String {
        words.split(separator: " ").joined(separator: " ")
    }
}
