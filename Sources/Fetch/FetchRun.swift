/// The state of a list that is being fetched. Pure, as ``FetchSchedule`` is: it says what to ask next and is told what came.
struct FetchRun {
    private var schedule: FetchSchedule
    private let mostRedirects: Int
    private var robots: [String: RobotsAnswer] = [:]
    private var known: [Int: KeptPage] = [:]
    private var done = 0
    private(set) var outcomes: [FetchOutcome]

    init(_ addresses: [PageAddress], _ limits: FetchLimits) {
        schedule = FetchSchedule(addresses, mostHosts: limits.hosts)
        mostRedirects = limits.redirects
        outcomes = Array(repeating: .refused(FetchFailure("not fetched")), count: addresses.count)
    }

    /// - Parameter page: what was kept of an address.
    mutating func next(_ page: (PageAddress) -> KeptPage?) -> PageVisit? {
        guard let (hop, isFirst) = schedule.next() else { return nil }
        known[hop.job] = page(hop.address)
        return PageVisit(
            hop: hop, isFirst: isFirst, robots: robots[hop.address.origin], validators: known[hop.job]?.validators)
    }

    /// How many addresses are done by now.
    ///
    /// - Parameter place: where the answer was kept.
    mutating func take(_ result: HopResult, of hop: FetchSchedule.Hop, keptAt place: Int?) -> Int {
        robots[hop.address.origin] = result.robots
        do throws(FetchFailure) {
            let answer = try result.answer.get()
            let following = try answer.redirection.map { location throws(FetchFailure) in
                try redirected(hop, to: location)
            }
            schedule.finished(hop, following: following)
            if following == nil { end(hop, try outcome(answer, hop, place)) }
        } catch {
            schedule.finished(hop, following: nil)
            end(hop, .refused(error))
        }
        return done
    }

    private mutating func end(_ hop: FetchSchedule.Hop, _ outcome: FetchOutcome) {
        outcomes[hop.job] = outcome
        done += 1
    }

    private func redirected(_ hop: FetchSchedule.Hop, to location: String) throws(FetchFailure) -> PageAddress {
        guard hop.redirects < mostRedirects else { throw FetchFailure("more than \(mostRedirects) redirects") }
        do throws(FetchFailure) { return try hop.address.following(location) } catch {
            throw FetchFailure("redirected to “\(location.prefix(200))”: \(error.reason)")
        }
    }

    private func outcome(
        _ answer: HTTPExchange, _ hop: FetchSchedule.Hop, _ place: Int?
    ) throws(FetchFailure) -> FetchOutcome {
        if let kept = known[hop.job], answer.status == 304 { return .unchanged(at: kept.place) }
        guard (200..<300).contains(answer.status), let place else {
            throw FetchFailure("the server answered with status \(answer.status)")
        }
        return .fetched(at: place)
    }
}
