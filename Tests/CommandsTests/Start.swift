import Testing

@Suite struct CommandsStart {
    @Test func begins() { #expect(Bool(true)) }
}
