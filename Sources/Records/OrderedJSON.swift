/// A JSON value whose keys keep their order, as the exchange format asks. (Foundation's encoder sorts keys or shuffles
/// them, and knows no third way.)
package enum OrderedJSON: Sendable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case array([OrderedJSON])
    /// A nil value leaves its key out.
    case object([(String, OrderedJSON?)])

    /// The value on one line, with no white space between tokens, as RFC 8259 has it.
    package var line: String {
        var line = ""
        write(to: &line)
        return line
    }

    private func write(to line: inout String) {
        switch self {
        case .string(let text): Self.quote(text, to: &line)
        case .integer(let number): line += String(number)
        case .boolean(let truth): line += truth ? "true" : "false"
        case .array(let values): Self.list(values, "[", "]", to: &line) { $0.write(to: &$1) }
        case .object(let pairs):
            let present = pairs.compactMap { key, value in value.map { (key, $0) } }
            Self.list(present, "{", "}", to: &line) { pair, line in
                Self.quote(pair.0, to: &line)
                line += ":"
                pair.1.write(to: &line)
            }
        }
    }

    private static func list<Value>(
        _ values: [Value], _ open: String, _ close: String, to line: inout String,
        _ write: (Value, inout String) -> Void
    ) {
        line += open
        for (index, value) in values.enumerated() {
            if index > 0 { line += "," }
            write(value, &line)
        }
        line += close
    }

    private static func quote(_ text: String, to line: inout String) {
        line += "\""
        if text.utf8.contains(where: mayNeedEscape) { escape(text, to: &line) } else { line += text }
        line += "\""
    }

    /// True of all bytes with which a scalar begins that is escaped.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0xE2
    }

    private static func escape(_ text: String, to line: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": line += "\\\""
            case "\\": line += "\\\\"
            case "\n": line += "\\n"
            case "\r": line += "\\r"
            case "\t": line += "\\t"
            case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}": line += "\\u" + hexadecimal(scalar.value)
            default: line.unicodeScalars.append(scalar)
            }
        }
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}

extension OrderedJSON {
    /// Nil for an empty list, whose key is then left out.
    package static func unlessEmpty(_ values: [OrderedJSON]) -> OrderedJSON? { values.isEmpty ? nil : .array(values) }
    package static func optional(_ text: String?) -> OrderedJSON? { text.map(OrderedJSON.string) }
}
