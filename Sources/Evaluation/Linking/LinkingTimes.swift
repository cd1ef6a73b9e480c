package import DemarcheLink
import Foundation

/// How long each part of linking takes over a grown corpus, in seconds of the processor.
package struct LinkingTimes {
    package let articles: Int
    /// By part, the time for taking in the articles and for finding the links.
    package private(set) var adding: [Linker.Part: Double] = [:]
    package private(set) var linking: [Linker.Part: Double] = [:]
    /// The largest resident set so far, in megabytes of a million bytes.
    package private(set) var peak = 0

    /// Grows and links so many articles; one of them is in memory at a time beside what linking keeps.
    package init(_ corpus: GrownCorpus, articles: Int) {
        self.articles = articles
        var linker = Linker()
        for number in 0..<articles {
            let source = corpus.source(number)
            var last = ProcessorClock.seconds
            linker.add(source) { Self.note($0, &last, &adding) }
        }
        var last = ProcessorClock.seconds
        _ = linker.links(done: { Self.note($0, &last, &linking) })
        peak = Self.residentPeak
    }

    /// All parts together.
    package var total: Double { adding.values.reduce(0, +) + linking.values.reduce(0, +) }
    package var perSecond: Double { Double(articles) / total }

    /// A line for each part.
    package var lines: [String] {
        Linker.Part.allCases.map { part in
            let (add, link) = (adding[part] ?? 0, linking[part] ?? 0)
            return String(
                format: "%@ add_s=%.3f link_s=%.3f us_per_article=%.1f", part.rawValue, add, link,
                (add + link) / Double(max(1, articles)) * 1e6)
        }
    }

    private static func note(_ part: Linker.Part, _ last: inout Double, _ times: inout [Linker.Part: Double]) {
        let now = ProcessorClock.seconds
        times[part, default: 0] += now - last
        last = now
    }

    private static var residentPeak: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024 / 1_000_000
    }
}
