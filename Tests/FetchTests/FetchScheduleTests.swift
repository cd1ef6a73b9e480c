import Testing

@testable import DemarcheFetch

@Suite struct FetchScheduleTests {
    /// A schedule in the hands of a test.
    private final class Turns {
        private var schedule: FetchSchedule

        init(_ addresses: [String], mostHosts: Int = 8) throws {
            schedule = FetchSchedule(try addresses.map(PageAddress.init), mostHosts: mostHosts)
        }

        func next() -> FetchSchedule.Hop? { schedule.next()?.hop }

        /// Whether the next request is the first to its host.
        func isFirst() -> Bool? { schedule.next()?.isFirst }

        func finish(_ hop: FetchSchedule.Hop, following: String? = nil) throws {
            schedule.finished(hop, following: try following.map(PageAddress.init))
        }
    }

    @Test func asksAHostForOnePageAtATime() throws {
        let turns = try Turns(["http://a.example/1", "http://a.example/2", "http://b.example/1"])
        let (first, second) = (try #require(turns.next()), try #require(turns.next()))
        #expect([first.job, second.job] == [0, 2])
        #expect(turns.next() == nil)
        try turns.finish(first)
        #expect(turns.next()?.job == 1)
        #expect(turns.next() == nil)
    }

    @Test func saysWhichRequestsAreTheFirst() throws {
        let turns = try Turns(["http://a.example/1", "http://b.example/1", "http://a.example/2"])
        let first = try #require(turns.next())
        #expect(turns.isFirst() == true)
        try turns.finish(first)
        #expect(turns.isFirst() == false)
    }

    @Test func takesPortsAndSchemesOfAHostForOneHost() throws {
        let turns = try Turns(["http://a.example/", "https://a.example:8443/"])
        #expect(turns.next() != nil)
        #expect(turns.next() == nil)
    }

    @Test func asksNoMoreHostsThanGranted() throws {
        let turns = try Turns(["http://a.example/", "http://b.example/", "http://c.example/"], mostHosts: 2)
        let first = try #require(turns.next())
        #expect(turns.next() != nil)
        #expect(turns.next() == nil)
        try turns.finish(first)
        #expect(turns.next()?.job == 2)
    }

    @Test func linesUpRedirectsAtTheHostTheyLeadTo() throws {
        let turns = try Turns(["http://a.example/", "http://b.example/"])
        let (a, b) = (try #require(turns.next()), try #require(turns.next()))
        try turns.finish(a, following: "http://b.example/2")
        #expect(turns.next() == nil)
        try turns.finish(b)
        let hop = try #require(turns.next())
        #expect((hop.job, hop.redirects, hop.address.target) == (0, 1, "/2"))
        try turns.finish(hop)
        #expect(turns.next() == nil)
    }
}
