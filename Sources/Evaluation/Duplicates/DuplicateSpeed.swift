import DemarcheLink
package import DemarcheRecords
import Foundation

/// How long the parts of finding duplicates take, in seconds of the processor.
package struct DuplicateSpeed {
    package let articles: Int
    package let shingling: Double
    package let finding: Double
    package let links: [Duplicate]

    package init(_ articles: [Article]) {
        self.articles = articles.count
        let started = ProcessorClock.seconds
        let texts = articles.map(BodyShingles.init)
        let shingled = ProcessorClock.seconds
        var finder = DuplicateFinder()
        for (article, text) in zip(articles, texts) { finder.add(LinkSource(article, Findings()), text) }
        links = finder.links()
        (shingling, finding) = (shingled - started, ProcessorClock.seconds - shingled)
    }

    /// Articles a second from their shingles on, and from their texts on.
    package var perSecond: Double { Double(articles) / finding }
    package var perSecondWithShingling: Double { Double(articles) / (finding + shingling) }
}

/// The processor time of this process.
package enum ProcessorClock {
    package static var seconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
