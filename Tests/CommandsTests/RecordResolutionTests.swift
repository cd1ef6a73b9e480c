import Foundation
import Testing

@Suite struct RecordResolutionTests {
    private let demarche: Demarche

    init() throws {
        demarche = try Demarche()
        try demarche.put("1-envoys.txt", SampleTexts.envoys)
        try demarche.put("2-bridge.txt", SampleTexts.bridge)
        try demarche.run("read", "1-envoys.txt", "--into", "one.demarche")
    }

    private func speakers(_ arguments: String..., environment: [String: String] = [:]) throws -> String {
        let outcome = try demarche.run(all: ["statements"] + arguments, environment: environment)
        return outcome.status == 0 ? outcome.output : outcome.error
    }

    private func makeTwo() throws { try demarche.run("read", "2-bridge.txt", "--into", "two.demarche") }

    @Test func takesTheOnlyRecordOfTheFolder() throws { #expect(try speakers().contains("Ann Example")) }

    @Test func takesTheRecordThatIsNamed() throws {
        try makeTwo()
        #expect(try speakers("--record", "two.demarche").contains("Bo Costa"))
    }

    @Test func takesTheRecordOfTheEnvironment() throws {
        try makeTwo()
        #expect(try speakers(environment: ["DEMARCHE_RECORD": "two.demarche"]).contains("Bo Costa"))
        let both = try speakers("--record", "one.demarche", environment: ["DEMARCHE_RECORD": "two.demarche"])
        #expect(both.contains("Ann Example"))
    }

    @Test func takesAnEmptyVariableForNone() throws {
        #expect(try speakers(environment: ["DEMARCHE_RECORD": ""]).contains("Ann Example"))
    }

    @Test func asksWhichWhereThereAreTwo() throws {
        try makeTwo()
        let outcome = try demarche.run("statements")
        #expect(outcome.status == 2)
        #expect(
            outcome.error.contains(
                "this folder has one.demarche, two.demarche; name one with --record FILE or in DEMARCHE_RECORD"))
    }

    @Test func saysSoWhereThereIsNone() throws {
        let empty = try Demarche()
        let outcome = try empty.run("articles")
        #expect(outcome.status == 2)
        #expect(outcome.error.contains("no .demarche file is in this folder"))
    }

    @Test func readsIntoTheRecordThatTheOthersUse() throws {
        #expect(try demarche.run("read", "2-bridge.txt").status == 0)
        #expect(try speakers().contains("Bo Costa"))
        let named = try demarche.run("read", "2-bridge.txt", environment: ["DEMARCHE_RECORD": "new.demarche"])
        #expect(named.output.contains("new.demarche"))
        #expect(demarche.holds("new.demarche"))
    }

    /// The option of `read` is --into.
    @Test func namesTheOptionThatReadTakes() throws {
        let empty = try Demarche()
        try empty.put("1-envoys.txt", SampleTexts.envoys)
        let outcome = try empty.run("read", "1-envoys.txt")
        #expect(outcome.status == 2)
        #expect(outcome.error.contains("--into"))
        #expect(!outcome.error.contains("--record FILE"))
    }
}
