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
        line += "\""
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}

extension OrderedJSON {
    /// Nil for an empty list, whose key is then left out.
    static func unlessEmpty(_ values: [OrderedJSON]) -> OrderedJSON? { values.isEmpty ? nil : .array(values) }
    static func optional(_ text: String?) -> OrderedJSON? { text.map(OrderedJSON.string) }
}
