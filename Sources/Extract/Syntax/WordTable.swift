/// A table of words as the files beside this one have it: `key | key | word, word`, where `#` begins a comment.
enum WordTable {
    struct Row: Sendable {
        /// The columns but the last.
        var keys: [String]
        var words: [String]
    }

    static func rows(_ bytes: [UInt8]) -> [Row] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let columns = line.split(separator: "|").map { trimmed($0) }
            let words = (columns.last ?? "").split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
            return Row(keys: Array(columns.dropLast()), words: words)
        }
    }

    private static func trimmed(_ words: Substring) -> String {
        words.split(separator: " ").joined(separator: " ")
    }
}
