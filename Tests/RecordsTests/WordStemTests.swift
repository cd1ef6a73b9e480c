import DemarcheRecords
import Testing

@Suite struct WordStemTests {
    @Test(arguments: [
        ["occupy", "occupies", "occupied", "occupation", "occupying"], ["deploy", "deploys", "deployed", "deployment"],
        ["attack", "attacks", "attacking"], ["invade", "invaded", "invading"], ["war"], ["use", "use"],
    ]) func isTheSameForTheFormsOfOneWord(forms: [String]) {
        #expect(Set(forms.map(WordStem.of)).count == 1)
    }

    @Test func keepsDifferentWordsApart() {
        #expect(Set(["attack", "attach", "troops", "treaty", "station"].map(WordStem.of)).count == 5)
    }
}
