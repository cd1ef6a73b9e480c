import DemarcheRecords
import DemarcheSourceText
import Foundation
import GRDB
import Testing

@testable import DemarcheStore

/// Warnings, positions, events and claims, written and read again.
@Suite struct EntryTests {
    private let store: RecordStore
    private let sample = Sample(
        "A dam\nAnn Example, the envoy of Ruritania, said that a dam on the Vardar could mean war. Graustark ruled out talks.",
        path: "dam.txt", outlet: "The Courier", published: "2022-03-24"
    ).saying("a dam on the Vardar could mean war", by: "Ann Example", office: "envoy", via: "Reuters")

    init() throws {
        store = try RecordStore.inMemory()
        _ = try store.keep(sample.article, bytes: sample.bytes, findings: findings)
    }

    private func party(_ name: String) -> Speaker {
        Speaker(name: name, kind: .state, naming: .named, mention: sample.evidence(name))
    }

    private var findings: Findings {
        var findings = Findings(statements: sample.statements)
        let article = sample.article.id
        findings.warnings = [
            Warning(
                article: article, kind: .threat, trigger: .init(sample.evidence("a dam on the Vardar"), action: "dam"),
                consequence: .init(sample.evidence("war"), place: sample.evidence("the Vardar")), force: .possible,
                forceWords: [sample.evidence("could")], issuer: sample.statements[0].speaker,
                statement: sample.statements[0].id, rule: "by hand")
        ]
        findings.positions = [
            Position(
                article: article, party: party("Graustark"),
                proposal: .init(id: "pr-1", evidence: sample.evidence("talks")), stance: .rulesOut, statement: nil,
                cue: sample.evidence("ruled out"), rule: "by hand")
        ]
        findings.events = [
            PoliticalEvent(
                article: article, plover: PLOVER(.reject, mode: "meet", contexts: ["diplomatic"]), cameo: "125",
                goldstein: -5, actors: [.init(party: party("Graustark"), country: "GRK", sector: "GOV")],
                recipients: [],
                status: .happened, date: RecordedDate(iso: "2022-03-22", basis: .text), statement: nil,
                trigger: sample.evidence("ruled out"))
        ]
        findings.claims = [
            Claim(
                article: article, assertion: sample.evidence("could mean war"),
                quantities: [.init(value: 2.5, bound: .upTo, unit: "dam", evidence: sample.evidence("a dam"))],
                attribution: .statement(sample.statements[0].id), hedge: sample.evidence("could")),
            Claim(
                article: article, assertion: sample.evidence("ruled out talks"), quantities: [],
                attribution: .unattributed),
        ]
        return findings
    }

    @Test func givesBackWhatWasKept() throws {
        #expect(try store.entries(Warning.self).map(\.entry) == findings.warnings)
        #expect(try store.entries(Position.self).map(\.entry) == findings.positions)
        #expect(try store.entries(PoliticalEvent.self).map(\.entry) == findings.events)
        #expect(Set(try store.entries(Claim.self).map(\.entry)) == Set(findings.claims))
    }

    @Test func saysWhoCarriesAnEntryAndWhen() throws {
        let warning = try #require(try store.entries(Warning.self).first)
        #expect(warning.carrier == sample.statements[0])
        #expect((warning.outlet, warning.published, warning.headline) == ("The Courier", "2022-03-24", "A dam"))
        #expect(try store.entries(PoliticalEvent.self).first?.date == "2022-03-22")
    }

    @Test(arguments: [("ENVOY", 1), ("example", 1), ("graustark", 0), ("nobody", 0)])
    func filtersByPartyOrCarrier(by: String, count: Int) throws {
        var filter = StatementFilter()
        filter.by = by
        #expect(try store.entries(Warning.self, filter).count == count)
    }

    @Test func filtersByWordsOutletCarrierLabelAndDate() throws {
        func count(label: String? = nil, _ change: (inout StatementFilter) -> Void = { _ in }) throws -> Int {
            var filter = StatementFilter()
            change(&filter)
            return try store.entries(Warning.self, filter, label: label).count
        }
        #expect(try count { $0.about = "VARDAR" } == 1)
        #expect(try count { $0.about = "talks" } == 0)
        #expect(try count { $0.outlet = "courier" } == 1)
        #expect(try count { $0.via = "reuters" } == 1)
        #expect(try count { $0.via = "tass" } == 0)
        #expect(try count(label: "possible") == 1)
        #expect(try count(label: "certain") == 0)
        #expect(try count { $0.since = "2022-03-24" } == 1)
        #expect(try count { $0.since = "2022-03-25" } == 0)
        #expect(try count { $0.confidence = 95 } == 0)
    }

    @Test func replacesWhatWasFoundBefore() throws {
        try store.markRecurring([], in: sample.article, findings: Findings())
        #expect(try store.entries(Warning.self).isEmpty)
        #expect(try store.statements().isEmpty)
    }

    @Test func hasAViewForEachType() throws {
        let rows = try store.read { db in
            try ["SELECT force FROM warning", "SELECT stance FROM position", "SELECT status FROM event"].map {
                try String.fetchAll(db, sql: $0)
            } + [String.fetchAll(db, sql: "SELECT attribution FROM claim ORDER BY attribution")]
        }
        #expect(rows == [["possible"], ["rules-out"], ["happened"], ["statement", "unattributed"]])
    }

    /// A record of the second layout gets its edges and its entries, and what was found in it is looked for anew.
    @Test func bringsAnOlderRecordUpToDate() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("older.demarche")
        do {
            let older = try RecordStore(path: path, creating: true)
            try older.keep(sample)
            try older.write { db in
                for view in EntryType.allCases { try db.execute(sql: "DROP VIEW \(view.rawValue)") }
                try db.execute(
                    sql: """
                        DROP TRIGGER linkInputOfArticle; DROP TRIGGER linkInputOfPath; DROP TRIGGER linkedOfDocument;
                        DROP TABLE linkInput; DROP TABLE linkNew; DROP TABLE linkFormer; DROP TABLE linkKey; DROP TABLE linkMemory; DROP TABLE linkThing; DROP TABLE linkThingKey;
                        DROP TRIGGER entryDayOfArticle; DROP TRIGGER statementDayOfArticle; DROP TRIGGER statementDay;
                        DROP INDEX statementByTold; DROP INDEX occurrenceByTold; DROP INDEX statementArticle; DROP INDEX statementBySpeaker; DROP INDEX articleByOutlet;
                        DROP INDEX linkByParty; DROP INDEX linkByDate; DROP INDEX utteranceByCarriers;
                        DROP INDEX statementWithoutSpeaker; DROP INDEX statementWithoutDate;
                        DROP INDEX statementWithPointer; DROP INDEX statementWithMarks;
                        ALTER TABLE statement DROP COLUMN pointsOpen; ALTER TABLE statement DROP COLUMN marksOpen;
                        ALTER TABLE statement DROP COLUMN told; ALTER TABLE statement DROP COLUMN reported;
                        ALTER TABLE link DROP COLUMN told; ALTER TABLE link DROP COLUMN reported;
                        ALTER TABLE statement DROP COLUMN day;
                        DROP TABLE entry; DROP TABLE edge; ALTER TABLE article DROP COLUMN recurring;
                        DELETE FROM grdb_migrations WHERE CAST(identifier AS INTEGER) NOT IN (1, 2, 5)
                        """)
            }
        }
        let store = try RecordStore(path: path)
        #expect(try store.statements().map(\.statement) == sample.statements)
        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM edge") } ?? 0 > 0)
        #expect(try !store.recognize(sha256: sample.article.source.sha256, at: "dam.txt"))
        #expect(try store.keep(sample.article, bytes: sample.bytes, findings: findings) == .readAnew)
        #expect(try store.entries(Warning.self).count == 1)
        #expect(try store.statements(ListFilter()).items.map(\.statement.id) == sample.statements.map(\.id))
    }
}
