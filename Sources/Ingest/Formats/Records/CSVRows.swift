import DemarcheRecords

/// CSV with a row of names first, after RFC 4180; parted by commas, semicolons or tabs, whichever the first row has most.
///
/// A row becomes a record, a JSON object whose keys are the names in the first row, so that its bytes alone give the
/// article again.
struct CSVRows: DocumentReader {
    /// How many columns a table may have.
    private static let mostColumns = 4_096
    private let bytes: ByteReader
    private let path: String
    private let map: FieldMap
    private var separator = UInt8(ascii: ",")
    private var names: [String] = []
    private var isOver = false

    init(_ bytes: ByteReader, path: String, map: FieldMap) {
        self.bytes = bytes
        self.path = path
        self.map = map
        if bytes.peek(3).elementsEqual([0xEF, 0xBB, 0xBF]) { bytes.drop(3) }
        separator = Self.separator(in: bytes.peek(FileFormat.headLength))
    }

    private static func separator(in head: ArraySlice<UInt8>) -> UInt8 {
        let row = head.prefix { $0 != 0x0A }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
        return candidates.max { one, other in row.count { $0 == one } < row.count { $0 == other } } ?? candidates[0]
    }

    mutating func next() -> DocumentEvent? {
        while !isOver {
            let offset = bytes.offset
            guard let row = row() else { return end() }
            if row.isTooLarge { return .refused(Ingest.tooLarge(Source.place(path, offset))) }
            if row.fields.allSatisfy(\.isEmpty) { continue }
            if names.isEmpty {
                if let refusal = takeNames(row.fields) { return .refused(refusal) }
            } else {
                return event(row.fields, offset)
            }
        }
        return nil
    }

    private mutating func end() -> DocumentEvent? {
        isOver = true
        return bytes.failure.map(DocumentEvent.refused)
    }

    private mutating func takeNames(_ fields: [[UInt8]]) -> Refusal? {
        names = fields.map { map.names[Self.text($0)] ?? Self.text($0) }
        let known = Set(names.map(FieldNames.folded))
        let wanted = FieldNames.text + FieldNames.html + FieldNames.textBeforeText
        if names.count <= Self.mostColumns, wanted.contains(where: known.contains) { return nil }
        isOver = true
        let found = names.prefix(12).joined(separator: ", ").prefix(200)
        return Refusal(
            path: path, code: .notAnArticle,
            reason: "no column holds the text; the first row names \(found). Name it with --map text=COLUMN")
    }

    private func event(_ fields: [[UInt8]], _ offset: Int) -> DocumentEvent {
        let place = Source.place(path, offset)
        guard fields.count == names.count else {
            let reason =
                "\(fields.count) fields, but \(names.count) columns have names; quote fields that hold separators"
            return .refused(Refusal(path: place, code: .damaged, reason: reason))
        }
        let pairs = zip(names, fields).map { ($0, $1.isEmpty ? nil : OrderedJSON.string(Self.text($1))) }
        let record = Array(OrderedJSON.object(pairs).line.utf8)
        return .document(Document(path: path, offset: offset, mediaType: .record, bytes: record))
    }

    private static func text(_ field: [UInt8]) -> String {
        if let text = String(validating: field, as: UTF8.self) { return text }
        let decoded = try? Charset.decode(field, path: "").utf8
        return String(decoding: decoded ?? field, as: UTF8.self)
    }
}

extension CSVRows {
    private struct Row {
        var fields: [[UInt8]] = [[]]
        var size = 0
        var isTooLarge: Bool { size > Ingest.largestFile }

        mutating func add(_ byte: UInt8) {
            size += 1
            if !isTooLarge { fields[fields.count - 1].append(byte) }
        }

        mutating func endField() {
            size += 1
            if !isTooLarge, fields.count <= CSVRows.mostColumns { fields.append([]) }
        }
    }

    /// Where the scanner stands in a field.
    private enum State { case start, plain, quoted, quoteInQuoted }

    /// The next row; nil at the end. Quotation marks inside of a field that does not begin with one are letters.
    private func row() -> Row? {
        guard !bytes.peek(1).isEmpty else { return nil }
        var row = Row()
        var state = State.start
        while true {
            if bytes.available.isEmpty, bytes.peek(1).isEmpty { return row }
            let piece = bytes.available
            var count = 0
            for byte in piece {
                count += 1
                if Self.take(byte, separator, &state, &row) {
                    bytes.drop(count)
                    return row
                }
            }
            bytes.drop(count)
        }
    }

    /// Whether the row ends with `byte`.
    private static func take(_ byte: UInt8, _ separator: UInt8, _ state: inout State, _ row: inout Row) -> Bool {
        let quote = UInt8(ascii: "\"")
        switch (state, byte) {
        case (.start, quote): state = .quoted
        case (.quoted, quote): state = .quoteInQuoted
        case (.quoted, _): row.add(byte)
        case (.quoteInQuoted, quote):
            row.add(quote)
            state = .quoted
        case (_, separator):
            row.endField()
            state = .start
        case (_, 0x0A): return true
        case (_, 0x0D): break
        default:
            row.add(byte)
            state = .plain
        }
        return false
    }
}
