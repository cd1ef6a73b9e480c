import DemarcheRecords

/// A file of JSON: a list of records, of which memory holds one; or one value, which is a record, a feed, or the first
/// line of many.
struct JSONFile: DocumentReader {
    private let bytes: ByteReader
    private let path: String
    private let map: FieldMap
    private var elements: JSONElements?
    private var lines: JSONLines?
    private var feed: FeedItems?
    private var isOver = false

    init(_ bytes: ByteReader, path: String, map: FieldMap) {
        self.bytes = bytes
        self.path = path
        self.map = map
        let start = bytes.peek(FileFormat.headLength).drop { $0 == 0x20 || $0 &- 0x09 < 5 }
        if start.first == UInt8(ascii: "[") {
            elements = JSONElements(bytes)
        } else if Self.isWholeLine(start) {
            lines = JSONLines(bytes, path: path, map: map)
        }
    }

    /// Whether the first line is an object and another follows.
    private static func isWholeLine(_ start: ArraySlice<UInt8>) -> Bool {
        guard let end = start.firstIndex(of: 0x0A) else { return false }
        let line = Array(start[..<end]).trimmedOfSpace
        let next = start[end...].first { $0 != 0x20 && $0 &- 0x09 >= 5 }
        return line.count > 1 && line.last == UInt8(ascii: "}") && next == UInt8(ascii: "{")
    }

    mutating func next() -> DocumentEvent? {
        if lines != nil { return lines?.next() }
        if elements != nil { return nextElement() }
        guard !isOver else { return feed?.next() }
        isOver = true
        guard let all = bytes.rest(limit: Ingest.largestFile) else { return .refused(Ingest.tooLarge(path)) }
        if let failure = bytes.failure { return .refused(failure) }
        do throws(Refusal) { try JSONBudget.check(all, path: path) } catch { return .refused(error) }
        if JSONFeed(all, base: nil) != nil {
            feed = FeedItems(ByteReader(BytesInMemory(all)), path: path)
            return feed?.next()
        }
        return RecordDocument.event(all, path: path, offset: nil, map: map)
    }

    private mutating func nextElement() -> DocumentEvent? {
        guard !isOver else { return nil }
        switch elements?.next() {
        case .element(let json, let offset):
            return RecordDocument.event(json, path: path, offset: offset, map: map)
        case .tooLarge(let offset): return .refused(Ingest.tooLarge(Source.place(path, offset)))
        case .cutOff(let offset):
            isOver = true
            let reason = "the list of records is cut off or damaged from here on; what stands before it was read"
            let failure = Refusal(path: Source.place(path, offset), code: .damaged, reason: reason)
            return .refused(bytes.failure ?? failure)
        case .end, nil:
            isOver = true
            return bytes.failure.map(DocumentEvent.refused)
        }
    }
}

/// Cuts a JSON array into its elements without reading them.
struct JSONElements {
    enum Element {
        case element([UInt8], offset: Int)
        case tooLarge(offset: Int)
        case cutOff(offset: Int)
        case end
    }

    private let bytes: ByteReader

    /// `bytes` stand before the `[` or the white space in front of it.
    init(_ bytes: ByteReader) {
        self.bytes = bytes
        Self.skipSpace(bytes)
        bytes.drop(1)
    }

    mutating func next() -> Element {
        Self.skipSpace(bytes)
        while bytes.peek(1).first == UInt8(ascii: ",") {
            bytes.drop(1)
            Self.skipSpace(bytes)
        }
        switch bytes.peek(1).first {
        case nil: return .cutOff(offset: bytes.offset)
        case UInt8(ascii: "]"): return .end
        case UInt8(ascii: "{"): return object()
        default: return .cutOff(offset: bytes.offset)
        }
    }

    /// Up to the brace that closes the first; braces in strings do not count.
    private func object() -> Element {
        let offset = bytes.offset
        var element: [UInt8] = []
        var size = 0
        var scanner = BraceScanner()
        while !bytes.peek(1).isEmpty {
            let piece = bytes.available
            let end = scanner.end(of: piece)
            let taken = piece[..<(end ?? piece.endIndex)]
            size += taken.count
            if size <= Ingest.largestFile { element += taken } else { element = [] }
            bytes.drop(taken.count)
            if end != nil {
                return size <= Ingest.largestFile ? .element(element, offset: offset) : .tooLarge(offset: offset)
            }
        }
        return .cutOff(offset: offset)
    }

    private static func skipSpace(_ bytes: ByteReader) {
        while let next = bytes.peek(1).first, next == 0x20 || next &- 0x09 < 5 { bytes.drop(1) }
    }
}

/// Finds the brace that closes the first one.
private struct BraceScanner {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false

    mutating func end(of piece: ArraySlice<UInt8>) -> Int? {
        for index in piece.indices {
            let byte = piece[index]
            if isEscaped {
                isEscaped = false
            } else if isInString {
                if byte == UInt8(ascii: "\\") { isEscaped = true }
                if byte == UInt8(ascii: "\"") { isInString = false }
            } else if byte == UInt8(ascii: "\"") {
                isInString = true
            } else if byte == UInt8(ascii: "{") {
                depth += 1
            } else if byte == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return index + 1 }
            }
        }
        return nil
    }
}
