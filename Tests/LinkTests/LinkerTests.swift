import DemarcheRecords
import Testing

@testable import DemarcheLink

@Suite struct LinkerTests {
    @Test func findsNothingWhereThereIsNothing() {
        #expect(Linker().links() == Links())
    }
}
