/// What asking for a robots.txt came to.
enum RobotsAnswer: Sendable, Equatable {
    case rules(RobotsRules)
    /// Without an answer that settles it everything counts as forbidden, with the reason.
    case unavailable(String)
}

/// Asks a site for its robots.txt (RFC 9309, 2.3).
struct RobotsReader: Sendable {
    /// By which a robots.txt can call this program.
    static let agent = "demarche"
    private static let mostRedirects = 5

    let connection: HTTPConnection
    let fields: FetchFields

    /// - Parameter address: any page of the site.
    func robots(of address: PageAddress) async -> RobotsAnswer {
        do throws(FetchFailure) {
            var place = try address.following("/robots.txt")
            for _ in 0...Self.mostRedirects {
                let answer = try await connection.answer(
                    to: place, fields.forRobots(place), limit: RobotsRules.limit, cuts: true)
                guard let location = answer.redirection else { return Self.meaning(answer) }
                place = try place.following(location)
            }
            return .rules(.none)
        } catch {
            return .unavailable(error.isOfHost ? error.reason : Self.without(error.reason))
        }
    }

    private static func without(_ reason: String) -> String {
        "nothing is fetched while the site's robots.txt cannot be had (\(reason)); try again later"
    }

    private static func meaning(_ answer: HTTPExchange) -> RobotsAnswer {
        switch answer.status {
        case 200..<300:
            let coding = answer["content-encoding"]?.lowercased() ?? "identity"
            guard coding == "identity" else {
                return .unavailable(without("it is packed as \(coding), which was not asked for"))
            }
            return .rules(RobotsRules(answer.body, agent: agent))
        case 429: return .unavailable(without("status 429"))
        case 400..<500: return .rules(.none)
        default: return .unavailable(without("status \(answer.status)"))
        }
    }
}

extension HTTPExchange {
    /// Where a redirect leads, as it stands in the answer; nil for other answers.
    var redirection: String? { [301, 302, 303, 307, 308].contains(status) ? self["location"] : nil }
}
