import DemarcheIngest
package import DemarcheLink
import DemarcheRecords

/// In which story or episode the program puts articles, each read as a record of a dump; where there is no text to read,
/// by the headline alone.
package struct StoryPredictions: Sendable {
    /// The name of the group, by the name of the article in the gold.
    package private(set) var groups: [String: String] = [:]

    package init(_ gold: [StoryGold], _ level: StoryLevel) {
        var linker = StoryLinker()
        var names: [String: [String]] = [:]
        for one in gold {
            let document = Document(path: one.id, mediaType: .record, bytes: one.line)
            let article = (try? Ingest().article(document)) ?? one.headlineAlone
            names[article.id, default: []].append(one.id)
            if names[article.id]?.count == 1 { linker.add(LinkSource(article, Findings())) }
        }
        let (stories, episodes) = linker.links()
        let found = level == .story ? stories.map { ($0.id, $0.articles) } : episodes.map { ($0.id, $0.articles) }
        for (group, articles) in found {
            for name in articles.flatMap({ names[$0] ?? [] }) { groups[name] = group }
        }
    }
}
