import DemarcheRecords
import DemarcheSourceText

/// Finds and resolves the expressions of time of one article.
struct TimeReader {
    private let article: Article
    private let blocks: [AnnotatedBlock]
    private let found: [[TimePhrase]]
    private let grammars: [TimeGrammar]
    /// For each token of a block with expressions the number of its sentence.
    private let sentences: [[Int]]

    init(_ article: Article, _ blocks: [AnnotatedBlock]) {
        self.article = article
        self.blocks = blocks
        grammars = blocks.map { TimeGrammar(TimeAtoms($0.language.text, tokens: $0.language.tokens), $0.language) }
        found = grammars.map { $0.phrases() }
        sentences = zip(blocks, found).map { block, found in found.isEmpty ? [] : block.language.sentenceNumbers }
    }

    func times() -> ArticleTimes {
        let published = article.metadata.published.flatMap { CalendarDay(iso: $0.date) }
        let stated =
            Dateline.day(in: blocks, of: article, published: published)
            ?? published.map { WritingDay(day: $0, source: .publication) }
        let (clue, index) = stated == nil ? derived() : (nil, nil)
        let written = stated ?? clue.flatMap(\.written)
        var context = TimeContext(
            written: written,
            isNarrative: clue == nil && TimeDomain.isNarrative(found.joined().map(\.meaning), written: written))
        if written == nil, let clue, let index {
            context.hint = TimeContext.Base(period: .day(clue.days.upperBound), anchor: .expression(index))
        }
        return times(&context, clue)
    }

    private func times(_ context: inout TimeContext, _ clue: PublicationClue?) -> ArticleTimes {
        var expressions: [TimeExpression] = []
        var ranges: [TimeRange] = []
        var places: [Range<Int>] = []
        for block in blocks.indices {
            context.block = block
            context.explicit = nil
            let first = expressions.count
            for phrase in found[block] { expressions.append(expression(phrase, expressions.count, &context)) }
            ranges += self.ranges(in: block, Array(expressions[first...]), first)
            places.append(first..<expressions.count)
        }
        return ArticleTimes(
            expressions: expressions, ranges: ranges, written: context.written, derived: clue,
            isNarrative: context.isNarrative, places: places)
    }

    /// The day of publication from the article's own words, and the expression that gives it.
    private func derived() -> (PublicationClue?, Int?) {
        var (named, known): ([PublicationClue.Named], [CalendarDay]) = ([], captionDays)
        var index = 0
        for block in blocks.indices {
            for (place, phrase) in found[block].enumerated() {
                defer { index += 1 }
                guard case .date(let fields, of: nil) = phrase.meaning, fields.month != nil else { continue }
                if let day = fields.year.flatMap({ TimeResolver.period(fields, $0)?.days?.lowerBound }) {
                    if tense(of: phrase, block) != .future { known.append(day) }
                } else if fields.weekday != nil, fields.day != nil {
                    let shift = place > 0 ? grammars[block].shift(found[block][place - 1], phrase) : nil
                    named.append(
                        .init(
                            fields: fields, tense: tense(of: phrase, block), fromWriting: shift,
                            span: span(of: phrase, block), index: index))
                }
            }
        }
        return PublicationClue.find(named, known: known).map { ($0.clue, $0.index) } ?? (nil, nil)
    }

    /// The days that captions name with their year, when a picture was taken.
    private var captionDays: [CalendarDay] {
        article.blocks.filter { $0.kind == .caption }.flatMap { block -> [CalendarDay] in
            let atoms = TimeAtoms(SourceText(String(article.text[block.span])), tokens: [])
            return TimeGrammar(atoms, nil).phrases().compactMap { phrase in
                guard case .date(let fields, of: nil) = phrase.meaning, let year = fields.year, fields.day != nil,
                    case .day(let day)? = TimeResolver.period(fields, year)
                else { return nil }
                return day
            }
        }
    }

    private func tokens(of phrase: TimePhrase, _ block: Int) -> Range<Int> {
        let atoms = grammars[block].atoms.atoms
        return Int(atoms[phrase.atoms.lowerBound].token)..<Int(atoms[phrase.end - 1].token) + 1
    }

    private func tense(of phrase: TimePhrase, _ block: Int) -> Tense? {
        blocks[block].language.tense(at: tokens(of: phrase, block), isHeading: blocks[block].block.kind.isHeading)
    }

    private func span(of phrase: TimePhrase, _ block: Int) -> TextSpan {
        let span = grammars[block].atoms.span(phrase.atoms)
        return TextSpan(blocks[block].start + span.start, blocks[block].start + span.end)
    }

    private func expression(_ phrase: TimePhrase, _ index: Int, _ context: inout TimeContext) -> TimeExpression {
        let tokens = tokens(of: phrase, context.block)
        context.tense = tense(of: phrase, context.block)
        context.sentence = sentences[context.block][tokens.lowerBound]
        var resolution = TimeResolver(context: context).resolve(phrase.meaning)
        if let time = phrase.time { resolution.add(time) }
        if !grammars[context.block].isAside(phrase) { Self.move(&context, phrase, resolution, index) }
        return TimeExpression(
            span: span(of: phrase, context.block), block: context.block, tokens: tokens,
            kind: resolution.kind, value: resolution.value, modifier: phrase.modifier, period: resolution.period,
            days: resolution.days, time: phrase.time?.edtf,
            anchor: resolution.anchor == .expression(index) ? nil : resolution.anchor, unresolved: resolution.unresolved
        )
    }

    /// Makes a date that was told of the one that the next are counted from.
    private static func move(
        _ context: inout TimeContext, _ phrase: TimePhrase, _ resolution: TimeResolution, _ index: Int
    ) {
        guard let period = resolution.period, period.unit <= .year, phrase.meaning.isTold else { return }
        let focus = TimeContext.Focus(
            period: period, index: index, block: context.block, sentence: context.sentence)
        context.focus = focus
        if phrase.meaning.hasYear { context.explicit = focus }
    }

    /// The ranges among the expressions of one block, the first of which has the index `first` in the article.
    private func ranges(in block: Int, _ expressions: [TimeExpression], _ first: Int) -> [TimeRange] {
        let phrases = found[block]
        return phrases.indices.dropLast().compactMap { index in
            guard grammars[block].isRange(phrases[index], phrases[index + 1]),
                let from = expressions[index].period, let until = expressions[index + 1].period,
                let start = from.days, let end = until.days, start.lowerBound <= end.upperBound,
                let edtf = from.interval(to: until)
            else { return nil }
            let span = TextSpan(expressions[index].span.start, expressions[index + 1].span.end)
            return TimeRange(span: span, first: first + index, last: first + index + 1, edtf: edtf)
        }
    }
}

extension TimeResolution {
    /// A time of the day on what was found.
    fileprivate mutating func add(_ time: TimeOfDay) {
        kind = .time
        if value == "PRESENT_REF" { value = TimeUnit.day.unknown }
        value = (value ?? TimeUnit.day.unknown) + time.timex
    }
}

extension TimeMeaning {
    /// Whether it dates what is told, so that what follows is counted from it.
    fileprivate var isTold: Bool {
        switch self {
        case .date(let fields, _): fields.season == nil || fields.year != nil
        case .holiday, .around, .ordinal, .clock: true
        case .relative(let relation, let target, _):
            switch target {
            case .unit(let unit): unit < .year || relation == .following || relation == .next
            case .weekday, .month, .season, .part, .holiday: true
            }
        case .distance(let amount, let direction): direction != .ago && amount.unit <= .year
        case .day: true
        case .period, .definite, .duration, .span, .reach, .repeated, .reference, .open: false
        }
    }

    /// Whether its year stands in its words.
    fileprivate var hasYear: Bool {
        if case .date(let fields, _) = self { return fields.year != nil }
        return false
    }
}

extension CalendarPeriod {
    /// From this to another, in EDTF; nil where one of them is an interval itself.
    fileprivate func interval(to other: CalendarPeriod) -> String? {
        guard let first = edtf, let last = other.edtf, !first.contains("/"), !last.contains("/") else { return nil }
        return "\(first)/\(last)"
    }
}

extension TimeGrammar {
    /// Whether a date is named by the way, and nothing that follows is counted from it: `since 1948`, `(1967)`.
    func isAside(_ phrase: TimePhrase) -> Bool {
        let start = phrase.atoms.lowerBound
        return atoms.isWord(start - 1, "since") || atoms.isMark(start - 1, "(")
    }

    /// Days from the day of writing to a date that *today* and the like stand in front of.
    fileprivate func shift(_ first: TimePhrase, _ second: TimePhrase) -> Int? {
        guard case .day(let count) = first.meaning, second.atoms.lowerBound == first.end + 1,
            atoms.isMark(first.end, ",") || atoms.isMark(first.end, "(")
        else { return nil }
        return count
    }

    /// Whether two phrases are the ends of one stretch: joined by a dash or `to`, or by `and` behind `between`.
    func isRange(_ first: TimePhrase, _ second: TimePhrase) -> Bool {
        guard isJoined(first, second) else { return false }
        if atoms.isWord(first.end, "and") { return atoms.isWord(first.atoms.lowerBound - 1, "between") }
        return atoms.isMark(first.end, "-") || atoms.isWord(first.end, "to", "until", "till", "through")
    }
}

extension AnnotatedText {
    /// For each token the number of its sentence.
    fileprivate var sentenceNumbers: [Int] {
        var number = 0
        return tokens.map { token in
            if token.startsSentence { number += 1 }
            return number
        }
    }
}
