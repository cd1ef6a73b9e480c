import TestSupport
import Testing

/// What the fuzzer kept of each format, read again.
@Suite struct FuzzedFormatTests {
    @Test(arguments: FuzzedFormat.allCases) func readsThemWithoutATrapAndProvesEachText(format: FuzzedFormat) throws {
        let inputs = try format.kept()
        #expect(inputs.count > 10)
        let articles = try inputs.map { try format.read($0) }
        #expect(articles.contains { $0 > 0 })
    }
}
