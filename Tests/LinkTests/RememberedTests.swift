import DemarcheRecords
import Testing

@testable import DemarcheLink

/// What linking remembers of all articles comes back as it was, and what is damaged does not.
@Suite struct RememberedTests {
    private static let statements = ["a dam means a clash", "the pass stays shut"].map { words in
        Report("The Courier", "1931-05-04", "Ann Example said \(words).").saying(words, by: "Ann Example", .person)
    }

    private static let matter: MatterSample = {
        var linker = UtteranceLinker()
        for report in statements { linker.add(report.source) }
        return MatterSample(linker.stated, LinkSample(linker.places, size: 2))
    }()

    private static let texts = RememberedTexts(
        copies: NearCopies([["a-1", "a-2"], ["a-2", "a-3"]]), stock: StockPassages([7, 4_000_000_000]))

    private static let node = StoryNode(
        place: StoryPlace(day: -14_000, article: "a-1"), keys: [StoryKey(stem: "dam", weight: 0.25)],
        neighbours: [StoryNeighbour(article: "a-2", score: 0.1, level: .episode)])

    private static let uses = [
        UnitUse(
            unit: 12, tally: MentionTally(.init(article: "a-1", index: 3), day: "1931-05-04"),
            places: [MentionPlace(entry: "s-1", role: .speaker, place: 0)])
    ]

    @Test func countsHowRareWordsAre() throws {
        let back = try #require(MatterSample(bytes: Self.matter.bytes))
        #expect(back == Self.matter && back.matter.statements == 2)
        #expect(cut(Self.matter.bytes).allSatisfy { MatterSample(bytes: $0) == nil })
    }

    @Test func knowsWhoseCopyATextIs() throws {
        let back = try #require(RememberedTexts(bytes: Self.texts.bytes))
        #expect(["a-1", "a-2", "a-3", "a-4"].map(back.copies.leader) == ["a-1", "a-1", "a-1", "a-4"])
        #expect(back.stock.without([6, 7, 4_000_000_000]) == [6])
        #expect(cut(Self.texts.bytes).allSatisfy { RememberedTexts(bytes: $0) == nil })
    }

    @Test func keepsTheNeighboursOfAnArticle() {
        #expect(StoryNode(bytes: Self.node.bytes) == Self.node)
        #expect(cut(Self.node.bytes).allSatisfy { StoryNode(bytes: $0) == nil })
    }

    @Test func keepsTheUnitsOfAnArticle() {
        #expect([UnitUse](bytes: Self.uses.bytes, of: "a-1") == Self.uses)
        #expect(cut(Self.uses.bytes).allSatisfy { [UnitUse](bytes: $0, of: "a-1") == nil })
    }

    /// Who changes how it is kept raises ``Linker/Remembered/version`` with this.
    @Test func isOfItsVersion() {
        let bytes = Self.matter.bytes + Self.texts.bytes + Self.node.bytes + Self.uses.bytes
        #expect(Linker.Remembered.version == "2")
        #expect(Identifier.sha256(bytes).prefix(12) == "a0b8cdab9b6a")
    }

    private func cut(_ bytes: [UInt8]) -> [[UInt8]] { bytes.indices.map { Array(bytes[..<$0]) } + [bytes + [0]] }
}
