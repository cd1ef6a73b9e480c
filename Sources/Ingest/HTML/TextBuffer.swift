/// Gathers visible text as a browser would show it: white space runs collapse, what has no width is left out.
struct TextBuffer {
    private(set) var bytes: [UInt8] = []
    /// Where the open block begins; nil between blocks.
    private(set) var blockStart: Int?
    private var owesSpace = false
    private var lineBreak: Int?

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Adds a run of text; gives how many bytes it added, not counting white space before it.
    mutating func append(_ run: UnsafeBufferPointer<UInt8>) -> Int {
        var index = 0
        var start: Int?
        while index < run.count {
            let byte = run[index]
            if byte > 0x20, byte < 0x7F {
                if start == nil { start = begin() }
                if owesSpace { space() }
                bytes.append(byte)
                index += 1
            } else {
                index += appendUnusual(run, index, &start)
            }
        }
        return start.map { bytes.count - $0 } ?? 0
    }

    /// A line break is white space; two of them end the block, which this gives as true.
    mutating func breakLine() -> Bool {
        owesSpace = true
        guard blockStart != nil else { return false }
        let isSecond = lineBreak.map { isBlank(from: $0) } ?? false
        lineBreak = bytes.count
        return isSecond
    }

    /// Ends the open block; gives where it lies, nil when there was none.
    mutating func endBlock() -> Range<Int>? {
        defer { (blockStart, owesSpace, lineBreak) = (nil, false, nil) }
        guard let start = blockStart else { return nil }
        while bytes.count > start {
            if bytes[bytes.count - 1] == 0x20 {
                bytes.removeLast()
            } else if bytes.count - start > 1, bytes.suffix(2).elementsEqual([0xC2, 0xA0]) {
                bytes.removeLast(2)
            } else {
                break
            }
        }
        return start..<bytes.count
    }

    /// White space, control characters and characters of more than one byte; gives how many bytes were read.
    private mutating func appendUnusual(_ run: UnsafeBufferPointer<UInt8>, _ index: Int, _ start: inout Int?) -> Int {
        let byte = run[index]
        if byte <= 0x20 {
            if byte == 0x20 || (0x09...0x0D).contains(byte) { owesSpace = true }
            return 1
        }
        if byte == 0x7F { return 1 }
        let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
        let scalar = UnsafeBufferPointer(rebasing: run[index..<min(index + width, run.count)])
        if hasNoWidth(scalar) || blockStart == nil && isBlank(scalar) { return scalar.count }
        if start == nil { start = begin() }
        if owesSpace { space() }
        bytes.append(contentsOf: scalar)
        return scalar.count
    }

    private mutating func begin() -> Int {
        guard blockStart == nil else { return bytes.count + (owesSpace ? 1 : 0) }
        if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
        owesSpace = false
        blockStart = bytes.count
        return bytes.count
    }

    private mutating func space() {
        bytes.append(0x20)
        owesSpace = false
    }

    private func isBlank(from start: Int) -> Bool {
        bytes[start...].allSatisfy { $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 }
    }

    /// Soft hyphen, zero-width space, word joiner, byte-order mark, and the C1 control characters.
    private func hasNoWidth(_ scalar: UnsafeBufferPointer<UInt8>) -> Bool {
        switch (scalar[0], scalar.count > 1 ? scalar[1] : 0, scalar.count > 2 ? scalar[2] : 0) {
        case (0xC2, 0xAD, _), (0xC2, 0x80...0x9F, _), (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): true
        default: false
        }
    }

    /// White space that does not collapse within a line: no-break, typographic and ideographic spaces.
    private func isBlank(_ scalar: UnsafeBufferPointer<UInt8>) -> Bool {
        switch (scalar[0], scalar.count > 1 ? scalar[1] : 0, scalar.count > 2 ? scalar[2] : 0) {
        case (0xC2, 0xA0, _), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xAF), (0xE3, 0x80, 0x80): true
        default: false
        }
    }
}
