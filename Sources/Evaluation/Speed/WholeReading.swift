package import DemarcheAnnotate
import DemarchePipeline
import DemarcheRecords
import DemarcheSourceText
import Foundation

/// Times the language engine alone and the whole reading, with statements, warnings, positions, events and claims, over the
/// same texts, in turns, each with caches of its own.
package struct WholeReading {
    /// Seconds of the processor.
    package private(set) var engine = 0.0
    package private(set) var whole = 0.0
    private let reader: Reader
    private let alone: LanguageWorker
    private let together: LanguageWorker

    package init(_ model: LanguageModel) {
        reader = Reader(model)
        (alone, together) = (LanguageWorker(model), LanguageWorker(model))
    }

    /// Reads a text whose paragraphs stand in lines of their own.
    package mutating func read(_ text: String) {
        let article = Self.article(SourceText(text))
        engine += Self.seconds { let _: [AnnotatedBlock] = alone.annotate(article) }
        whole += Self.seconds { _ = reader.findings(in: article, worker: together) }
    }

    package var summary: String {
        String(format: "BENCH engine_s=%.2f whole_s=%.2f engine_share=%.3f", engine, whole, engine / whole)
    }

    private static func article(_ text: SourceText) -> Article {
        Article(
            id: "a-0000000000000000", source: Source(path: "", mediaType: .plain, sha256: "", charset: "UTF-8"),
            metadata: Metadata(), text: text, blocks: paragraphs(text).map { Block(.paragraph, $0) })
    }

    private static func paragraphs(_ text: SourceText) -> [TextSpan] {
        var (spans, start) = ([TextSpan](), 0)
        for line in text[text.span].utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let span = text.trimmed(TextSpan(start, start + line.count))
            if span.start < span.end { spans.append(span) }
            start += line.count + 1
        }
        return spans
    }

    private static func seconds(_ work: () -> Void) -> Double {
        let before = clock()
        work()
        return Double(clock() - before) / Double(CLOCKS_PER_SEC)
    }
}
