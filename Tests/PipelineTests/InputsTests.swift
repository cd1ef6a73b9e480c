import DemarchePipeline
import DemarcheRecords
import Foundation
import Testing

@Suite struct InputsTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for name in ["b.txt", "a.md", "deep/er/c.html", "deep/d.pdf", ".hidden.txt", ".git/e.txt", "deep/.f/g.txt"] {
            try folder.put(name, name)
        }
    }

    @Test func takesFoldersWithAllBelowThemInOrder() {
        #expect(folder.found("") == ["a.md", "b.txt", "deep/d.pdf", "deep/er/c.html"])
        #expect(folder.found("deep") == ["deep/d.pdf", "deep/er/c.html"])
        #expect(folder.found("deep/") == ["deep/d.pdf", "deep/er/c.html"])
    }

    @Test func takesEachOnce() {
        #expect(
            folder.found("b.txt", "", "*.txt", "deep", "b.txt") == ["a.md", "b.txt", "deep/d.pdf", "deep/er/c.html"])
    }

    @Test func takesAFileOfSeveralNamesOnce() throws {
        try FileManager.default.createSymbolicLink(atPath: folder.path("z.txt"), withDestinationPath: "b.txt")
        #expect(folder.found("b.txt", "./b.txt", "deep/../b.txt", "z.txt") == ["./b.txt"])
        #expect(folder.found("").filter { $0.hasSuffix(".txt") } == ["b.txt"])
    }

    @Test func followsLinksToFoldersOnce() throws {
        try folder.put("other/g.txt", "g")
        try FileManager.default.createSymbolicLink(atPath: folder.path("deep/way"), withDestinationPath: "../other")
        try FileManager.default.createSymbolicLink(atPath: folder.path("deep/round"), withDestinationPath: ".")
        #expect(folder.found("deep") == ["deep/d.pdf", "deep/er/c.html", "deep/way/g.txt"])
        #expect(folder.found("").count == 5)
    }

    @Test func takesAHiddenFileThatIsNamed() { #expect(folder.found(".hidden.txt") == [".hidden.txt"]) }

    @Test func expandsGlobs() throws {
        #expect(folder.found("*.txt") == ["b.txt"])
        #expect(folder.found("?.m[dx]") == ["a.md"])
        #expect(folder.found("dee*") == ["deep/d.pdf", "deep/er/c.html"])
    }

    @Test func takesAFileWhoseNameIsAPatternForItself() throws {
        try folder.put("[b].txt", "x")
        #expect(folder.found("[b].txt") == ["[b].txt"])
    }

    @Test(arguments: ["none.txt", "*.none", "none/none.md"]) func keepsWhatIsMissingByName(name: String) throws {
        #expect(folder.found(name) == [name])
        let input = Input(path: folder.path(name))
        let refusal = try #require(throws: Refusal.self) { try input.bytes() }
        #expect(refusal.code == .unreadable)
        #expect(refusal.path == input.path)
        #expect(refusal.reason == "no such file")
    }

    @Test func findsNothingInAnEmptyFolder() throws {
        try FileManager.default.createDirectory(atPath: folder.path("empty"), withIntermediateDirectories: true)
        #expect(folder.found("empty").isEmpty)
        #expect(Inputs.under([]).isEmpty)
    }

    @Test func knowsStandardInput() { #expect(Inputs.under(["-", "-"]) == [Input(path: "-")]) }

    @Test func givesTheBytesOfAFile() throws {
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        try folder.put("long.txt", bytes)
        #expect(try Input(path: folder.path("long.txt")).bytes() == bytes)
        try folder.put("empty.txt", "")
        #expect(try Input(path: folder.path("empty.txt")).bytes() == [])
    }

    @Test(.enabled(if: getuid() != 0, "root may read everything")) func refusesAFileWithoutPermission() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path("b.txt"))
        let refusal = try #require(throws: Refusal.self) { try Input(path: folder.path("b.txt")).bytes() }
        #expect(refusal.code == .unreadable)
    }
}

@Suite struct SpecialFileTests {
    @Test func refusesAPipeInsteadOfWaitingForIt() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("pipe.txt")
        #expect(mkfifo(path, 0o600) == 0)
        let refusal = #expect(throws: Refusal.self) { try Input(path: path).bytes() }
        #expect(refusal?.code == .unreadable)
    }

    @Test func passesOverRecordsInAFolder() throws {
        let folder = try TemporaryFolder()
        try Data().write(to: URL(fileURLWithPath: folder.path("crisis.demarche")))
        #expect(Inputs.under([folder.path("")]).isEmpty)
    }
}
