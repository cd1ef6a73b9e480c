import DemarcheRecords
import Testing

@Suite struct StateTableTests {
    private let states = StateTable.shared

    @Test(arguments: [
        ("ukraine", "UKR", StateTable.Sense.name), ("ukrainian", "UKR", .adjective), ("ukrainians", "UKR", .people),
        ("kyiv", "UKR", .capital), ("verkhovna rada", "UKR", .seat), ("soviet union", "SUN", .name),
        ("united kingdom of great britain and northern ireland", "GBR", .name), ("east berlin", "DDR", .capital),
    ]) func knowsWhatAWordIsToItsState(word: String, code: String, sense: StateTable.Sense) {
        #expect(states.word(word)?.code == code)
        #expect(states.word(word)?.sense == sense)
    }

    @Test func knowsNothingOfWordsWithTwoReadings() {
        for word in ["congo", "korea", "guinea", "brussels", "ruritania"] {
            #expect(states.word(word) == nil, "\(word)")
        }
    }

    @Test func everyCodeOfTheWordsHasAName() {
        for word in states.words.values { #expect(states.name(of: word.code) != nil, "\(word.code)") }
    }

    @Test func formerStatesAgreeWithTheirSuccessorsAlone() {
        #expect(states.agree("SUN", "RUS") && states.agree("GEO", "SUN") && states.agree("DDR", "DEU"))
        #expect(!states.agree("RUS", "UKR") && !states.agree("SUN", "POL"))
        #expect(states.former["SUN"]?.years == 1922...1991)
    }
}
