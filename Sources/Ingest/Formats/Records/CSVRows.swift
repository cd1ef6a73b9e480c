import DemarcheRecords

/// CSV with a row of names first, after RFC 4180; parted by commas, semicolons or tabs, whichever the first row has most.
///
/// A row becomes a record, a JSON object whose keys are the names in the first row, so that its bytes alone give the
/// article again. A row is refused by the number of its line, and one with an unclosed quotation mark costs only the lines up
/// to that mark. Memory holds one row.
struct CSVRows: DocumentReader {
    private let bytes: ByteReader
    private let path: String
    private let map: FieldMap
    private var separator = UInt8(ascii: ",")
    private var names: [String] = []
    /// The number of the line that comes next, from 1.
    private var line = 1
    private var distrust = Distrust()
    private var isOver = false

    init(_ bytes: ByteReader, path: String, map: FieldMap) {
        self.bytes = bytes
        self.path = path
        self.map = map
        separator = Self.separator(in: bytes.peek(FileFormat.headLength))
    }

    private static func separator(in head: ArraySlice<UInt8>) -> UInt8 {
        let row = head.prefix { $0 != 0x0A }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
        return candidates.max { one, other in row.count { $0 == one } < row.count { $0 == other } } ?? candidates[0]
    }

    mutating func next() -> DocumentEvent? {
        while !isOver {
            let (offset, line) = (bytes.offset, line)
            guard let row = row() else { return end() }
            end(row)
            if let event = event(row, offset, line) { return event }
        }
        return nil
    }

    /// What a row comes to; nil for one without a word and for the row of names.
    private mutating func event(_ row: CSVRow, _ offset: Int, _ line: Int) -> DocumentEvent? {
        if row.isUnbalanced { return unbalanced(offset, line) }
        if row.isTooLarge { return .refused(Ingest.tooLarge(Source.place(path, offset))) }
        if row.fields.allSatisfy(\.isEmpty) { return nil }
        if names.isEmpty { return takeNames(row.fields).map(DocumentEvent.refused) }
        return event(row.fields, offset, line)
    }

    /// Without the names of its columns no row can be read.
    private mutating func unbalanced(_ offset: Int, _ line: Int) -> DocumentEvent {
        isOver = names.isEmpty
        return .refused(
            Refusal(
                path: Source.place(path, offset), code: .damaged,
                reason:
                    "line \(line): a quotation mark opens a field and none closes it; close it, or double marks that "
                    + "stand inside a field. \(isOver ? "Without names of columns nothing is read" : "The next line is read")"
            ))
    }

    private mutating func end() -> DocumentEvent? {
        isOver = true
        return bytes.failure.map(DocumentEvent.refused)
    }

    private mutating func takeNames(_ fields: [[UInt8]]) -> Refusal? {
        names = fields.map { map.names[Self.text($0)] ?? Self.text($0) }
        let known = Set(names.map(FieldNames.folded))
        let wanted = FieldNames.text + FieldNames.html + FieldNames.textBeforeText
        if names.count <= CSVRow.mostColumns, wanted.contains(where: known.contains) { return nil }
        isOver = true
        let found = names.prefix(12).joined(separator: ", ").prefix(200)
        return Refusal(
            path: path, code: .notAnArticle,
            reason: "no column holds the text; the first row names \(found). Name it with --map text=COLUMN")
    }

    private func event(_ fields: [[UInt8]], _ offset: Int, _ line: Int) -> DocumentEvent {
        let place = Source.place(path, offset)
        guard fields.count == names.count else {
            let reason =
                "line \(line): \(fields.count) fields, but \(names.count) columns have names; quote fields that hold separators"
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
    /// The next row; nil at the end. What it took stays in `bytes` until ``end(_:)`` drops it.
    private func row() -> CSVRow? {
        guard !bytes.peek(1).isEmpty else { return nil }
        var row = CSVRow(separator: separator, staysOnLine: distrust.isGiven(at: bytes.offset))
        while !row.take(bytes.available.dropFirst(row.taken.bytes)) {
            if !bytes.fill() {
                row.end()
                break
            }
        }
        return row
    }

    /// Goes on behind the row, or, where its quotation marks are not balanced, behind the line of the one that is not closed.
    private mutating func end(_ row: CSVRow) {
        if row.isUnbalanced, let start = row.lineOfQuote, start.bytes < row.taken.bytes {
            distrust.add(from: bytes.offset, to: bytes.offset + row.taken.bytes)
            pass(start)
        } else {
            pass(row.taken)
            if !row.endsLine, bytes.line(limit: 0) != nil { line += 1 }
        }
    }

    private mutating func pass(_ stretch: (bytes: Int, lines: Int)) {
        bytes.drop(stretch.bytes)
        line += stretch.lines
    }
}

/// How often reading went back behind a quotation mark that is not closed. Past ``most`` times in one stretch no field is
/// believed to go on over the end of a line before that stretch is behind, so that a file costs ``most`` times its length
/// at worst.
private struct Distrust {
    private static let most = 16
    private var times = 0
    private var end = 0

    mutating func add(from start: Int, to end: Int) {
        times = start < self.end ? times + 1 : 1
        self.end = max(self.end, end)
    }

    func isGiven(at offset: Int) -> Bool { times >= Self.most && offset < end }
}
