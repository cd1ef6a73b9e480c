/// A page to ask for, and what is known of its site.
struct PageVisit: Sendable {
    let hop: FetchSchedule.Hop
    /// Whether its host was not asked before.
    let isFirst: Bool
    let robots: RobotsAnswer?
    let validators: Validators?
}

struct HopResult: Sendable {
    let robots: RobotsAnswer
    let answer: Result<HTTPExchange, FetchFailure>

    /// What is worth keeping: not the answer that nothing changed.
    var kept: HTTPExchange? {
        guard case .success(let exchange) = answer, exchange.status != 304 else { return nil }
        return exchange
    }
}

/// Asks for one page as its site wants to be asked.
struct PageClient: Sendable {
    private let options: FetchOptions
    private let sleep: @Sendable (Double) async throws -> Void
    private let connection: HTTPConnection
    private let fields: FetchFields

    init(_ options: FetchOptions, _ surroundings: FetchSurroundings) {
        self.options = options
        sleep = surroundings.sleep
        connection = HTTPConnection(options: options, surroundings: surroundings)
        fields = FetchFields(contact: options.contact)
    }

    func result(of visit: PageVisit) async -> HopResult {
        var robots = visit.robots
        if robots == nil {
            robots = await RobotsReader(connection: connection, fields: fields).robots(of: visit.hop.address)
        }
        let answer = robots ?? .unavailable("not asked for")
        do throws(FetchFailure) {
            return HopResult(robots: answer, answer: .success(try await page(visit, answer)))
        } catch {
            return HopResult(robots: answer, answer: .failure(error))
        }
    }

    private func page(_ visit: PageVisit, _ robots: RobotsAnswer) async throws(FetchFailure) -> HTTPExchange {
        let address = visit.hop.address
        let rules = try granted(address, robots)
        if !visit.isFirst { try await pause(max(options.delay, min(rules.crawlDelay ?? 0, options.limits.crawlDelay))) }
        var answer = try await ask(visit)
        for _ in 0..<options.limits.retries where [429, 503].contains(answer.status) {
            guard let wait = RetryAfter.seconds(answer) else { break }
            guard wait <= options.limits.retryAfter else {
                throw FetchFailure(
                    "the server answered with status \(answer.status) and asks to wait \(wait.formatted) s; try again then"
                )
            }
            try await pause(max(wait, options.delay))
            answer = try await ask(visit)
        }
        return answer
    }

    private func granted(_ address: PageAddress, _ robots: RobotsAnswer) throws(FetchFailure) -> RobotsRules {
        switch robots {
        case .rules(let rules) where rules.allows(address.target): return rules
        case .rules:
            throw FetchFailure("\(address.origin)/robots.txt forbids it; ask the site or save the page by hand")
        case .unavailable(let reason): throw FetchFailure(reason)
        }
    }

    private func ask(_ visit: PageVisit) async throws(FetchFailure) -> HTTPExchange {
        let address = visit.hop.address
        return try await connection.answer(
            to: address, fields.forPage(address, visit.validators), limit: options.limits.bodyBytes)
    }

    private func pause(_ seconds: Double) async throws(FetchFailure) {
        guard seconds > 0 else { return }
        do { try await sleep(seconds) } catch { throw FetchFailure("cancelled") }
    }
}
