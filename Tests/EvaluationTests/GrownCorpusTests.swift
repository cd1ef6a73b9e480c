import DemarcheLink
import DemarcheRecords
import DemarcheSourceText
import TestSupport
import Testing

@testable import DemarcheEvaluation

@Suite struct GrownCorpusTests {
    private static let corpus: GrownCorpus = {
        let sentences = (0..<40).map { number in
            "The envoy Rassendyll said on day \(number) that the lock at Strelsau would stay shut for week \(number) of the "
                + "quarrel, and nobody in chamber \(number) answered."
        }
        let sources = (0..<4).map { story in
            var article = Article.made(sentences[story * 10..<story * 10 + 10].joined(separator: "\n"))
            article.metadata.headline = "Envoy \(story) speaks"
            let text = article.text
            let statements = article.blocks.map { block in
                let name = Evidence(TextSpan(block.span.start + 10, block.span.start + 20), in: text)
                return ReportedStatement(
                    article: article.id,
                    speaker: Speaker(name: name.exact, kind: .person, naming: .named, mention: name),
                    cue: nil, content: [Evidence(block.span, in: text)], directness: .indirect, confidence: 90,
                    rule: "r")
            }
            return LinkSource(article, Findings(statements: statements))
        }
        return GrownCorpus(sources)
    }()

    @Test(arguments: [0, 7, 499, 500, 12_345])
    func anchorsWhatWasFoundInTheNewText(number: Int) throws {
        let source = Self.corpus.source(number)
        #expect(source.findings.statements.count >= 5)
        for statement in source.findings.statements {
            #expect(statement.article == source.article.id)
            #expect(statement.evidence.allSatisfy { $0.holds(in: source.article.text) })
            #expect(statement.speaker.name == statement.speaker.mention?.exact)
        }
    }

    @Test func givesTheSameArticleForTheSameNumberAndOthersForOthers() throws {
        #expect(Self.corpus.source(3).article == Self.corpus.source(3).article)
        #expect(Set((0..<300).map { Self.corpus.source($0).article.id }).count == 300)
    }

    @Test func givesPeopleOtherNamesInEachCrisis() throws {
        let names = [0, 500, 1000].compactMap { Self.corpus.source($0).findings.statements.first?.speaker.name }
        #expect(Set(names).count == 3)
        #expect(names.allSatisfy { $0.utf8.count == "Rassendyll".utf8.count })
    }

    @Test func timesEveryPartOfLinking() throws {
        let times = LinkingTimes(Self.corpus, articles: 30)
        #expect(Set(times.adding.keys) == Set(Linker.Part.allCases))
        #expect(Set(times.linking.keys) == Set(Linker.Part.allCases))
    }
}
