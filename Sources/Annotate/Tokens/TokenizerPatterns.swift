internal import Foundation

/// The model's four regular expressions for what is cut off a chunk's ends, where it is cut inside, and what is an address.
///
/// They are run by Foundation's ICU, which gives the same matches as Python's `re` on them. Positions count UTF-16 units of
/// the chunk.
struct TokenizerPatterns: Sendable {
    private let prefix: NSRegularExpression
    private let suffix: NSRegularExpression
    private let infix: NSRegularExpression
    private let address: NSRegularExpression

    /// - Throws: ``ModelError`` when a pattern of the model is no regular expression.
    init(_ file: ModelFile) throws(ModelError) {
        let patterns = try file.strings("tokenizer.patterns")
        guard patterns.count == 4 else { throw file.invalid("tokenizer.patterns") }
        do {
            prefix = try NSRegularExpression(pattern: patterns[0])
            suffix = try NSRegularExpression(pattern: patterns[1])
            infix = try NSRegularExpression(pattern: patterns[2])
            address = try NSRegularExpression(pattern: Self.inICU(patterns[3]))
        } catch {
            throw file.invalid("tokenizer.patterns")
        }
    }

    /// A pattern in ICU's dialect: Python's `\w` is a letter or a number, ICU's also a mark, and not every number.
    private static func inICU(_ pattern: String) -> String {
        pattern.replacing("(?u)", with: "", maxReplacements: 1).replacing(
            #"\w"#, with: #"[[\p{L}\p{N}]&&[\p{Age=14.0}]]_"#)
    }

    /// How many units at the start of `range` are a prefix.
    func prefixLength(_ chunk: Chunk, _ range: Range<Int>) -> Int {
        let end = min(range.upperBound, range.lowerBound + chunk.fullStops(after: range.lowerBound) + Self.longestAffix)
        let (text, window) = chunk.window(range.lowerBound..<end)
        return prefix.firstMatch(in: text, options: .anchored, range: NSRange(window))?.range.length ?? 0
    }

    /// How many units at the end of `range` are a suffix.
    func suffixLength(_ chunk: Chunk, _ range: Range<Int>) -> Int {
        let start = max(
            range.lowerBound, range.upperBound - chunk.fullStops(before: range.upperBound) - Self.longestAffix)
        let (text, window) = chunk.window(start..<range.upperBound)
        return suffix.firstMatch(in: text, range: NSRange(window))?.range.length ?? 0
    }

    /// No prefix and no suffix is longer, but for a run of full stops; so the ends of a chunk of any length are found in the
    /// same time.
    private static let longestAffix = 64

    func isAddress(_ chunk: Chunk, _ range: Range<Int>) -> Bool {
        guard range.count <= Self.longestAddress, chunk.holdsFullStop(range) else { return false }
        return address.firstMatch(in: chunk.text, options: .anchored, range: NSRange(range)) != nil
    }

    /// The expression for addresses takes time with the square of the length; what is longer is none.
    private static let longestAddress = 10_000

    func infixes(_ chunk: Chunk, _ range: Range<Int>) -> [Range<Int>] {
        infix.matches(in: chunk.text, range: NSRange(range)).map { $0.range.lowerBound..<$0.range.upperBound }
    }

    /// Whether any of the three finds something in the text.
    func findsAffix(in text: String) -> Bool {
        let chunk = Chunk(text)
        let whole = 0..<chunk.count
        return prefixLength(chunk, whole) > 0 || suffixLength(chunk, whole) > 0 || !infixes(chunk, whole).isEmpty
    }
}

/// A run without white space, in UTF-16.
struct Chunk {
    let text: String
    private let units: [UInt16]

    init(_ text: String) {
        self.text = text
        units = Array(text.utf16)
    }

    var count: Int { units.count }

    /// The words of a range whose ends are borders of scalars.
    subscript(range: Range<Int>) -> String { String(decoding: units[range], as: UTF16.self) }

    /// A range of the chunk as a text and a range in it. The expressions take time with the length of the text that they are
    /// handed, so a part of a long chunk is a text of its own.
    func window(_ range: Range<Int>) -> (text: String, range: Range<Int>) {
        units.count <= Self.short ? (text, range) : (self[range], 0..<range.count)
    }

    private static let short = 256

    func fullStops(after start: Int) -> Int { units[start...].prefix { $0 == 0x2E }.count }
    func fullStops(before end: Int) -> Int { units[..<end].reversed().prefix { $0 == 0x2E }.count }
    func holdsFullStop(_ range: Range<Int>) -> Bool { units[range].contains(0x2E) }
}
