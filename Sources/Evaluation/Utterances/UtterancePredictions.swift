package import DemarcheAnnotate
import DemarcheIngest
import DemarcheLink
import DemarchePipeline
package import DemarcheRecords
import DemarcheSourceText
internal import Foundation

/// What the program makes of marked acts of speech: the statement that each mark is, and the acts of speech that it finds in all
/// articles of all sets together.
package struct UtterancePredictions: Sendable {
    /// A mark with what was found there.
    package struct Mention: Sendable {
        /// Set and number of the act.
        package let act: String
        /// Outlet and day, for reading.
        package let place: String
        package let words: String
        package let differences: Set<Utterance.Difference.Kind>
        /// Nil where the program sees no statement in the marked words.
        package let statement: ReportedStatement?
        /// The name of the party that is taken for the speaker.
        package var speaker: String?
        /// For whom they speak.
        package var state: String?
    }

    package private(set) var mentions: [Mention] = []
    package private(set) var utterances: [Utterance] = []

    /// - Throws: ``GoldError`` for an article that is refused, or read otherwise than it stands in its set.
    package init(_ sets: [UtteranceSet], _ model: LanguageModel) throws(GoldError) {
        let reader = Reports(model)
        var linker = Linker()
        for set in sets {
            for report in set.reports {
                let source = try reader.source(report, of: set.name)
                linker.add(source)
                mentions += try Self.mentions(of: report, in: source, set.name)
            }
        }
        let links = linker.links()
        utterances = links.utterances
        let directory = PartyDirectory(links.parties, links.mentions)
        mentions = mentions.map { mention in
            var mention = mention
            guard let statement = mention.statement else { return mention }
            mention.speaker = directory.party(.speaker, of: statement.id)?.name
            mention.state = directory.party(.state, of: statement.id)?.name
            return mention
        }
    }

    private static func mentions(
        of report: UtteranceSet.Report, in source: LinkSource, _ set: String
    ) throws(GoldError) -> [Mention] {
        let places = try Places(report, source.article, set)
        return report.marks.map { mark in
            let span = places.span(mark.span)
            return Mention(
                act: "\(set) \(mark.act)", place: "\(report.outlet), \(report.published)",
                words: String(source.article.text[span]), differences: mark.differences,
                statement: source.findings.statements.best(at: span))
        }
    }
}

extension [ReportedStatement] {
    /// The statement whose words hold at least half of `span` and most closely agree with it (Jaccard, by bytes).
    fileprivate func best(at span: TextSpan) -> ReportedStatement? {
        let fitting = compactMap { statement -> (statement: ReportedStatement, likeness: Double)? in
            let (common, length) = statement.content.reduce((0, 0)) { sum, piece in
                let both = Swift.min(piece.span.end, span.end) - Swift.max(piece.span.start, span.start)
                return (sum.0 + Swift.max(0, both), sum.1 + piece.span.end - piece.span.start)
            }
            let marked = span.end - span.start
            return 2 * common < marked ? nil : (statement, Double(common) / Double(length + marked - common))
        }
        return fitting.max { ($0.likeness, $1.statement.id) < ($1.likeness, $0.statement.id) }?.statement
    }
}

/// Reads reports as records of a dump.
private struct Reports {
    private let reader: Reader
    private let worker: LanguageWorker
    private let ingest = Ingest()

    init(_ model: LanguageModel) {
        reader = Reader(model)
        worker = LanguageWorker(model)
    }

    func source(_ report: UtteranceSet.Report, of set: String) throws(GoldError) -> LinkSource {
        let fields = ["title": report.title, "text": report.body, "date": report.published, "outlet": report.outlet]
        let path = "\(set), \(report.outlet), \(report.published)"
        guard let line = try? JSONEncoder().encode(fields.merging(["id": path]) { field, _ in field }),
            let article = try? ingest.article(Document(path: path, mediaType: .record, bytes: Array(line)))
        else { throw GoldError(file: path, line: nil, message: "is refused as an article") }
        return LinkSource(article, reader.findings(in: article, worker: worker))
    }
}

/// Where the paragraphs of a report stand in the article that was read from it.
private struct Places {
    private var paragraphs: [(start: Int, end: Int, moved: Int)] = []

    init(_ report: UtteranceSet.Report, _ article: Article, _ set: String) throws(GoldError) {
        let text = article.text.string
        var (start, from) = (0, text.startIndex)
        for paragraph in report.text.components(separatedBy: "\n\n") {
            guard let range = text.range(of: paragraph, range: from..<text.endIndex) else {
                let message = "“\(paragraph.prefix(40))” of \(report.outlet) is read otherwise than it stands there"
                throw GoldError(file: set, line: nil, message: message)
            }
            let found = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            paragraphs.append((start, start + paragraph.utf8.count, found - start))
            start += paragraph.utf8.count + 2
            from = range.upperBound
        }
    }

    func span(_ span: TextSpan) -> TextSpan {
        let moved = paragraphs.last { $0.start <= span.start }?.moved ?? 0
        return TextSpan(span.start + moved, span.end + moved)
    }
}
