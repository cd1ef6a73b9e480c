import Testing

@testable import DemarcheFetch

@Suite struct RobotsRulesTests {
    private static func rules(_ text: String) -> RobotsRules { RobotsRules(Array(text.utf8), agent: "demarche") }

    @Test(arguments: [
        ("", "/a", true),
        ("User-agent: *\nDisallow: /", "/a", false),
        ("User-agent: *\nDisallow:", "/a", true),
        ("user-AGENT : *\r\ndisALLOW:/a # no\r\n", "/ab", false),
        ("\u{FEFF}User-agent: *\rDisallow: /a", "/a", false),
        ("User-agent: *\nDisallow: /a", "/A", true),
        ("Disallow: /", "/a", true),
        ("User-agent: other\nDisallow: /", "/a", true),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Demarche/2.0\nAllow: /", "/a", true),
        ("User-agent: *\nAllow: /\n\nUser-agent: demarche\nDisallow: /a", "/a", false),
        ("User-agent: demarches\nDisallow: /", "/a", true),
        ("User-agent: other\nUser-agent: demarche\nDisallow: /a", "/a", false),
        ("User-agent: demarche\nUser-agent: other\nDisallow: /a", "/a", false),
        ("User-agent: demarche\nDisallow: /a\nUser-agent: other\nDisallow: /b", "/b", true),
        ("User-agent: demarche\nDisallow: /a\n\nUser-agent: demarche\nDisallow: /b", "/b", false),
        ("User-agent: *\nSitemap: /x\nDisallow: /a", "/a", false),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true),
        ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", false),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true),
        ("User-agent: *\nDisallow: /a$", "/a", false),
        ("User-agent: *\nDisallow: /a$", "/ab", true),
        ("User-agent: *\nDisallow: /*/print", "/x/y/print/z", false),
        ("User-agent: *\nDisallow: /a*b*c", "/a-c-b", true),
        ("User-agent: *\nDisallow: /a**c", "/abc", false),
        ("User-agent: *\nDisallow: /*b$", "/abab", false),
        ("User-agent: *\nDisallow: *", "/a", false),
        ("User-agent: *\nDisallow: /a?b", "/a?b=c", false),
        ("User-agent: *\nDisallow: /%7Eann/%e4", "/~ann/%E4", false),
        ("User-agent: *\nDisallow: /ä", "/%C3%A4", false),
        ("User-agent: *\nDisallow: /a%2Fb", "/a/b", true),
        ("User-agent: *\nDisallow: /", "/robots.txt", true),
    ]) func decides(text: String, target: String, isAllowed: Bool) {
        #expect(Self.rules(text).allows(target) == isAllowed)
    }

    @Test(
        arguments: [
            ("User-agent: *\nCrawl-delay: 2.5", 2.5), ("User-agent: *\nCrawl-delay: 3\nCrawl-delay: soon", 3),
            ("User-agent: *\nCrawl-delay: -1", nil), ("User-agent: *\nCrawl-delay: inf", nil),
            ("User-agent: other\nCrawl-delay: 9", nil), ("User-agent: demarche\nCrawl-delay: 1e300", 1e300),
        ] as [(String, Double?)]) func readsTheDelay(text: String, delay: Double?)
    {
        #expect(Self.rules(text).crawlDelay == delay)
    }

    @Test func readsNoMoreThanTheLimit() {
        let padding = String(repeating: "# x\n", count: RobotsRules.limit / 4)
        #expect(Self.rules(padding + "User-agent: *\nDisallow: /").allows("/a"))
    }

    private static let hostile = [
        "stars": "User-agent: *\nDisallow: /" + String(repeating: "a*", count: 50_000) + "b",
        "rules": "User-agent: *\n" + String(repeating: "Disallow: /*a*a*a*a*a*b\n", count: 2_000),
        "agents": String(repeating: "User-agent: *\n", count: 5_000), "colons": String(repeating: ":", count: 100_000),
        "controls": String(repeating: "User-agent: \u{0}\u{1B}[2J\nDisallow: %\nDisallow: %G1%+1\n", count: 1_000),
    ]

    @Test(.timeLimit(.minutes(1)), arguments: ["stars", "rules", "agents", "colons", "controls"])
    func endsOnHostileRules(name: String) throws {
        let rules = Self.rules(try #require(Self.hostile[name]))
        #expect(rules.allows("/" + String(repeating: "a", count: 200)))
    }
}
