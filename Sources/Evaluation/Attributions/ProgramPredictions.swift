package import DemarcheAnnotate
import DemarchePipeline
import DemarcheRecords
import DemarcheSourceText

/// What the program finds in gold texts, read as files of plain text.
package struct ProgramPredictions: Sendable {
    package private(set) var byDocument: [String: [MarkedAttribution]] = [:]
    /// The ids of texts that ingest refuses, with its reason.
    package private(set) var refused: [(id: String, reason: String)] = []
    /// The ids of texts that ingest stores otherwise than they are, so that offsets do not fit.
    package private(set) var changed: [String] = []

    package init() {}

    /// Reads all `documents` one after another; `progress` is told after each how many are done.
    package init(_ documents: [GoldDocument], _ model: LanguageModel, progress: (Int) -> Void = { _ in }) {
        let reader = Reader(model)
        let worker = LanguageWorker(model)
        for (index, document) in documents.enumerated() {
            add(document, reader, worker)
            progress(index + 1)
        }
    }

    private mutating func add(_ document: GoldDocument, _ reader: Reader, _ worker: LanguageWorker) {
        do throws(Refusal) {
            let bytes = Array(document.text.utf8)
            let (article, findings) = try reader.findings(path: "x.txt", bytes: bytes, worker: worker)
            guard article.text.string.utf8.elementsEqual(bytes) else {
                changed.append(document.id)
                return
            }
            let offsets = ScalarOffsets(article.text)
            byDocument[document.id] = findings.statements.filter(Self.isMarkedInGold).map {
                MarkedAttribution($0, offsets)
            }
        } catch {
            refused.append((document.id, error.reason))
        }
    }

    /// PolNeAR marks no attribution inside the content of another, and none without a cue: what stands inside another
    /// statement, and quotations of nobody named, are in the record but are not compared.
    private static func isMarkedInGold(_ statement: ReportedStatement) -> Bool {
        statement.inside == nil && (statement.cue != nil || statement.speaker.naming != .absent)
    }

    /// How many texts were read, and what became of the others.
    package func lines(of documents: [GoldDocument]) -> [String] {
        ["texts \(documents.count)  refused \(refused.count)  changed \(changed.count)"]
            + refused.map { "refused \($0.id): \($0.reason)" } + changed.map { "changed \($0)" }
    }
}

extension MarkedAttribution {
    /// The parts of `statement` in scalars, with what the breakdowns ask for.
    init(_ statement: ReportedStatement, _ offsets: ScalarOffsets) {
        func ranges(_ evidence: [Evidence]) -> [Range<Int>] {
            evidence.map {
                let span = offsets.scalars($0.span)
                return span.start..<span.end
            }
        }
        self.init(
            source: ranges([statement.speaker.mention].compactMap(\.self)),
            cue: ranges([statement.cue?.evidence].compactMap(\.self)), content: ranges(statement.content),
            rule: statement.rule, naming: statement.speaker.naming.rawValue, directness: statement.directness.rawValue,
            confidence: Double(statement.confidence) / 100)
    }
}
