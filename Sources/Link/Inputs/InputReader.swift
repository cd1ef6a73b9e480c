/// Reads what ``InputWriter`` wrote. Behind the first thing that does not fit all is empty and ``isBroken`` is true.
struct InputReader {
    private let bytes: [UInt8]
    private var offset = 0
    private var strings: [String] = []
    private(set) var isBroken = false

    /// Linear in the bytes.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let count = length()
        strings.reserveCapacity(count)
        for _ in 0..<count where !isBroken {
            let text = run(length())
            strings.append(String(decoding: bytes[text], as: UTF8.self))
        }
    }

    /// Whether all was read and all of it was sound.
    var isComplete: Bool { !isBroken && offset == bytes.count }

    mutating func int() -> Int {
        var (value, shift) = (UInt64(0), UInt64(0))
        while offset < bytes.count, shift < 64 {
            let byte = bytes[offset]
            offset += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(Int64(bitPattern: value >> 1)) ^ -Int(value & 1) }
            shift += 7
        }
        isBroken = true
        return 0
    }

    mutating func flag() -> Bool {
        let place = run(1)
        return !place.isEmpty && bytes[place.lowerBound] != 0
    }

    mutating func string() -> String {
        let place = int()
        guard strings.indices.contains(place) else {
            isBroken = true
            return ""
        }
        return strings[place]
    }

    /// - Parameter fallback: given where the name is none of the values, which then count as broken.
    mutating func value<Value: RawRepresentable<String>>(or fallback: Value) -> Value {
        if let value = Value(rawValue: string()) { return value }
        isBroken = true
        return fallback
    }

    mutating func optional<Value>(_ each: (inout InputReader) -> Value) -> Value? { flag() ? each(&self) : nil }

    mutating func optionalString() -> String? { optional { $0.string() } }

    mutating func array<Value>(_ each: (inout InputReader) -> Value) -> [Value] {
        let count = length()
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count where !isBroken { values.append(each(&self)) }
        return values
    }

    /// The first day and the last; one that is not in order counts as broken.
    mutating func days() -> ClosedRange<Int> {
        let (first, last) = (int(), int())
        guard first <= last else {
            isBroken = true
            return first...first
        }
        return first...last
    }

    mutating func stringArray() -> [String] { array { $0.string() } }

    mutating func byteArray() -> [UInt8] {
        let count = length()
        return Array(bytes[run(count)])
    }

    mutating func numberArray() -> [UInt32] {
        let place = run(4 * length())
        return stride(from: place.lowerBound, to: place.upperBound, by: 4).map { at in
            UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16 | UInt32(bytes[at + 3]) << 24
        }
    }

    /// A count of things of which each takes at least a byte.
    private mutating func length() -> Int {
        let count = int()
        guard count >= 0, count <= bytes.count - offset else {
            isBroken = true
            return 0
        }
        return count
    }

    private mutating func run(_ count: Int) -> Range<Int> {
        guard count >= 0, count <= bytes.count - offset, !isBroken else {
            isBroken = true
            return offset..<offset
        }
        offset += count
        return offset - count..<offset
    }
}
