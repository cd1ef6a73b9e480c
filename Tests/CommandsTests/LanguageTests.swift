import Foundation
import TestSupport
import Testing

/// The commands that need the language model.
@Suite struct LanguageTests {
    private let demarche: Demarche

    init() throws {
        demarche = try Demarche()
        try demarche.put("in/1-envoys.txt", SampleTexts.envoys)
        try demarche.put("in/2-empty.txt", "")
    }

    @Test func annotatesBlockByBlockAndRefusesByName() throws {
        let outcome = try demarche.run("annotate", "in")
        #expect(outcome.status == 3)
        #expect(outcome.error == "refused: in/2-empty.txt: the file has no bytes\n")
        #expect(outcome.output.contains("# block = headline\n"))
        #expect(outcome.output.contains("# text = Envoys part in Vaduz\n"))
        #expect(outcome.output.contains("\tVaduz\tVaduz\tPROPN\tNNP\tNumber=Sing\t"))
    }

    /// Places count scalars of the article, whatever the block.
    @Test func givesPlacesInTheArticle() throws {
        let outcome = try demarche.run("annotate", "in/1-envoys.txt", "--as", "json")
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let blocks = try #require(object?["blocks"] as? [[String: Any]])
        let text = Array(SampleTexts.envoys.unicodeScalars)
        for block in blocks {
            let tokens = try #require((block["language"] as? [String: Any])?["tokens"] as? [[String: Any]])
            for token in tokens {
                guard let start = token["start"] as? Int, let end = token["end"] as? Int else { continue }
                var words = String.UnicodeScalarView()
                words.append(contentsOf: text[start..<end])
                #expect(String(words) == token["text"] as? String)
            }
        }
        #expect(blocks.count > 2)
    }

    @Test func givesPlacesBehindADatelineAndTheTimes() throws {
        let text =
            "LEOPOLDVILLE, July 12, 1960 — The province seceded on Monday.\n\nÉlisabethville was calm, and nobody spoke.\n"
        try demarche.put("in/3-dateline.txt", "Province secedes\n\n" + text)
        let outcome = try demarche.run("annotate", "in/3-dateline.txt", "--as", "json")
        for part in [
            #"{"text":"The","start":48,"end":51,"#,
            #""times":[{"text":"Monday","start":72,"end":78,"type":"DATE","value":"1960-07-11","edtf":"1960-07-11","#
                + #""anchor":{"date":"1960-07-12","basis":"dateline"}}]"#,
        ] {
            #expect(outcome.output.contains(part), "\(outcome.output)")
        }
    }

    @Test func showsSentencesEntitiesAndTreesOfAnArticle() throws {
        try demarche.run("read", "in", "--into", "crisis.demarche")
        let id = try #require(try demarche.run("articles", "--format", "csv").lines[1].split(separator: ",").first)
        let sheet = try demarche.run("show", String(id), "--annotations")
        #expect(sheet.status == 0, "\(sheet.error)")
        for part in ["sentence    Envoys part in Vaduz", "(PERSON)", "tree        ", ":nsubj"] {
            #expect(sheet.output.contains(part), "\(part)")
        }
    }

    @Test func putsThemUnderTheArticlesOfTheDossier() throws {
        try demarche.run("read", "in", "--into", "crisis.demarche")
        try demarche.run("dossier", "--out", "with.html")
        let without = try demarche.run("dossier", "--out", "without.html", environment: ["DEMARCHE_MODELS": "/nowhere"])
        #expect(without.status == 0)
        #expect(without.error.contains("without sentences, entities and parses"))
        #expect(without.error.contains("`demarche model fetch` gets it"))
        func page(_ name: String) throws -> String {
            try String(contentsOf: demarche.folder.appending(path: name), encoding: .utf8)
        }
        #expect(try page("with.html").contains("as the language engine sees them"))
        #expect(try !page("without.html").contains("as the language engine sees them"))
    }

    @Test func saysWhichCommandMendsAMissingModel() throws {
        let outcome = try demarche.run("annotate", "in", environment: ["DEMARCHE_MODELS": "/nowhere"])
        #expect(outcome.status == 2)
        #expect(
            outcome.error
                == "demarche: /nowhere/en_core_web_sm-3.8.0.model: no such language model; `demarche model fetch` gets it\n"
        )
        let read = try demarche.run("read", "in", "--into", "a.demarche", environment: ["DEMARCHE_MODELS": "/nowhere"])
        #expect((read.status, read.error) == (2, outcome.error))
        #expect(!demarche.holds("a.demarche"))
        let medium = try demarche.run("model", "check", "md", environment: ["DEMARCHE_MODELS": "/nowhere"])
        #expect(medium.error.hasSuffix("no such language model; `demarche model fetch md` gets it\n"))
        #expect(try demarche.run("model", "check").output.hasPrefix("en_core_web_sm 3.8.0 in "))
    }
}
