import DemarchePipeline
import DemarcheRecords
import DemarcheSourceText
import DemarcheStore
import Foundation

/// What linking costs where most is linked already: a record of grown articles, then nine times one more, then a hundred more, in
/// seconds of the processor, with reading from the record and writing to it.
///
/// Nine, since an article of the sample over which words are counted costs far more than others.
package struct LinkingSteps {
    package private(set) var allAtOnce = 0.0
    /// In ascending order.
    package private(set) var oneMore: [Double] = []
    package private(set) var hundredMore = 0.0

    /// - Parameters:
    ///   - articles: how many are linked before.
    ///   - folder: where the record is made; nothing of it is removed.
    package init(_ corpus: GrownCorpus, articles: Int, folder: String) throws {
        let store = try RecordStore(path: folder + "/grown.demarche", creating: true)
        let singles = articles..<articles + 9
        allAtOnce = try Self.link(0..<articles, of: corpus, in: store)
        oneMore = try singles.map { try Self.link($0..<$0 + 1, of: corpus, in: store) }.sorted()
        hundredMore = try Self.link(singles.upperBound..<singles.upperBound + 100, of: corpus, in: store)
    }

    /// Keeps some articles; gives what linking costs then.
    private static func link(_ numbers: Range<Int>, of corpus: GrownCorpus, in store: RecordStore) throws -> Double {
        try store.beginGroup()
        for number in numbers {
            let source = corpus.source(number)
            let bytes = Array(source.article.text.string.utf8)
            _ = try store.keep(source.article, bytes: bytes, findings: source.findings)
        }
        try store.endGroup()
        let start = ProcessorClock.seconds
        try RecordLinker(store).link()
        return ProcessorClock.seconds - start
    }
}
