/// Rows as comma-separated values (RFC 4180): lines end with CR LF, and fields that hold a comma, a quotation mark or a line
/// break stand in quotation marks.
package enum CommaSeparated {
    /// What becomes of a field that a spreadsheet would take for a formula.
    package enum Formulas: Sendable {
        /// It stays as it is, for programs.
        case kept
        /// An apostrophe goes in front of it, for spreadsheets, which would run it (CWE-1236). Numbers stay as they are.
        case disarmed
    }

    /// The header and a line for each row.
    package static func text<Row>(_ fields: [Field<Row>], _ rows: [Row], formulas: Formulas = .kept) -> String {
        ([fields.map(\.name)] + rows.map { row in fields.map { $0.value(row) } })
            .map { line($0, formulas: formulas) }.joined()
    }

    /// One line with its end.
    package static func line(_ values: [String], formulas: Formulas = .kept) -> String {
        values.map { quoted(formulas == .kept ? $0 : disarmed($0)) }.joined(separator: ",") + "\r\n"
    }

    /// By scalars, since a comma or quotation mark may form one character with an accent behind it.
    private static func quoted(_ value: String) -> String {
        guard value.unicodeScalars.contains(where: needsQuotes) else { return value }
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in value.unicodeScalars {
            if scalar == "\"" { quoted.append("\"") }
            quoted.append(scalar)
        }
        return String(quoted) + "\""
    }

    private static func needsQuotes(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "," || scalar == "\"" || Character(scalar).isNewline
    }

    private static func disarmed(_ value: String) -> String {
        guard let first = value.unicodeScalars.first,
            "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first),
            Double(value) == nil
        else { return value }
        return "'" + value
    }
}

/// A column of the comma-separated form of a list: its name, and what stands in it for a row.
package struct Field<Row>: Sendable {
    package let name: String
    package let value: @Sendable (Row) -> String

    package init(_ name: String, _ value: @escaping @Sendable (Row) -> String) {
        self.name = name
        self.value = value
    }
}
