import DemarcheRecords
import TestSupport
import Testing

@testable import DemarcheEvaluation

@Suite struct DuplicateScoreTests {
    private static let words = (1...60).map { "word\($0)" }

    @Test func countsRunsOfWordsExactly() throws {
        var shingles = ExactShingles()
        let one = Article.made(Self.words.joined(separator: " "))
        let other = Article.made(Self.words.prefix(40).joined(separator: ", ").uppercased())
        shingles.add(one)
        shingles.add(other)
        let pair = try #require(shingles.pairs(least: 0.5).first)
        #expect(pair.articles == [one.id, other.id].sorted())
        #expect(pair.similarity == 36.0 / 56.0)
        #expect(pair.shared == 1)
        #expect(shingles.pairs(least: 1.1).isEmpty)
    }

    @Test func scoresWhatIsFoundAgainstTheCount() throws {
        let score = DuplicateScore([
            Article.made(Self.words.joined(separator: " ")), Article.made(Self.words.prefix(50).joined(separator: " ")),
            Article.made(Self.words.reversed().joined(separator: " ")),
        ])
        #expect(score.near.count == 1)
        #expect((score.recall, score.precision) == (1, 1))
        #expect(score.errors.isEmpty)
    }
}
