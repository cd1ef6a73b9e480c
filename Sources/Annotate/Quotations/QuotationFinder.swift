import DemarcheSourceText

/// Pairs quotation marks: curly, straight, guillemets, single and low ones, nested, and mixed by a careless typesetter.
///
/// A quotation left open at the end of a paragraph goes on in the next one if that begins with an opening mark, as
/// English typesets long quotations; else it ends with its paragraph and is noted as unbalanced. An apostrophe is told
/// from a single mark by the letters around it and by whether a single quotation is open.
struct QuotationFinder {
    private enum Level { case double, single }
    private struct Open {
        var quotation: Int
        var level: Level
        var mark: Unicode.Scalar
        var contentStart: Int
        var outerStart: Int
    }

    let text: SourceText
    private var found: [Quotation] = []
    private var stack: [Open] = []

    /// The quotations of `paragraphs` in order of their opening marks.
    static func quotations(in paragraphs: [TextSpan], of text: SourceText) -> [Quotation] {
        var finder = QuotationFinder(text: text)
        for (index, paragraph) in paragraphs.enumerated() {
            finder.scan(paragraph)
            finder.end(paragraph, next: index + 1 < paragraphs.count ? paragraphs[index + 1] : nil)
        }
        return finder.found
    }

    private init(text: SourceText) { self.text = text }

    private mutating func scan(_ paragraph: TextSpan) {
        var cursor = Cursor(text, paragraph)
        if let first = stack.first, let mark = cursor.next, Self.isDoubleOpening(mark) {
            stack = [first]
            stack[0].outerStart = cursor.offset
            cursor.advance()
            stack[0].contentStart = cursor.offset
        }
        while let scalar = cursor.next {
            if Self.marks.contains(scalar) { read(scalar, cursor, paragraph) }
            cursor.advance()
        }
    }

    private mutating func read(_ mark: Unicode.Scalar, _ cursor: Cursor, _ paragraph: TextSpan) {
        let before = cursor.previous
        let after = cursor.afterNext
        switch mark {
        case "“", "„", "«", "‹": openOrClose(mark, cursor, mark == "‹" ? .single : .double)
        case "”", "»": close(.double, cursor)
        case "\"":
            Self.opens(before, after) && !closesFirst(after) ? open(mark, cursor, .double) : close(.double, cursor)
        case "‘": open(mark, cursor, .single)
        case "’", "›": if !Self.isApostrophe(before, after) { close(.single, cursor) }
        case "'": readApostrophe(cursor, paragraph)
        default: break
        }
    }

    /// An opening mark where a closing one should stand closes, as in `„so“` and `“so“`.
    private mutating func openOrClose(_ mark: Unicode.Scalar, _ cursor: Cursor, _ level: Level) {
        let closes = mark == "“" && stack.last.map { $0.mark == "„" || $0.mark == "“" } ?? false
        if closes, let before = cursor.previous, !before.properties.isWhitespace,
            !(cursor.afterNext?.isWordScalar ?? false)
        {
            close(level, cursor)
        } else {
            open(mark, cursor, level)
        }
    }

    /// A straight mark with white space on neither side closes what is open.
    private func closesFirst(_ after: Unicode.Scalar?) -> Bool {
        stack.last?.mark == "\"" && !(after?.isWordScalar ?? false)
    }

    private mutating func readApostrophe(_ cursor: Cursor, _ paragraph: TextSpan) {
        let before = cursor.previous
        let after = cursor.afterNext
        if Self.isApostrophe(before, after) { return }
        if stack.contains(where: { $0.level == .single }), !Self.opens(before, after) {
            close(.single, cursor)
        } else if Self.opens(before, after), closesLater(cursor, paragraph) {
            open("'", cursor, .single)
        }
    }

    private func closesLater(_ cursor: Cursor, _ paragraph: TextSpan) -> Bool {
        var ahead = cursor
        ahead.advance()
        while let scalar = ahead.next {
            if scalar == "'" || scalar == "’", let before = ahead.previous, !before.properties.isWhitespace,
                !(ahead.afterNext?.isWordScalar ?? false),
                before != "s" || ahead.afterNext.map({ !$0.properties.isWhitespace }) ?? true
            {
                return true
            }
            ahead.advance()
        }
        return false
    }

    private mutating func open(_ mark: Unicode.Scalar, _ cursor: Cursor, _ level: Level) {
        let contentStart = cursor.offset + UTF8.width(mark)
        found.append(Quotation(pieces: [], outer: [], parent: stack.last?.quotation, notes: []))
        stack.append(
            Open(
                quotation: found.count - 1, level: level, mark: mark, contentStart: contentStart,
                outerStart: cursor.offset))
    }

    /// Closes the innermost quotation of `level`; what is open inside it is unbalanced and ends there too.
    private mutating func close(_ level: Level, _ cursor: Cursor) {
        guard let position = stack.lastIndex(where: { $0.level == level }), let mark = cursor.next else { return }
        while stack.count > position + 1 { finish(stack.removeLast(), cursor.offset, cursor.offset, balanced: false) }
        finish(stack.removeLast(), cursor.offset, cursor.offset + UTF8.width(mark), balanced: true)
    }

    private mutating func finish(_ open: Open, _ contentEnd: Int, _ outerEnd: Int, balanced: Bool) {
        let content = text.trimmed(TextSpan(open.contentStart, max(open.contentStart, contentEnd)))
        found[open.quotation].pieces.append(content)
        found[open.quotation].outer.append(TextSpan(open.outerStart, outerEnd))
        if !balanced { found[open.quotation].notes.append(Quotation.unbalanced) }
    }

    private mutating func end(_ paragraph: TextSpan, next: TextSpan?) {
        guard let first = stack.first else { return }
        let goesOn = first.level == .double && (next.map(beginsWithOpeningMark) ?? false)
        for open in stack.dropFirst().reversed() { finish(open, paragraph.end, paragraph.end, balanced: false) }
        finish(first, paragraph.end, paragraph.end, balanced: goesOn)
        stack = goesOn ? [first] : []
    }

    private func beginsWithOpeningMark(_ paragraph: TextSpan) -> Bool {
        text[paragraph].unicodeScalars.first.map(Self.isDoubleOpening) ?? false
    }

    private static let marks: Set<Unicode.Scalar> = ["“", "”", "„", "«", "»", "‹", "›", "‘", "’", "\"", "'"]

    private static func isDoubleOpening(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "“" || scalar == "\"" || scalar == "„" || scalar == "«"
    }

    private static func isApostrophe(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
        before?.isWordScalar == true && after?.isWordScalar == true
    }

    private static func opens(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
        guard let after, !after.properties.isWhitespace else { return false }
        guard let before else { return true }
        return before.properties.isWhitespace || "([{—–-“‘\"'/:".unicodeScalars.contains(before)
    }
}
