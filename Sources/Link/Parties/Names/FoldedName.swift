/// Names made comparable: lower case, without marks over letters, articles, possessives and marks of punctuation around them.
enum FoldedName {
    /// `“The Élysée’s”` as `elysee`; blanks are single. A hyphen and a point within a word stay.
    static func of(_ text: some StringProtocol) -> String {
        let isFolded = text.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
        return isFolded ? String(text) : words(text).joined(separator: " ")
    }

    /// The folded words, without a leading article.
    static func words(_ text: some StringProtocol) -> [String] {
        var words = letters(text).split(separator: " ").map(withoutMarks).filter { !$0.isEmpty }
        while let first = words.first, ["the", "a", "an"].contains(first), words.count > 1 { words.removeFirst() }
        return words
    }

    /// Lower case in ASCII as far as letters with marks have a plain one; curly apostrophes are straight, dashes hyphens.
    static func letters(_ text: some StringProtocol) -> String {
        var folded = ""
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                let isCapital = scalar.value &- 0x41 < 26
                folded.unicodeScalars.append(isCapital ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar)
            } else {
                folded += plain(scalar)
            }
        }
        return folded
    }

    private static func plain(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "’", "‘", "ʼ", "ʹ", "`": return "'"
        case "–", "—", "‑", "‐": return "-"
        case "“", "”", "«", "»", "„": return "\""
        case "\u{A0}", "\u{202F}", "\u{2009}": return " "
        case "ł", "Ł": return "l"
        case "ø", "Ø": return "o"
        case "đ", "Đ", "ð", "Ð": return "d"
        case "ß": return "ss"
        case "æ", "Æ": return "ae"
        case "œ", "Œ": return "oe"
        case "ı", "İ": return "i"
        case "þ", "Þ": return "th"
        case "ə", "Ə": return "a"
        default:
            let base = decomposed(scalar)
            return base.lowercased()
        }
    }

    /// The letter without what combines with it; the Latin letters with marks are those of two blocks of Unicode.
    private static func decomposed(_ scalar: Unicode.Scalar) -> String {
        guard (0xC0...0x24F).contains(scalar.value) || (0x1E00...0x1EFF).contains(scalar.value) else {
            return scalar.properties.generalCategory == .nonspacingMark ? "" : String(scalar)
        }
        return bases[scalar] ?? String(scalar)
    }

    /// Letters with marks by their plain letter.
    private static let bases: [Unicode.Scalar: String] = {
        let groups: [(String, String)] = [
            ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặÀÁÂÃÄÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶ"), ("c", "çćĉċčÇĆĈĊČ"), ("d", "ďĎ"),
            ("e", "èéêëēĕėęěẹẻẽếềểễệÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆ"), ("g", "ĝğġģǧĜĞĠĢǦ"), ("h", "ĥħĤĦ"),
            ("i", "ìíîïĩīĭįỉịÌÍÎÏĨĪĬĮỈỊ"), ("j", "ĵĴ"), ("k", "ķĶ"), ("l", "ĺļľĹĻĽ"), ("n", "ñńņňÑŃŅŇ"),
            ("o", "òóôõöōŏőơọỏốồổỗộớờởỡợÒÓÔÕÖŌŎŐƠỌỎỐỒỔỖỘỚỜỞỠỢ"), ("r", "ŕŗřŔŖŘ"), ("s", "śŝşšșŚŜŞŠȘ"),
            ("t", "ţťŧțŢŤŦȚ"), ("u", "ùúûüũūŭůűųưụủứừửữựÙÚÛÜŨŪŬŮŰŲƯỤỦỨỪỬỮỰ"), ("w", "ŵŴ"), ("y", "ýÿŷỳỵỷỹÝŸŶỲỴỶỸ"),
            ("z", "źżžŹŻŽ"),
        ]
        var bases: [Unicode.Scalar: String] = [:]
        for (base, marked) in groups { for scalar in marked.unicodeScalars { bases[scalar] = base } }
        return bases
    }()

    private static let marks = Set("\"'([{)]},;:!?*".utf8)

    /// Without marks at both ends and the ending of the possessive.
    private static func withoutMarks(_ word: Substring) -> String {
        var bytes = word.utf8[...]
        while let first = bytes.first, marks.contains(first) { bytes.removeFirst() }
        while let last = bytes.last, marks.contains(last) { bytes.removeLast() }
        if bytes.suffix(2).elementsEqual("'s".utf8) { bytes.removeLast(2) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
