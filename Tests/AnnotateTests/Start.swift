import Testing

@Suite struct AnnotateStart {
    @Test func begins() { #expect(Bool(true)) }
}
