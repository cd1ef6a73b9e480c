/// The 64-bit ids that spaCy gives strings: MurmurHash64A of their UTF-8 (Austin Appleby, public domain) with seed 1, but
/// a small fixed number for the names in its symbol table, and 0 for the empty string.
enum StringHash {
    static func id(_ string: String) -> UInt64 {
        if string.isEmpty { return 0 }
        if let symbol = Symbols.ids[ExactString(string)] { return symbol }
        var string = string
        return string.withUTF8 { murmur64A(UnsafeRawBufferPointer($0), seed: 1) }
    }

    static func murmur64A(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
        let m: UInt64 = 0xC6A4_A793_5BD1_E995
        var hash = seed ^ (UInt64(bytes.count) &* m)
        var offset = 0
        while bytes.count - offset >= 8 {
            var word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            word = word &* m
            word = (word ^ (word >> 47)) &* m
            hash = (hash ^ word) &* m
            offset += 8
        }
        if offset < bytes.count {
            var rest: UInt64 = 0
            for index in (offset..<bytes.count).reversed() { rest = rest << 8 | UInt64(bytes[index]) }
            hash = (hash ^ rest) &* m
        }
        hash = (hash ^ (hash >> 47)) &* m
        return hash ^ (hash >> 47)
    }
}
