/// A JSON value whose keys keep their order, as the exchange format asks. (Foundation's encoder sorts keys or shuffles
/// them, and knows no third way.)
package enum OrderedJSON: Sendable {
    case string(String)
    case integer(Int)
    /// A number of hundredths, written as a decimal: 85 as `0.85`.
    case hundredths(Int)
    /// In the shortest form that gives the same number again, whole numbers without a fraction; must be finite.
    case number(Double)
    case boolean(Bool)
    case array([OrderedJSON])
    /// A nil value leaves its key out.
    case object([(String, OrderedJSON?)])

    /// The value on one line, with no white space between tokens, as RFC 8259 has it.
    package var line: String {
        var line: [UInt8] = []
        write(to: &line)
        return String(decoding: line, as: UTF8.self)
    }

    private func write(to line: inout [UInt8]) {
        switch self {
        case .string(let text): Self.quote(text, to: &line)
        case .integer(let number): line += String(number).utf8
        case .hundredths(let number): line += "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)".utf8
        case .number(let number): line += Self.shortest(number).utf8
        case .boolean(let truth): line += (truth ? "true" : "false").utf8
        case .array(let values):
            line.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { line.append(UInt8(ascii: ",")) }
                value.write(to: &line)
            }
            line.append(UInt8(ascii: "]"))
        case .object(let pairs): Self.write(pairs, to: &line)
        }
    }

    private static func write(_ pairs: [(String, OrderedJSON?)], to line: inout [UInt8]) {
        var separator = UInt8(ascii: "{")
        for case (let key, let value?) in pairs {
            line.append(separator)
            quote(key, to: &line)
            line.append(UInt8(ascii: ":"))
            value.write(to: &line)
            separator = UInt8(ascii: ",")
        }
        if separator == UInt8(ascii: "{") { line.append(separator) }
        line.append(UInt8(ascii: "}"))
    }

    private static func shortest(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
    }

    private static func quote(_ text: String, to line: inout [UInt8]) {
        line.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { bytes in
            var rest = bytes[...]
            while let index = rest.firstIndex(where: mayNeedEscape) {
                line += rest[..<index]
                rest = rest[index...]
                escape(&rest, to: &line)
            }
            line += rest
        }
        line.append(UInt8(ascii: "\""))
    }

    /// True of all bytes with which a scalar begins that is escaped.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0xE2
    }

    /// Writes the scalar at the head of `rest`, or its first byte, and takes it off.
    private static func escape(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>, to line: inout [UInt8]) {
        let isSeparator = rest.starts(with: [0xE2, 0x80, 0xA8]) || rest.starts(with: [0xE2, 0x80, 0xA9])
        if isSeparator {
            line += "\\u2028".utf8.dropLast()
            line.append(rest[rest.startIndex + 2] == 0xA8 ? UInt8(ascii: "8") : UInt8(ascii: "9"))
            rest = rest.dropFirst(3)
            return
        }
        switch rest.removeFirst() {
        case UInt8(ascii: "\""): line += "\\\"".utf8
        case UInt8(ascii: "\\"): line += "\\\\".utf8
        case UInt8(ascii: "\n"): line += "\\n".utf8
        case UInt8(ascii: "\r"): line += "\\r".utf8
        case UInt8(ascii: "\t"): line += "\\t".utf8
        case 0xE2: line.append(0xE2)
        case let control:
            line += "\\u00".utf8
            line += (control < 0x10 ? "0" : "").utf8
            line += String(control, radix: 16).utf8
        }
    }
}

extension OrderedJSON {
    /// Nil for an empty list, whose key is then left out.
    package static func unlessEmpty(_ values: [OrderedJSON]) -> OrderedJSON? { values.isEmpty ? nil : .array(values) }
    package static func optional(_ text: String?) -> OrderedJSON? { text.map(OrderedJSON.string) }
}
