/// Puts the sections of a model together in the format of ``ModelFile``.
struct ModelWriter {
    private var sections: [(name: String, bytes: [UInt8])] = []

    mutating func add<Number: BitwiseCopyable>(_ name: String, _ numbers: [Number]) {
        sections.append((name, numbers.withUnsafeBytes { Array($0) }))
    }

    mutating func add(_ name: String, strings: [String]) {
        var ends: [UInt32] = []
        var words: [UInt8] = []
        for string in strings {
            words += string.utf8
            ends.append(UInt32(words.count))
        }
        let head = ([UInt32(strings.count)] + ends).withUnsafeBytes { Array($0) }
        sections.append((name, head + words))
    }

    /// The whole file.
    func file() -> [UInt8] {
        var table: [UInt8] = []
        var body: [UInt8] = []
        let start = Self.rounded(ModelFile.headerLength + sections.count * ModelFile.entryLength)
        for (name, bytes) in sections {
            let label = Array(name.utf8.prefix(32))
            table += label + [UInt8](repeating: 0, count: 32 - label.count)
            table += Self.bytes(UInt64(start + body.count)) + Self.bytes(UInt64(bytes.count))
            body += bytes
            body += [UInt8](repeating: 0, count: Self.rounded(body.count) - body.count)
        }
        table += [UInt8](repeating: 0, count: start - ModelFile.headerLength - table.count)
        let rest = table + body
        let checksum = rest.withUnsafeBytes { StringHash.murmur64A($0, seed: 0) }
        return ModelFile.magic + Self.bytes(ModelFile.version) + Self.bytes(UInt32(sections.count))
            + Self.bytes(UInt64(ModelFile.headerLength + rest.count)) + Self.bytes(checksum) + rest
    }

    private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    private static func rounded(_ count: Int) -> Int { (count + 63) / 64 * 64 }
}

/// Puts a checksum that fits into bytes laid out as a model file, for tests of what lies behind it.
package enum ModelFileSeal {
    package static func sealed(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count >= ModelFile.headerLength else { return bytes }
        let rest = Array(bytes[ModelFile.headerLength...])
        let checksum = rest.withUnsafeBytes { StringHash.murmur64A($0, seed: 0) }
        return Array(bytes[..<16]) + withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { Array($0) }
            + withUnsafeBytes(of: checksum.littleEndian) { Array($0) } + rest
    }

    /// The number of the section with a name; nil when the file has none.
    package static func section(_ name: String, of file: [UInt8]) -> Int? {
        let count = file.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: 12, as: UInt32.self)) }
        let label = Array(name.utf8) + [UInt8](repeating: 0, count: 32 - name.utf8.count)
        return (0..<count).first { number in
            file[(ModelFile.headerLength + number * ModelFile.entryLength)...].starts(with: label)
        }
    }

    /// A model file with the section of a number overwritten from its beginning, or put in place of it, and sealed.
    package static func altered(
        _ file: [UInt8], section number: Int, with bytes: ArraySlice<UInt8>, whole: Bool
    ) -> [UInt8] {
        func load(_ offset: Int) -> Int {
            file.withUnsafeBytes { Int(truncatingIfNeeded: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
        }
        let count = file.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: 12, as: UInt32.self)) }
        let entry = ModelFile.headerLength + number % max(1, count) * ModelFile.entryLength
        let (start, length) = (load(entry + 32), load(entry + 40))
        var file = file
        let shown = bytes.prefix(length)
        file.replaceSubrange(start..<start + shown.count, with: shown)
        if whole {
            file.replaceSubrange(
                entry + 40..<entry + 48, with: withUnsafeBytes(of: UInt64(shown.count).littleEndian) { Array($0) })
        }
        return sealed(file)
    }
}
