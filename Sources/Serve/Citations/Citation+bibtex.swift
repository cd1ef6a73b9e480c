import DemarcheRecords

extension Citation {
    /// An entry for BibTeX and biblatex.
    var bibtex: String {
        let fields: [(String, String?)] = [
            ("author", authors), ("title", "{\(Self.escaped(headline))}"), ("journal", outletName.map(Self.escaped)),
            ("year", dateParts.first.map { "\($0)" }), ("month", part(1)), ("day", part(2)),
            ("url", address.map(Self.verbatim)), ("note", note), ("langid", language == "en" ? "english" : nil),
        ]
        let lines = fields.compactMap { name, value in value.map { "  \(name) = {\($0)},\n" } }
        return "@article{\(id),\n\(lines.joined())}\n"
    }

    /// Each in braces of its own where BibTeX would take a word for the end of a name.
    private var authors: String? {
        guard !bylines.isEmpty else { return nil }
        return bylines.map { name in
            let escaped = Self.escaped(name)
            let isPlain = name.split(separator: " ").allSatisfy { $0.lowercased() != "and" } && !name.contains(",")
            return isPlain ? escaped : "{\(escaped)}"
        }.joined(separator: " and ")
    }

    private func part(_ place: Int) -> String? { dateParts.count > place ? "\(dateParts[place])" : nil }

    private var note: String {
        let quoted = words.map { "“\(Self.escaped($0))”" }.joined(separator: " … ")
        return (quoted.isEmpty ? "" : quoted + "; ")
            + "record \(Self.escaped(record)), \\url{\(Self.verbatim(evidence))}"
    }

    /// `text` with what TeX would obey. Braces become commands, since BibTeX counts even those behind a backslash.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "\\": escaped += "{\\textbackslash}"
            case "{": escaped += "{\\textbraceleft}"
            case "}": escaped += "{\\textbraceright}"
            case "~": escaped += "{\\textasciitilde}"
            case "^": escaped += "{\\textasciicircum}"
            case "&", "%", "$", "#", "_": escaped += "\\\(scalar)"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }

    /// What is read as it stands may hold no brace and no backslash.
    private static func verbatim(_ address: String) -> String {
        address.replacing("\\", with: "%5C").replacing("{", with: "%7B").replacing("}", with: "%7D")
    }
}
