import Testing

@Suite struct PipelineStart {
    @Test func begins() { #expect(Bool(true)) }
}
