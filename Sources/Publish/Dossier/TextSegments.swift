internal import DemarcheRecords
internal import DemarcheSourceText

/// A stretch of text in which nothing begins or ends, with all the parts that it belongs to.
struct TextSegment: Equatable {
    /// A part of a statement, or the words that name a carrier.
    enum Part: Int, Comparable {
        case content, source, cue, carrier

        static func < (left: Part, right: Part) -> Bool { left.rawValue < right.rawValue }
    }

    let span: TextSpan
    /// In order, without repetition.
    let parts: [Part]
    /// How many contents lie over each other here.
    let depth: Int
    /// The numbers of the statements that it belongs to.
    let statements: [Int]
    /// The numbers of the statements whose content begins here.
    let beginnings: [Int]
}

/// The parts of all statements of one text, ready to be cut at their borders.
struct TextSegments {
    private struct Mark {
        let span: TextSpan
        let part: TextSegment.Part
        let statement: Int
    }

    private let marks: [Mark]
    private let beginnings: [Int: [Int]]

    init(_ entries: [Ledger.Entry], in article: Article) {
        marks = entries.flatMap(Self.marks).filter { article.text.holds($0.span) && !$0.span.isEmpty }
            .sorted { ($0.span, $0.part, $0.statement) < ($1.span, $1.part, $1.statement) }
        let starts = entries.compactMap { entry in
            article.firstWord(of: entry.statement).map { (offset: $0, number: entry.number) }
        }
        beginnings = Dictionary(grouping: starts, by: \.offset).mapValues { $0.map(\.number).sorted() }
    }

    /// `block` cut at every border of a mark: nothing is lost and nothing overlaps.
    func segments(of block: TextSpan) -> [TextSegment] {
        let over = marks.filter { $0.span.overlaps(block) }
        let borders = Set(over.flatMap { [$0.span.start, $0.span.end] }.filter(block.contains)).union([block.start])
        let starts = borders.sorted()
        return zip(starts, starts.dropFirst() + [block.end]).map { start, end in
            segment(TextSpan(start, end), marks: over)
        }
    }

    private func segment(_ span: TextSpan, marks: [Mark]) -> TextSegment {
        let over = marks.filter { $0.span.contains(span) }
        return TextSegment(
            span: span, parts: Set(over.map(\.part)).sorted(),
            depth: Set(over.filter { $0.part == .content }.map(\.statement)).count,
            statements: Set(over.map(\.statement)).sorted(), beginnings: beginnings[span.start] ?? [])
    }

    private static func marks(of entry: Ledger.Entry) -> [Mark] {
        let statement = entry.statement
        let parts: [(TextSegment.Part, [Evidence?])] = [
            (.content, statement.content), (.source, [statement.speaker.mention, statement.speaker.office?.evidence]),
            (.cue, [statement.cue?.evidence]), (.carrier, statement.via.map(\.evidence)),
        ]
        return parts.flatMap { part, evidence in
            evidence.compactMap(\.self).map { Mark(span: $0.span, part: part, statement: entry.number) }
        }
    }
}
