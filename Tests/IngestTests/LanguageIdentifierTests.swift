import DemarcheRecords
import DemarcheSourceText
import Testing

@testable import DemarcheIngest

@Suite struct LanguageIdentifierTests {
    @Test(arguments: [
        ("en", "The council of the harbour said on Tuesday that the lock would stay shut until the ice had gone."),
        (
            "de",
            "Der Rat des Hafens teilte am Dienstag mit, dass die Schleuse geschlossen bleibt, bis das Eis fort ist."
        ),
        (
            "fr",
            "Le conseil du port a annoncé mardi que l’écluse resterait fermée jusqu’à la fonte des glaces du fleuve."
        ),
        ("ru", "Совет порта заявил во вторник, что шлюз останется закрытым, пока не сойдёт лёд на реке."),
    ])
    func tellsTheLanguage(code: String, words: String) {
        #expect(LanguageIdentifier.language(of: SourceText(words), blocks(words), declared: nil) == code)
    }

    @Test func leavesShortTextsToWhatIsDeclared() {
        #expect(LanguageIdentifier.language(of: SourceText("Nein."), blocks("Nein."), declared: "en") == "en")
        #expect(LanguageIdentifier.language(of: SourceText("Nein."), blocks("Nein."), declared: nil) == nil)
    }

    @Test func keepsTheVarietyThatIsDeclaredAndNoOtherLanguage() {
        let words = "The council of the harbour said on Tuesday that the lock would stay shut until the ice had gone."
        #expect(LanguageIdentifier.language(of: SourceText(words), blocks(words), declared: "en-GB") == "en-GB")
        #expect(LanguageIdentifier.language(of: SourceText(words), blocks(words), declared: "de-DE") == "en")
    }

    @Test func looksPastFurniture() {
        let furniture =
            "Abonnieren Sie unseren Rundbrief und lesen Sie jeden Tag das Neueste aus dem Hafen und der Stadt."
        let words = "The council of the harbour said on Tuesday that the lock would stay shut until the ice had gone."
        let text = SourceText(furniture + "\n" + words)
        let split = furniture.utf8.count
        let blocks = [
            Block(.boilerplate, TextSpan(0, split)), Block(.paragraph, TextSpan(split + 1, text.utf8Count)),
        ]
        #expect(LanguageIdentifier.language(of: text, blocks, declared: nil) == "en")
    }

    @Test func standsWhateverBytesThereAre() {
        for words in [String(repeating: "\u{0}", count: 500), String(repeating: "😀", count: 9_000), "\u{feff}"] {
            #expect(LanguageIdentifier.language(of: SourceText(words), blocks(words), declared: nil) == nil)
        }
    }

    private func blocks(_ words: String) -> [Block] { [Block(.paragraph, TextSpan(0, words.utf8.count))] }
}
