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
    /// What it is to warnings, positions, events and claims; in order, without repetition.
    var roles: [EntryPart.Role] = []
    /// The keys of those, as ``EntryMarks/Mark/key``.
    var entries: [String] = []
    /// Those of them that begin here.
    var starts: [EntryStart] = []
    /// The names of the statements whose content begins here, where names are the anchors.
    var names: [String] = []
}

/// The place where a part of an entry begins.
struct EntryStart: Equatable {
    /// `W3`
    let label: String
    let type: EntryType
    let role: EntryPart.Role
    /// The anchor of the row that says what the entry is.
    let row: String
    /// The anchor of the entry's words, for the first of its parts.
    let anchor: String?
}

/// The parts of all statements and entries of one text, ready to be cut at their borders.
struct TextSegments {
    private struct Mark {
        let span: TextSpan
        let part: TextSegment.Part
        let statement: Int
    }

    private struct EntrySpan {
        let span: TextSpan
        let role: EntryPart.Role
        let mark: EntryMarks.Mark

        /// The longer first where two begin at one place.
        var key: (Int, Int, String) { (span.start, -span.end, mark.key + role.rawValue) }
    }

    private let marks: SpanIndex<Mark>
    private let beginnings: [Int: [Int]]
    private let parts: SpanIndex<EntrySpan>
    private let starts: [Int: [EntryStart]]
    /// By number, where names are the anchors.
    private let names: [Int: String]

    init(
        _ entries: [Ledger.Entry], _ found: [EntryMarks.Mark] = [], in article: Article,
        anchors: AnchorScheme = .numbers
    ) {
        names =
            anchors == .numbers
            ? [:] : Dictionary(entries.map { ($0.number, $0.statement.id) }) { first, _ in first }
        let marks = entries.flatMap(Self.marks).filter { article.text.holds($0.span) && !$0.span.isEmpty }
            .sorted { ($0.span, $0.part, $0.statement) < ($1.span, $1.part, $1.statement) }
        self.marks = SpanIndex(marks, span: \.span)
        let starts = entries.compactMap { entry in
            article.firstWord(of: entry.statement).map { (offset: $0, number: entry.number) }
        }
        beginnings = Dictionary(grouping: starts, by: \.offset).mapValues { $0.map(\.number).sorted() }
        let parts = found.flatMap { mark in
            mark.parts.map { EntrySpan(span: $0.evidence.span, role: $0.role, mark: mark) }
        }.filter { article.text.holds($0.span) && !$0.span.isEmpty }.sorted { $0.key < $1.key }
        self.parts = SpanIndex(parts, span: \.span)
        self.starts = Self.starts(of: parts, in: article)
    }

    /// `block` cut at every border of a mark: nothing is lost and nothing overlaps.
    func segments(of block: TextSpan) -> [TextSegment] {
        let over = marks.overlapping(block)
        let found = parts.overlapping(block)
        let spans = over.map(\.span) + found.map(\.span)
        let borders = Set(spans.flatMap { [$0.start, $0.end] }.filter(block.contains)).union([block.start])
        let starts = borders.sorted()
        return zip(starts, starts.dropFirst() + [block.end]).map { start, end in
            segment(TextSpan(start, end), marks: over, parts: found)
        }
    }

    private func segment(_ span: TextSpan, marks: [Mark], parts: [EntrySpan]) -> TextSegment {
        let over = marks.filter { $0.span.contains(span) }
        let found = parts.filter { $0.span.contains(span) }
        return TextSegment(
            span: span, parts: Set(over.map(\.part)).sorted(),
            depth: Set(over.filter { $0.part == .content }.map(\.statement)).count,
            statements: Set(over.map(\.statement)).sorted(), beginnings: beginnings[span.start] ?? [],
            roles: EntryPart.Role.allCases.filter { role in found.contains { $0.role == role } },
            entries: Set(found.map(\.mark.key)).sorted(), starts: starts[span.start] ?? [],
            names: (beginnings[span.start] ?? []).compactMap { names[$0] })
    }

    /// By offset. A quantity stands in its claim and begins nothing; an entry has one anchor, at its first words.
    private static func starts(of parts: [EntrySpan], in article: Article) -> [Int: [EntryStart]] {
        var anchored: Set<String> = []
        var starts: [Int: [EntryStart]] = [:]
        for part in parts where part.role != .quantity {
            guard let offset = article.firstWord(of: [part.span]) else { continue }
            let isFirst = offset == part.mark.start && anchored.insert(part.mark.key).inserted
            starts[offset, default: []].append(
                EntryStart(
                    label: part.mark.label, type: part.mark.type, role: part.role, row: part.mark.row,
                    anchor: isFirst ? part.mark.anchor : nil
                ))
        }
        return starts
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
