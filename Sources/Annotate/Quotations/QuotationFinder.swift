import DemarcheSourceText

/// Pairs quotation marks: curly, straight, guillemets, single and low ones, doubled apostrophes (`''so''`), nested, and
/// mixed by a careless typesetter.
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
    /// From where on it was looked for a single closing mark, and where that stands, or the paragraph's end.
    private var nextClosing: Range<Int>?

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
        let bytes = text.string.utf8.span
        var offset = paragraph.start
        if let first = stack.first, Self.isDoubleOpening(Place(bytes, offset, paragraph).mark) {
            stack = [first]
            stack[0].outerStart = offset
            offset = Place(bytes, offset, paragraph).end
            stack[0].contentStart = offset
        }
        while offset < paragraph.end {
            if Self.maybeMark(bytes[offset]) {
                let place = Place(bytes, offset, paragraph)
                read(place, bytes, paragraph)
                offset = place.end
            } else {
                offset += 1
            }
        }
    }

    /// Whether a mark may begin with this byte: `"`, `'`, a grave accent, and the lead bytes of the curly marks and the
    /// guillemets.
    private static func maybeMark(_ byte: UInt8) -> Bool {
        byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0xE2 || byte == 0xC2
    }

    private mutating func read(_ place: Place, _ bytes: Span<UInt8>, _ paragraph: TextSpan) {
        switch place.mark {
        case "“", "„", "«", "‹": openOrClose(place, place.mark == "‹" ? .single : .double)
        case "”", "»": close(.double, place)
        case "\"": place.opens && !closesFirst(place) ? open(place, .double) : close(.double, place)
        case "‘": open(place, .single)
        case "’", "›": if !place.isApostrophe { close(.single, place) }
        case "'": readApostrophe(place, bytes, paragraph)
        default: break
        }
    }

    /// An opening mark where a closing one should stand closes, as in `„so“` and `“so“`.
    private mutating func openOrClose(_ place: Place, _ level: Level) {
        let closes = place.mark == "“" && stack.last.map { $0.mark == "„" || $0.mark == "“" } ?? false
        if closes, let before = place.before, !before.isWhiteSpace, !place.isFollowedByWord {
            close(level, place)
        } else {
            open(place, level)
        }
    }

    /// A straight mark with white space on neither side closes what is open.
    private func closesFirst(_ place: Place) -> Bool { stack.last?.mark == "\"" && !place.isFollowedByWord }

    private mutating func readApostrophe(_ place: Place, _ bytes: Span<UInt8>, _ paragraph: TextSpan) {
        if place.isApostrophe { return }
        if stack.contains(where: { $0.level == .single }), !place.opens {
            close(.single, place)
        } else if place.opens, closesLater(place, bytes, paragraph) {
            open(place, .single)
        }
    }

    /// Whether a single closing mark stands further down in the paragraph. The place found is kept, so that all these
    /// questions together read a paragraph once.
    private mutating func closesLater(_ place: Place, _ bytes: Span<UInt8>, _ paragraph: TextSpan) -> Bool {
        if let known = nextClosing, known.contains(place.end) { return known.upperBound < paragraph.end }
        var offset = place.end
        while offset < paragraph.end, !isSingleClosing(bytes, offset, paragraph) { offset += 1 }
        nextClosing = place.end..<offset
        return offset < paragraph.end
    }

    private func isSingleClosing(_ bytes: Span<UInt8>, _ offset: Int, _ paragraph: TextSpan) -> Bool {
        guard Self.maybeMark(bytes[offset]) else { return false }
        let place = Place(bytes, offset, paragraph)
        guard place.mark == "'" || place.mark == "’", let before = place.before else { return false }
        return !before.isWhiteSpace && !place.isFollowedByWord
            && (before != "s" || place.after.map { !$0.isWhiteSpace } ?? true)
    }

    private mutating func open(_ place: Place, _ level: Level) {
        found.append(Quotation(pieces: [], outer: [], parent: stack.last?.quotation, notes: []))
        stack.append(
            Open(
                quotation: found.count - 1, level: level, mark: place.mark, contentStart: place.end,
                outerStart: place.offset))
    }

    /// Closes the innermost quotation of `level`; what is open inside it is unbalanced and ends there too.
    private mutating func close(_ level: Level, _ place: Place) {
        guard let position = stack.lastIndex(where: { $0.level == level }) else { return }
        while stack.count > position + 1 { finish(stack.removeLast(), place.offset, place.offset, balanced: false) }
        finish(stack.removeLast(), place.offset, place.end, balanced: true)
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
        Self.isDoubleOpening(Place(text.string.utf8.span, paragraph.start, paragraph).mark)
    }

    private static func isDoubleOpening(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "“" || scalar == "\"" || scalar == "„" || scalar == "«"
    }
}

/// A scalar that may be a mark, or two that stand for a straight double one, with its neighbours in the paragraph.
private struct Place {
    let mark: Unicode.Scalar
    let offset: Int
    let end: Int
    let before: Unicode.Scalar?
    let after: Unicode.Scalar?

    /// - Precondition: a scalar of the paragraph begins at `offset`.
    init(_ bytes: Span<UInt8>, _ offset: Int, _ paragraph: TextSpan) {
        let scalar = bytes.scalar(at: offset) ?? " "
        let isDoubled =
            (scalar == "'" || scalar == "`") && offset + 1 < paragraph.end && bytes[offset + 1] == bytes[offset]
        mark = isDoubled ? "\"" : scalar
        self.offset = offset
        end = offset + (isDoubled ? 2 : UTF8.width(scalar))
        before = offset > paragraph.start ? bytes.scalar(before: offset) : nil
        after = end < paragraph.end ? bytes.scalar(at: end) : nil
    }

    var isFollowedByWord: Bool { after?.isWordScalar == true }
    var isApostrophe: Bool { before?.isWordScalar == true && isFollowedByWord }

    /// Whether the mark stands as an opening one does: behind white space, a bracket, a dash or another mark, and in front of
    /// something else than white space.
    var opens: Bool {
        guard let after, !after.isWhiteSpace else { return false }
        guard let before, !before.isWhiteSpace else { return true }
        switch before {
        case "(", "[", "{", "—", "–", "-", "“", "‘", "\"", "'", "/", ":": return true
        default: return false
        }
    }
}
