import DemarcheRecords
import DemarcheSourceText

/// Finds and resolves the expressions of time of one article.
struct TimeReader {
    private let article: Article
    private let blocks: [AnnotatedBlock]
    private let found: [[TimePhrase]]
    private let grammars: [TimeGrammar]

    init(_ article: Article, _ blocks: [AnnotatedBlock]) {
        self.article = article
        self.blocks = blocks
        grammars = blocks.map { TimeGrammar(TimeAtoms($0.language.text, tokens: $0.language.tokens), $0.language) }
        found = grammars.map { $0.phrases() }
    }

    func times() -> ArticleTimes {
        let written = writtenDay
        let isNarrative = TimeDomain.isNarrative(found.joined().map(\.meaning), written: written)
        var context = TimeContext(written: written, isNarrative: isNarrative)
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
            expressions: expressions, ranges: ranges, written: written, isNarrative: isNarrative, places: places)
    }

    private var writtenDay: WritingDay? {
        let published = article.metadata.published.flatMap { CalendarDay(iso: $0.date) }
        let dateline = blocks.lazy.compactMap { Dateline.day(of: $0, in: article, published: published) }.first
        return dateline ?? published.map { WritingDay(day: $0, source: .publication) }
    }

    private func expression(_ phrase: TimePhrase, _ index: Int, _ context: inout TimeContext) -> TimeExpression {
        let block = blocks[context.block]
        let atoms = grammars[context.block].atoms
        let span = atoms.span(phrase.atoms)
        let tokens = Int(atoms.atoms[phrase.atoms.lowerBound].token)..<Int(atoms.atoms[phrase.end - 1].token) + 1
        context.tense = block.language.tense(at: tokens, isHeading: block.block.kind.isHeading)
        context.sentence = block.language.sentenceStart(tokens.lowerBound)
        var resolution = TimeResolver(context: context).resolve(phrase.meaning)
        if let time = phrase.time { resolution.add(time) }
        Self.move(&context, phrase, resolution, index)
        return TimeExpression(
            span: TextSpan(block.start + span.start, block.start + span.end), block: context.block, tokens: tokens,
            kind: resolution.kind, value: resolution.value, modifier: phrase.modifier, period: resolution.period,
            days: resolution.days, time: phrase.time?.edtf, anchor: resolution.anchor, unresolved: resolution.unresolved)
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
        case .date, .holiday, .around, .ordinal, .clock: true
        case .relative(let relation, let target, _):
            switch target {
            case .unit(let unit): unit < .year || relation == .following || relation == .next
            case .weekday, .month, .season, .part: true
            }
        case .distance(let amount, let direction): direction != .ago && amount.unit <= .year
        case .day(let count): count != 0 || true
        case .period, .definite, .duration, .span, .repeated, .reference, .open: false
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
    /// Whether two phrases are the ends of one stretch: joined by a dash or `to`, or by `and` behind `between`.
    func isRange(_ first: TimePhrase, _ second: TimePhrase) -> Bool {
        guard isJoined(first, second), first.end < second.atoms.lowerBound else { return false }
        if atoms.isWord(first.end, "and") { return atoms.isWord(first.atoms.lowerBound - 1, "between") }
        return atoms.isMark(first.end, "-") || atoms.isWord(first.end, "to", "until", "till", "through")
    }
}

extension AnnotatedText {
    /// The token at which the sentence of another begins.
    func sentenceStart(_ index: Int) -> Int {
        var start = index
        while start > 0, !tokens[start].startsSentence { start -= 1 }
        return start
    }
}
