import DemarchePipeline
import DemarcheRecords
import DemarcheSourceText
import DemarcheStore
import Foundation

/// What linking costs where most is linked already: a record of grown articles, then one more, then a hundred more, in seconds of
/// the processor, with reading from the record and writing to it.
package struct LinkingSteps {
    /// How many articles came at a time, and how long linking took then; the first of these all at once.
    package private(set) var steps: [(more: Int, seconds: Double)] = []

    /// - Parameters:
    ///   - articles: how many are linked before.
    ///   - folder: where the record is made; nothing of it is removed.
    package init(_ corpus: GrownCorpus, articles: Int, folder: String) throws {
        let store = try RecordStore(path: folder + "/grown.demarche", creating: true)
        var next = 0
        for more in [articles, 1, 100] {
            try store.beginGroup()
            for number in next..<next + more {
                let source = corpus.source(number)
                let bytes = Array(source.article.text.string.utf8)
                _ = try store.keep(source.article, bytes: bytes, findings: source.findings)
            }
            try store.endGroup()
            next += more
            let start = ProcessorClock.seconds
            try RecordLinker(store).link()
            steps.append((more, ProcessorClock.seconds - start))
        }
    }
}
