internal import DemarcheRecords
internal import DemarcheSourceText

/// One article with its full text, shown by the template `article`.
struct ArticleView {
    let number: Int
    let headline: String
    let outlet: String?
    let date: String?
    let published: String
    let modified: String?
    let bylines: String?
    let agencies: String?
    let url: String?
    let path: String
    let sha256: String
    let statementCount: String
    let groups: [BlockGroup]
    let found: FoundView?
    let language: LanguageView?

    init(
        _ article: Article, number: Int, entries: [Ledger.Entry], marks: [EntryMarks.Mark], found: FoundView?,
        sentences: [SentenceNote], anchors: AnchorScheme = .numbers
    ) {
        let metadata = article.metadata
        self.number = number
        headline = metadata.headline ?? "Article \(number), without a headline"
        outlet = Wording.outlet(metadata.outlet)
        date = metadata.published.map(Wording.date)
        published = Wording.published(metadata.published)
        modified = metadata.modified.map(Wording.date)
        bylines = Self.list(metadata.bylines)
        agencies = Self.list(metadata.agencies)
        url = metadata.url
        path = article.source.path
        sha256 = String(article.source.sha256.prefix(12))
        statementCount = Wording.count(entries.count, "statement")
        groups = BlockGroup.all(article, TextSegments(entries, marks, in: article, anchors: anchors))
        self.found = found
        language = LanguageView(sentences, in: article.text)
    }

    private static func list(_ names: [String]) -> String? { names.isEmpty ? nil : names.joined(separator: ", ") }
}

/// Neighbouring blocks under one label, or blocks of the article itself, which need none.
struct BlockGroup {
    let apart: Apart?
    let blocks: [BlockView]

    /// What sets a group apart from the article.
    struct Apart {
        let label: String
        let classes: String
    }

    static func all(_ article: Article, _ segments: TextSegments) -> [BlockGroup] {
        var runs: [(label: String?, blocks: [Block])] = []
        for block in article.blocks where article.text.holds(block.span) {
            let label = label(of: block)
            if let last = runs.last, last.label == label {
                runs[runs.count - 1].blocks.append(block)
            } else {
                runs.append((label, [block]))
            }
        }
        return runs.map { run in
            BlockGroup(
                apart: run.label.map { Apart(label: $0, classes: classes(of: run.blocks)) },
                blocks: run.blocks.map { BlockView($0, in: article, segments.segments(of: $0.span)) })
        }
    }

    private static func classes(of blocks: [Block]) -> String {
        blocks.first?.kind == .opinion ? "apart opinion" : "apart"
    }

    private static func label(of block: Block) -> String? {
        switch block.kind {
        case .boilerplate: Wording.reason(block.reason)
        case .opinion: "outlet’s own opinion"
        default: nil
        }
    }
}

/// One block as segments.
struct BlockView {
    let kind: String
    let isHeading: Bool
    let isQuotation: Bool
    let isParagraph: Bool
    let segments: [SegmentView]

    init(_ block: Block, in article: Article, _ segments: [TextSegment]) {
        kind = block.kind.rawValue
        isHeading = block.kind == .heading
        isQuotation = block.kind == .quotation
        isParagraph = !isHeading && !isQuotation
        self.segments = segments.map { SegmentView($0, in: article.text) }
    }
}

/// A segment with the classes of its parts, or bare text.
struct SegmentView {
    let text: String
    let mark: MarkView?

    /// What surrounds the text of a segment that belongs to something found.
    struct MarkView {
        let classes: String
        let statements: String?
        let entries: String?
        let beginnings: [Int]
        /// Of the entries whose first words these are.
        let anchors: [String]
        let starts: [StartView]
    }

    /// The sign in front of the words of an entry.
    struct StartView {
        let label: String
        let type: String
        /// What the words are to the entry; nil where the entry is nothing but these words.
        let role: String?
        /// For those who hear the page: *Warning 3, trigger*.
        let name: String
        let row: String

        init(_ start: EntryStart) {
            label = start.label
            type = start.type.rawValue
            let isWhole = start.role.rawValue == type
            role = isWhole ? nil : start.role.rawValue
            let words = isWhole ? "" : ", \(start.role.rawValue)"
            name = type.prefix(1).uppercased() + type.dropFirst() + " " + start.label.dropFirst() + words
            row = start.row
        }
    }

    init(_ segment: TextSegment, in text: SourceText) {
        self.text = String(text[segment.span])
        guard !segment.parts.isEmpty || !segment.roles.isEmpty else {
            mark = nil
            return
        }
        let names = segment.parts.map(Self.className) + (segment.depth > 1 ? ["deep"] : [])
        mark = MarkView(
            classes: (names + segment.roles.map(\.rawValue)).joined(separator: " "),
            statements: Self.list(segment.statements.map(String.init)), entries: Self.list(segment.entries),
            beginnings: segment.beginnings, anchors: segment.names + segment.starts.compactMap(\.anchor),
            starts: segment.starts.map(StartView.init))
    }

    private static func list(_ keys: [String]) -> String? { keys.isEmpty ? nil : keys.joined(separator: " ") }

    private static func className(_ part: TextSegment.Part) -> String {
        switch part {
        case .content: "con"
        case .source: "src"
        case .cue: "cue"
        case .carrier: "via"
        }
    }
}
