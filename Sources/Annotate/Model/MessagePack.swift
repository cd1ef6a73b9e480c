/// A value of the MessagePack format, as far as spaCy's model files use it: <https://github.com/msgpack/msgpack>.
indirect enum MessagePack {
    case null
    case boolean(Bool)
    case integer(UInt64)
    case float(Double)
    case string(String)
    case binary(ArraySlice<UInt8>)
    case array([MessagePack])
    case map([(key: MessagePack, value: MessagePack)])

    /// - Throws: ``Malformed`` when the bytes are no value, or more than one.
    init(_ bytes: [UInt8]) throws(Malformed) {
        var reader = MessagePackReader(bytes: bytes)
        self = try reader.value(depth: 0)
        guard reader.isAtEnd else { throw Malformed() }
    }

    struct Malformed: Error {}

    /// The value under a key that is a text; nil when there is none.
    subscript(key: String) -> MessagePack? { entries?.first { $0.key.text == key }?.value }

    var text: String? { if case .string(let text) = self { text } else { nil } }
    var number: UInt64? { if case .integer(let number) = self { number } else { nil } }
    var items: [MessagePack]? { if case .array(let items) = self { items } else { nil } }
    var bytes: ArraySlice<UInt8>? { if case .binary(let bytes) = self { bytes } else { nil } }
    var entries: [(key: MessagePack, value: MessagePack)]? { if case .map(let entries) = self { entries } else { nil } }

    /// A NumPy array of floats, which spaCy writes as a map with binary keys; nil when it is none.
    var tensor: Tensor? {
        func entry(_ name: String) -> MessagePack? {
            entries?.first { $0.key.bytes.map { Array($0) } == Array(name.utf8) }?.value
        }
        guard case .boolean(true)? = entry("nd"), entry("type")?.text == "<f4", let data = entry("data")?.bytes,
            let shape = entry("shape")?.items?.compactMap({ $0.number.map { Int($0) } }),
            shape.reduce(4, *) == data.count
        else { return nil }
        let values = data.withUnsafeBytes { raw in
            (0..<raw.count / 4).map { raw.loadUnaligned(fromByteOffset: 4 * $0, as: Float.self) }
        }
        return Tensor(shape: shape, values: values)
    }
}

/// Floats with the extents of their axes, the last of which runs fastest.
struct Tensor {
    let shape: [Int]
    let values: [Float]
}

private struct MessagePackReader {
    private static let deepest = 64
    private let bytes: [UInt8]
    private var offset = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { offset == bytes.count }

    mutating func value(depth: Int) throws(MessagePack.Malformed) -> MessagePack {
        guard depth < Self.deepest else { throw MessagePack.Malformed() }
        let type = try UInt8(truncatingIfNeeded: unsigned(1))
        switch type {
        case 0x00...0x7F: return .integer(UInt64(type))
        case 0x80...0x8F: return try map(Int(type & 15), depth)
        case 0x90...0x9F: return try array(Int(type & 15), depth)
        case 0xA0...0xBF: return try string(Int(type & 31))
        case 0xC0: return .null
        case 0xC2, 0xC3: return .boolean(type == 0xC3)
        case 0xC4...0xC6: return .binary(try take(Int(unsigned(1 << Int(type - 0xC4)))))
        case 0xCA: return .float(Double(Float(bitPattern: UInt32(try unsigned(4)))))
        case 0xCB: return .float(Double(bitPattern: try unsigned(8)))
        case 0xCC...0xCF: return .integer(try unsigned(1 << Int(type - 0xCC)))
        case 0xD0...0xD3: return .integer(try signed(1 << Int(type - 0xD0)))
        case 0xD9...0xDB: return try string(Int(unsigned(1 << Int(type - 0xD9))))
        case 0xDC, 0xDD: return try array(Int(unsigned(type == 0xDC ? 2 : 4)), depth)
        case 0xDE, 0xDF: return try map(Int(unsigned(type == 0xDE ? 2 : 4)), depth)
        case 0xE0...0xFF: return .integer(UInt64(bitPattern: Int64(Int8(bitPattern: type))))
        default: throw MessagePack.Malformed()
        }
    }

    private mutating func take(_ count: Int) throws(MessagePack.Malformed) -> ArraySlice<UInt8> {
        guard count <= bytes.count - offset else { throw MessagePack.Malformed() }
        defer { offset += count }
        return bytes[offset..<offset + count]
    }

    private mutating func unsigned(_ width: Int) throws(MessagePack.Malformed) -> UInt64 {
        try take(width).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func signed(_ width: Int) throws(MessagePack.Malformed) -> UInt64 {
        let value = try unsigned(width)
        let shift = UInt64(64 - 8 * width)
        return UInt64(bitPattern: Int64(bitPattern: value << shift) >> Int64(shift))
    }

    private mutating func string(_ count: Int) throws(MessagePack.Malformed) -> MessagePack {
        .string(String(decoding: try take(count), as: UTF8.self))
    }

    /// A container cannot have more items than there are bytes left.
    private mutating func array(_ count: Int, _ depth: Int) throws(MessagePack.Malformed) -> MessagePack {
        guard count <= bytes.count - offset else { throw MessagePack.Malformed() }
        var items: [MessagePack] = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(try value(depth: depth + 1)) }
        return .array(items)
    }

    private mutating func map(_ count: Int, _ depth: Int) throws(MessagePack.Malformed) -> MessagePack {
        guard count <= bytes.count - offset else { throw MessagePack.Malformed() }
        var entries: [(key: MessagePack, value: MessagePack)] = []
        entries.reserveCapacity(count)
        for _ in 0..<count {
            let key = try value(depth: depth + 1)
            entries.append((key, try value(depth: depth + 1)))
        }
        return .map(entries)
    }
}
