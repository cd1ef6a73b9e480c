/// Writes what linking keeps of one article as bytes: numbers in groups of seven bits, the lowest first (LEB128), and each string
/// once, as its place in a table.
struct InputWriter {
    private var body: [UInt8] = []
    private var strings: [String] = []
    private var places: [String: Int] = [:]

    /// The table and behind it all that was written.
    var bytes: [UInt8] {
        var table = InputWriter()
        table.write(strings.count)
        for string in strings {
            let text = Array(string.utf8)
            table.write(text.count)
            table.body += text
        }
        return table.body + body
    }

    /// Negative numbers take as little room as others.
    mutating func write(_ number: Int) {
        var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
        while rest >= 0x80 {
            body.append(UInt8(rest & 0x7F | 0x80))
            rest >>= 7
        }
        body.append(UInt8(rest))
    }

    mutating func write(_ flag: Bool) { body.append(flag ? 1 : 0) }

    mutating func write(_ string: String) {
        if let place = places[string] { return write(place) }
        places[string] = strings.count
        write(strings.count)
        strings.append(string)
    }

    mutating func write(_ value: some RawRepresentable<String>) { write(value.rawValue) }

    mutating func write<Value>(_ value: Value?, _ each: (inout InputWriter, Value) -> Void) {
        write(value != nil)
        if let value { each(&self, value) }
    }

    mutating func write(_ string: String?) { write(string) { $0.write($1) } }

    mutating func write<Value>(_ values: [Value], _ each: (inout InputWriter, Value) -> Void) {
        write(values.count)
        for value in values { each(&self, value) }
    }

    mutating func write(_ strings: [String]) { write(strings) { $0.write($1) } }

    mutating func write(_ bytes: [UInt8]) {
        write(bytes.count)
        body += bytes
    }

    /// Four bytes each, the lowest first.
    mutating func write(_ numbers: [UInt32]) {
        write(numbers.count)
        for number in numbers {
            for shift in [0, 8, 16, 24] as [UInt32] { body.append(UInt8(number >> shift & 0xFF)) }
        }
    }
}
