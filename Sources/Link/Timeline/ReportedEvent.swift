import DemarcheRecords
import DemarcheSourceText

/// Somebody who does an event or to whom it is done, as far as telling events apart needs it.
struct EventParticipant: Hashable, Sendable {
    let name: String?
    let isNamed: Bool
    /// ISO 3166-1 alpha-3.
    let country: String?
    /// Whether the government or the armed forces of a state act, or the state itself.
    let actsForState: Bool
}

extension EventParticipant {
    init(_ participant: PoliticalEvent.Participant) {
        let party = participant.party
        name = party.name
        isNamed = party.naming == .named
        country = participant.country
        actsForState =
            ["GOV", "MIL"].contains(participant.sector) || [.state, .government].contains(party.kind)
    }
}

/// The date that an event has of its own.
struct EventDate: Hashable, Sendable {
    let date: String
    let until: String?
    let precision: RecordedDate.Precision

    /// `2022-03-07`, `2022-03`, `2022`, or `2022-03-07/2022-03-13` for an interval.
    var edtf: String { [date, until].compactMap(\.self).joined(separator: "/") }
    /// Counted as ``CalendarDay`` counts; nil where it is less exact.
    var day: Int? { precision == .day ? CalendarDay(iso: date)?.number : nil }
    /// The first day that it may be.
    var firstDay: Int? { MeanDays(from: date, until: until).firstDay }
}

/// What of an event decides whether another article reports the same.
///
/// Terms are stems in what is kept of one article, and their numbers where many are compared.
struct ReportedEvent<Term: Comparable & Sendable>: Sendable {
    let id: String
    let article: String
    let type: PLOVER.EventType
    let mode: String?
    let status: PoliticalEvent.Status
    let actors: [EventParticipant]
    let recipients: [EventParticipant]
    let date: EventDate?
    /// The day on which it is reported, where that is known to the day.
    let reported: Int?
    /// The terms of the words that name it, and those of their sentence beside them; each in order.
    let trigger: [Term]
    let terms: [Term]
    /// The sentence or headline in which it is named.
    let sentence: String
    let isHeadline: Bool

    /// What may be one event: what has come about with what goes on, and what is planned with what is planned. Nil for all that
    /// is not to be merged.
    var course: Int? { Self.course(of: status) }

    static func course(of status: PoliticalEvent.Status) -> Int? {
        switch status {
        case .happened, .ongoing: 0
        case .planned: 1
        case .proposed, .threatened, .hypothetical, .denied, .didNotHappen: nil
        }
    }

    /// The first day of its own date, or else the day of the report.
    var firstDay: Int? { date.flatMap(\.firstDay) ?? reported }

    /// Whether the dates may be of one day: the same date, or where one or both are known only by the report, days that
    /// follow each other.
    func isWhen(_ other: ReportedEvent) -> Bool {
        switch (date, other.date) {
        case (let one?, let two?): one.date == two.date && one.until == two.until
        case (let own?, nil): Self.isJustBefore(own, other.reported)
        case (nil, let own?): Self.isJustBefore(own, reported)
        case (nil, nil):
            if let one = reported, let two = other.reported { abs(one - two) <= 1 } else { article == other.article }
        }
    }

    private static func isJustBefore(_ own: EventDate, _ reported: Int?) -> Bool {
        guard let day = own.day, let reported else { return false }
        return day == reported || day == reported - 1
    }
}

/// A sentence that names events, with its terms in the order of letters.
struct EventSentence {
    let words: String
    let terms: [String]

    init(_ span: TextSpan, in text: SourceText, _ reader: inout TermReader) {
        words = text[span].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        terms = reader.terms(in: text, span)
    }
}

extension ReportedEvent<String> {
    /// The same with the numbers of its terms.
    func numbered(_ vocabulary: inout WordNumbers) -> ReportedEvent<Int32> {
        ReportedEvent<Int32>(
            id: id, article: article, type: type, mode: mode, status: status, actors: actors, recipients: recipients,
            date: date, reported: reported, trigger: trigger.map { Int32(vocabulary.number(of: $0)) }.sorted(),
            terms: terms.map { Int32(vocabulary.number(of: $0)) }.sorted(), sentence: sentence, isHeadline: isHeadline)
    }

    /// - Parameter sentences: those that were met in this article, by their places.
    init(
        _ event: PoliticalEvent, _ source: LinkSource, _ words: inout TermReader,
        _ sentences: inout [TextSpan: EventSentence]
    ) {
        let article = source.article
        let block = article.blocks.first { $0.span.contains(event.trigger.span) }
        let span = SentenceSpan.around(event.trigger.span, in: article.text, block?.span)
        let sentence = sentences[span] ?? EventSentence(span, in: article.text, &words)
        sentences[span] = sentence
        let trigger = words.terms(in: article.text, event.trigger.span)
        self.init(
            id: event.id, article: event.article, type: event.plover.type, mode: event.plover.mode,
            status: event.status, actors: event.actors.map(EventParticipant.init),
            recipients: event.recipients.map(EventParticipant.init),
            date: event.date.map { EventDate(date: $0.date, until: $0.until, precision: $0.precision) },
            reported: Self.day(article.metadata.published ?? source.findings.published), trigger: trigger,
            terms: sentence.terms.filter { !trigger.contains($0) }, sentence: sentence.words,
            isHeadline: block?.kind == .headline)
    }

    private static func day(_ date: RecordedDate?) -> Int? {
        date.flatMap { $0.precision == .day ? CalendarDay(iso: $0.date)?.number : nil }
    }
}

/// Finds the sentence around some words without a parse: from one full stop with a space behind it to the next.
enum SentenceSpan {
    /// - Parameter block: where to stop; `span` itself is given where it is not known.
    static func around(_ span: TextSpan, in text: SourceText, _ block: TextSpan?) -> TextSpan {
        guard let block else { return span }
        let bytes = text.string.utf8.span
        var (start, end) = (span.start, span.end)
        while start > block.start, !isEnd(bytes, start - 1, block) { start -= 1 }
        while end < block.end, !isEnd(bytes, end, block) { end += 1 }
        return text.trimmed(TextSpan(start, min(end + 1, block.end)))
    }

    /// A full stop, question or exclamation mark with white space behind it, and no single letter or short title before it.
    private static func isEnd(_ bytes: Span<UInt8>, _ offset: Int, _ block: TextSpan) -> Bool {
        guard [0x2E, 0x21, 0x3F].contains(bytes[offset]), offset + 1 < block.end, bytes[offset + 1] <= 0x20 else {
            return false
        }
        return offset - 3 < block.start
            || (1...3).allSatisfy { bytes[offset - $0] > 0x20 && bytes[offset - $0] != 0x2E }
    }
}
