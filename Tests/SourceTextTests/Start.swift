import Testing

@Suite struct SourceTextStart {
    @Test func begins() { #expect(Bool(true)) }
}
