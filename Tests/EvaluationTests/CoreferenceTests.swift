import DemarcheEvaluation
import DemarcheSourceText
import Foundation
import TestSupport
import Testing

@Suite struct CoreferenceTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Evaluation/coreference").path

    /// Three points below what was measured when the floors were set.
    @Test func linksTheMarkedTextsNoWorseThanBefore() throws {
        let documents = try CoreferenceDocument.read(folder: Self.folder)
        let result = try CoreferenceResult(documents, try TestModel.small())
        #expect(result.alignments.map(\.document.text) == documents.map(\.text))
        #expect(try #require(result.muc.f1) > 0.8254)
        #expect(try #require(result.bCubed.f1) > 0.8609)
        #expect(try #require(result.entityCEAF.f1) > 0.7446)
        #expect(result.alignments.reduce(0) { $0 + $1.missed.count } < 9)
    }

    @Test func readsMarksInsideMarks() throws {
        let document = try CoreferenceDocument(
            id: "d", marked: "[[Norland|2]’s envoy, Zoë Müller|1 says], saw [her|3].")
        #expect(document.text.string == "Norland’s envoy, Zoë Müller, saw her.")
        #expect(
            document.mentions.map { String(document.text[$0.span]) } == [
                "Norland", "Norland’s envoy, Zoë Müller", "her",
            ])
        #expect(document.mentions.map(\.entity) == [2, 1, 3])
        #expect(document.mentions.map(\.speaks) == [false, true, false])
    }

    @Test(arguments: ["[she|1", "she|1]", "[she]", "[she|one]", "[she|1 said]", "[she|]"])
    func refusesMarksThatAreNone(marked: String) {
        #expect(throws: GoldError.self) { try CoreferenceDocument(id: "d", marked: marked) }
    }

    private static func alignment(_ marked: String, _ sources: [(String, String?)]) throws -> CoreferenceAlignment {
        let document = try CoreferenceDocument(id: "d", marked: marked)
        let text = document.text.string
        let found = try sources.map { words, name in
            let range = try #require(text.range(of: words))
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            return NamedSource(span: TextSpan(start, start + words.utf8.count), name: name)
        }
        return CoreferenceAlignment(document, found)
    }

    @Test func pairsByTheLastWord() throws {
        let marked = "[[The ministry|2]’s envoy, Ann Vole|1 says], and [she|1 says]; [Korda|3 says]’s vow; the note"
        let sources = [("The ministry", "a"), ("Ann Vole", "b"), ("she", nil), ("Korda’s", "d"), ("the note", "e")]
        let alignment = try Self.alignment(marked, sources)
        #expect(alignment.pairs.map { alignment.document.mentions[$0.mention].entity } == [2, 1, 1, 3])
        #expect(alignment.pairs.map(\.source.name) == ["a", "b", nil, "d"])
        #expect(alignment.unmarked.map(\.name) == ["e"])
        #expect(alignment.missed.isEmpty)
    }

    @Test func keepsOpenSpeakersApartAndFoldsCapitals() throws {
        let marked = "[The envoy|1 says] [the envoy|1 says] [it|1 says] [she|2 says] [They|3 says]"
        let sources = [("The envoy", "The envoy"), ("the envoy", "the envoy"), ("it", nil), ("she", nil)]
        let alignment = try Self.alignment(marked, sources)
        #expect(alignment.missed.map(\.entity) == [3])
        let result = CoreferenceResult([alignment])
        #expect(
            CoreferenceTable.documents(result) == [
                "document  sources  found  compared    MUC     B3  CEAFe",
                "d               5      4         4  66.67  80.00  72.00",
                "all             5      4         4  66.67  80.00  72.00",
            ])
        #expect(CoreferenceTable.summary(result) == "coreference muc=66.67 b3=80.00 ceafe=72.00 documents=1 mentions=4")
        #expect(CoreferenceErrors.lines(result).map { $0.prefix(7) } == ["open  d"])
        #expect(CoreferenceErrors.missed(result).count == 1)
    }
}
