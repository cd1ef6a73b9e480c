import DemarcheRecords

/// One row of CSV, built byte by byte.
///
/// Quotation marks are RFC 4180's: a field that begins with one goes on to the next that stands alone, over the ends of
/// lines. Inside of a field that does not begin with one they are letters.
struct CSVRow {
    /// How many columns a table may have.
    static let mostColumns = 4_096
    /// The longest field in quotation marks: a page has no more bytes.
    static let longestQuoted = HTMLLimits.bytes

    private(set) var fields: [[UInt8]] = [[]]
    private(set) var size = 0
    /// How many bytes and line feeds of the file were taken.
    private(set) var taken = (bytes: 0, lines: 0)
    /// The same, up to the end of the line in which the last quoted field began; nil while that line goes on.
    private(set) var lineOfQuote: (bytes: Int, lines: Int)?
    /// Whether a quotation mark opens what none closes: the next one stands lines below, in the middle of another field.
    private(set) var isUnbalanced = false
    /// Whether the last byte that was taken is a line feed.
    private(set) var endsLine = false
    private var state = State.start
    private let separator: UInt8
    private let staysOnLine: Bool

    /// Where a row stands in a field.
    private enum State { case start, plain, quoted, quoteInQuoted }

    /// - Parameter staysOnLine: whether no field is believed to go on over the end of a line.
    init(separator: UInt8, staysOnLine: Bool) {
        self.separator = separator
        self.staysOnLine = staysOnLine
    }

    var isTooLarge: Bool { size > Ingest.largestFile }

    /// Takes the bytes up to the end of the row. Whether it ended.
    mutating func take(_ bytes: ArraySlice<UInt8>) -> Bool {
        for byte in bytes {
            endsLine = byte == 0x0A
            taken = (taken.bytes + 1, taken.lines + (endsLine ? 1 : 0))
            let isOver = take(byte)
            if endsLine, state == .quoted, lineOfQuote == nil { lineOfQuote = taken }
            if isOver || isUnbalanced || isTooLarge { return true }
        }
        return false
    }

    /// The file ends.
    mutating func end() { isUnbalanced = state == .quoted }

    /// Whether the row ends with `byte`.
    private mutating func take(_ byte: UInt8) -> Bool {
        let quote = UInt8(ascii: "\"")
        switch (state, byte) {
        case (.start, quote): openQuote()
        case (.quoted, quote): state = .quoteInQuoted
        case (.quoted, _):
            add(byte)
            isUnbalanced = byte == 0x0A && staysOnLine || fields[fields.count - 1].count > Self.longestQuoted
        case (.quoteInQuoted, quote):
            add(quote)
            state = .quoted
        case (_, separator): endField()
        case (_, 0x0A): return true
        case (_, 0x0D): break
        default:
            isUnbalanced = state == .quoteInQuoted && lineOfQuote != nil
            add(byte)
            state = .plain
        }
        return false
    }

    private mutating func openQuote() {
        state = .quoted
        lineOfQuote = nil
    }

    private mutating func add(_ byte: UInt8) {
        size += 1
        fields[fields.count - 1].append(byte)
    }

    private mutating func endField() {
        size += 1
        state = .start
        if fields.count <= Self.mostColumns { fields.append([]) }
    }
}
