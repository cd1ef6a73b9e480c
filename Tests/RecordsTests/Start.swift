import Testing

@Suite struct RecordsStart {
    @Test func begins() { #expect(Bool(true)) }
}
