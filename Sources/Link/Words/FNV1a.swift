/// FNV-1a of 64 bits (Fowler, Noll and Vo): the same number for the same words on every machine.
enum FNV1a {
    private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    static func hash(_ text: String) -> UInt64 { text.utf8.reduce(basis) { ($0 ^ UInt64($1)) &* prime } }

    /// Over numbers instead of bytes.
    static func hash(_ numbers: some Sequence<UInt64>) -> UInt64 { numbers.reduce(basis) { ($0 ^ $1) &* prime } }
}
