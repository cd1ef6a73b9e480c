import DemarcheRecords
import DemarcheSourceText

/// The place, date and agency that a report begins with: `WASHINGTON, Oct. 14 — `, `Kyiv, Ukraine (AP) – `. It is no part of
/// the first sentence, and a parser that reads it as one goes wrong in all of it.
enum Dateline {
    /// How many bytes the dateline takes with the dash and the white space behind it; 0 where there is none.
    static func length(in paragraph: Substring) -> Int {
        let head = paragraph.prefix(90)
        guard mayBegin(head), let (place, end) = parted(head),
            let first = place.split(whereSeparator: { " ,(".contains($0) }).first,
            first.count >= 3
        else { return 0 }
        let isShouted = first.allSatisfy { $0.isUppercase || $0 == "." || $0 == "-" }
        let isCredited = first.first?.isUppercase == true && place.hasSuffix(")")
        return (isShouted || isCredited) && !place.contains(". ") || isShouted && place.count < 40 ? end : 0
    }

    /// Whether the first bytes are capitals, or an agency stands in brackets.
    private static func mayBegin(_ head: Substring) -> Bool {
        head.utf8.prefix(3).allSatisfy { $0 &- 0x41 < 26 || $0 >= 0x80 } || head.utf8.contains(0x28)
    }

    /// What stands in front of the first dash between blanks, and where the words behind it begin.
    private static func parted(_ head: Substring) -> (place: Substring, end: Int)? {
        for dash in [" — ", " – ", " -- ", " - "] {
            guard let range = head.firstRange(of: dash) else { continue }
            return (head[..<range.lowerBound], head[..<range.upperBound].utf8.count)
        }
        return nil
    }

    /// The first day that a dateline of the article names.
    static func day(in blocks: [AnnotatedBlock], of article: Article, published: CalendarDay?) -> WritingDay? {
        blocks.lazy.compactMap { day(of: $0, in: article, published: published) }.first
    }

    /// The day that a block's dateline names, with the year of publication where it names none; nil when it is further
    /// than a week from publication, or its year is not known.
    private static func day(of block: AnnotatedBlock, in article: Article, published: CalendarDay?) -> WritingDay? {
        guard block.start > block.block.span.start else { return nil }
        let words = article.text[TextSpan(block.block.span.start, block.start)]
        let grammar = TimeGrammar(TimeAtoms(SourceText(String(words)), tokens: []), nil)
        let publication = published.map { WritingDay(day: $0, source: .publication) }
        let resolver = TimeResolver(context: TimeContext(written: publication, isNarrative: false))
        for phrase in grammar.phrases() {
            guard case .date = phrase.meaning, case .day(let day) = resolver.resolve(phrase.meaning).period else {
                continue
            }
            if let published, abs(day.number - published.number) > 7 { continue }
            return WritingDay(day: day, source: .dateline)
        }
        return nil
    }
}
