import Testing

@Suite struct StoreStart {
    @Test func begins() { #expect(Bool(true)) }
}
