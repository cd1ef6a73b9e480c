import Testing

@testable import DemarchePublish

@Suite("Words of one rendering beside another")
struct WordDifferenceTests {
    private func marked(_ text: String, against fullest: String) -> String {
        WordDifference.pieces(text, against: fullest).pieces.map { piece in
            (piece.isHere ? "+\(piece.text)+" : piece.isThere ? "-\(piece.text)-" : piece.text) + piece.space
        }.joined()
    }

    @Test("are marked where only one of the two has them, whatever their case and punctuation")
    func marksDifferences() {
        #expect(
            marked("the pass will stay shut", against: "The pass could stay shut, all winter.")
                == "the pass -could- +will+ stay shut -all winter.-")
        #expect(marked("The pass, stays shut.", against: "the pass stays shut") == "The pass, stays shut.")
    }

    @Test("are not marked one by one where hardly any are shared")
    func leavesOtherWordsAlone() {
        let (pieces, isAligned) = WordDifference.pieces("guns are on the road", against: "no treaty was ever signed")
        #expect(!isAligned && pieces.map(\.text) == ["guns are on the road"])
    }

    @Test("are kept as they are where nothing can be compared", arguments: ["", " — ", "Ja"])
    func takesAnything(_ text: String) {
        let pieces = WordDifference.pieces(text, against: "the pass stays shut").pieces
        #expect(pieces.map(\.text).joined() == text)
    }

    @Test("of a very long text are not aligned")
    func boundsItsWork() {
        let long = Array(repeating: "pass", count: 2_000).joined(separator: " ")
        #expect(!WordDifference.pieces(long, against: "pass").isAligned)
    }
}
