import DemarcheIngest
import DemarcheRecords
import Testing

@Suite struct CompressionTests {
    private static let record = #"{"text": "\#(FormatSamples.prose)"}"# + "\n"

    @Test func readsGzipOfSeveralPartsByItsBytesNotItsName() throws {
        let packed = try FormatSamples.gzip(Self.record) + FormatSamples.gzip(Self.record) + [0, 0, 0]
        for path in ["dump.jsonl.gz", "dump.jsonl"] {
            let input = StreamedInput(packed, path: path, piece: 11)
            #expect(input.documents.map(\.offset) == [0, Self.record.utf8.count])
            #expect(input.refusals.isEmpty)
        }
    }

    @Test func readsZstd() {
        let frame = FormatSamples.zstd(Array(Self.record.utf8))
        let input = StreamedInput(frame + frame, path: "dump.jsonl.zst", piece: 5)
        #expect(input.documents.map(\.offset) == [0, Self.record.utf8.count])
        #expect(input.refusals.isEmpty)
    }

    @Test func givesAPackedPageTheIdOfThePlainOne() throws {
        let plain = Array(FormatSamples.prose.utf8)
        let packed = StreamedInput(try FormatSamples.gzip(plain), path: "a.txt.gz")
        #expect(packed.articles.map(\.id) == [try Ingest().article(path: "a.txt", bytes: plain).id])
    }

    @Test func namesTheByteAtWhichADamagedFileEndsAndKeepsWhatStoodBefore() throws {
        let many = String(repeating: Self.record, count: 3_000)
        let whole = try FormatSamples.gzip(many)
        let cut = StreamedInput(Array(whole.dropLast(20)), path: "dump.jsonl.gz")
        #expect(cut.documents.count > 100)
        #expect(cut.refusals.last?.code == .damaged)
        #expect(cut.refusals.last?.reason.contains("at byte \(whole.count - 20)") == true)
        var damaged = whole
        for index in (damaged.count / 2)..<(damaged.count / 2 + 8) { damaged[index] ^= 0xFF }
        #expect(StreamedInput(damaged, path: "dump.jsonl.gz").refusals.contains { $0.code == .damaged })
    }

    @Test(arguments: [
        [0x1F, 0x8B], [0x1F, 0x8B, 0x08, 0, 0, 0], [0x28, 0xB5, 0x2F, 0xFD], [0x28, 0xB5, 0x2F, 0xFD, 0xFF, 0xFF],
    ])
    func refusesTheHeadOfAPackedFileAlone(bytes: [UInt8]) {
        let input = StreamedInput(bytes, path: "dump.jsonl.gz")
        #expect(input.documents.isEmpty)
        #expect(input.refusals.map(\.code) == [.damaged])
    }

    @Test func refusesAZstdWindowOfAGigabyte() {
        let input = StreamedInput([0x28, 0xB5, 0x2F, 0xFD, 0x00, 0xA0, 0x01, 0, 0], path: "dump.jsonl.zst")
        #expect(input.refusals.map(\.code) == [.damaged])
    }

    @Test func readsOnlySoMuchOfABombAsATextMayHave() throws {
        let bomb = try FormatSamples.gzip([UInt8](repeating: 0x20, count: 80 << 20))
        #expect(bomb.count < 100_000)
        #expect(StreamedInput(bomb, path: "a.txt.gz").refusals.map(\.code) == [.tooLarge])
        #expect(StreamedInput(bomb, path: "a.jsonl.gz").refusals.map(\.code) == [.tooLarge])
    }
}
