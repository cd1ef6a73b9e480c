import TestSupport
import Testing

@testable import DemarcheLink

struct RadixSortTests {
    @Test func ordersByAllBits() {
        var generator = SplitMix64(state: 7)
        let values = (0..<2_000).map { _ in generator.next() } + [0, .max, 255, 256]
        #expect(values.sorted(byBits: 0..<64) == values.sorted())
    }

    @Test func keepsTheOrderOfWhatIsEqualInTheseBits() {
        let values: [UInt32] = [0x209, 0x108, 0x201, 0x103]
        #expect(values.sorted(byBits: 8..<16) == [0x108, 0x103, 0x209, 0x201])
    }

    @Test func leavesNothingAsItIs() { #expect([UInt32]().sorted(byBits: 0..<24).isEmpty) }
}
