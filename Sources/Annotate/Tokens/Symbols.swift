/// The fixed tables of spaCy's program that its model files take for granted, from `Lexicon/spacy`.
enum Symbols {
    /// Strings whose id is a small number.
    static let ids: [ExactString: UInt64] = {
        var ids: [ExactString: UInt64] = [:]
        for row in rows(PackageResources.symbols_txt) { ids[ExactString(row[0])] = UInt64(row[1]) }
        for number in 1...276 {
            let digits = String(number)
            ids[ExactString("DEPRECATED" + String(repeating: "0", count: 3 - digits.count) + digits)] = UInt64(
                103 + number)
        }
        return ids
    }()

    /// Norms of marks and signs, by their text.
    static let norms: [ExactString: String] = {
        var norms: [ExactString: String] = [:]
        for row in rows(PackageResources.norms_txt) { norms[ExactString(row[0])] = row[1] }
        return norms
    }()

    /// Rows of two fields parted by a tab.
    private static func rows(_ bytes: [UInt8]) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.split(separator: "\n").map {
            $0.split(separator: "\t").map { String($0) }
        }.filter { $0.count == 2 && !$0[0].hasPrefix("# ") }
    }
}
