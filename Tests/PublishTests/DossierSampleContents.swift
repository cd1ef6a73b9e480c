import DemarchePublish
import DemarcheRecords
import DemarcheSourceText

extension DossierSamples {
    /// A record with something of everything that the page shows.
    static let crisis: DossierContents = {
        let alarm = alarmArticle
        let outer = statement(
            alarm, by: "Fidel Castro", office: "Prime Minister", cue: ("told", .state),
            [
                "that Cuba would not let anyone inspect its territory, "
                    + "and that President Kennedy had threatened to «act alone»"
            ],
            directness: .mixed)
        let inner = statement(
            alarm, by: "President Kennedy", cue: ("threatened", .threaten), ["to «act alone»"], inside: outer.id)
        let absent = statement(
            alarm, by: nil, naming: .absent, cue: ("It was reported", .state), ["the alarm remains in force"],
            notes: ["no source is named"])
        var broken = statement(
            alarm, by: "a delegate", naming: .unnamed, cue: ("warned", .warn), ["There is a limit", "and it is near"],
            directness: .direct, notes: ["unbalanced quotation marks"])
        let wire = evidence("Continental Wire", in: alarm)
        broken.via = [Carrier(name: "Continental Wire", kind: .agency, evidence: wire)]
        let undated = article(
            "NATO allies did not say that ships would sail — “not yet”.", id: "a-0000000000000003", headline: nil,
            outlet: nil, published: nil)
        var denial = statement(
            undated, by: "NATO allies", naming: .collective, cue: ("say", .state), ["that ships would sail — “not yet”"]
        )
        denial.polarity = .negated
        let refusal = Refusal(
            path: "articles/empty.html", code: .empty, reason: "The file holds no bytes; save it again.")
        let statements = [denial, inner, absent, broken, outer] + quarantineStatements
        return contents([undated, quarantine, alarm], statements, refusals: [refusal])
    }()

    static let alarmArticle = article(
        """
        The Whole Island Stands to Arms
        By Lázaro Montiel
        Prime Minister Fidel Castro told the country that Cuba would not let anyone inspect its territory, \
        and that President Kennedy had threatened to «act alone».
        The posture of the army
        It was reported that the alarm remains in force. “There is a limit,” warned a delegate, \
        “and it is near,” Continental Wire wrote.
        It would be folly to go on.
        Related: How to black out a window
        Share this: Post | Telegram
        """,
        headline: "The Whole Island Stands to Arms", outlet: "Royal Palm Telegraph",
        kinds: [0: .headline, 1: .byline, 3: .heading, 5: .opinion, 6: .boilerplate, 7: .boilerplate])

    static let quarantine = article(
        """
        President Kennedy said that the Navy would stop every ship bound for Cuba. He demanded that the rockets go.
        Secretary of State Dean Rusk asked the allies to be patient, and Ambassador Adlai Stevenson put the case to the Council in New York.
        Until hell freezes over, if that is your decision.
        """,
        id: "a-0000000000000002", headline: "Quarantine of Cuba Is Proclaimed", outlet: "The Harbor Courier",
        published: "1962-10-22", kinds: [2: .quotation])

    static var quarantineStatements: [ReportedStatement] {
        var stevenson = statement(
            quarantine, by: "Adlai Stevenson", office: "Ambassador",
            ["Until hell freezes over, if that is your decision."],
            directness: .direct)
        stevenson.said = RecordedDate(date: "1962-10-21", precision: .day, basis: .anchored)
        return [
            statement(
                quarantine, by: "President Kennedy", cue: ("said", .state),
                ["that the Navy would stop every ship bound for Cuba"]),
            statement(quarantine, by: "President Kennedy", cue: ("demanded", .demand), ["that the rockets go"]),
            statement(
                quarantine, by: "Dean Rusk", office: "Secretary of State", cue: ("asked", .ask), ["to be patient"]),
            stevenson,
        ]
    }

    /// Words that would do harm in a page that did not escape them, in every field that a source can fill.
    static let hostile: DossierContents = {
        let attacks = [
            "<script>window.pwned=1</script>", "\"><img src=x onerror=window.pwned=1>", "{{title}} {{{script}}}",
            "' onfocus=window.pwned=1 autofocus x='", "\u{600}<img src=x onerror=window.pwned=1>",
            "\u{600}\"\u{600}><svg onload=window.pwned=1>", "</title></style><script>window.pwned=1</script>",
            "<!--<script>window.pwned=1", "a\u{0}b\u{1B}c\u{FFFE}d\u{202E}e",
            "]]></script><iframe src=//pwned.example>",
        ]
        let articles = attacks.enumerated().map { hostileArticle($1, number: $0) }
        let statements = zip(attacks, articles).map { attack, article in
            var statement = statement(
                article, by: attack, office: attack, cue: (attack, .warn), [attack], notes: [attack])
            statement.via = [Carrier(name: attack, kind: .agency, evidence: evidence(attack, in: article))]
            return statement
        }
        let refusals = attacks.map { Refusal(path: $0, code: .notAnArticle, reason: $0) }
        return contents(articles, statements, refusals: refusals, title: attacks.joined(separator: " "))
    }()

    private static func hostileArticle(_ attack: String, number: Int) -> Article {
        var article = article(
            "\(attack) said \(attack)\n\(attack)", id: "a-000000000000001\(number)", headline: attack, outlet: attack,
            published: nil, kinds: [1: .heading])
        article.metadata.published = RecordedDate(date: attack, precision: .day, basis: .given)
        article.metadata.bylines = [attack]
        article.metadata.agencies = [attack]
        article.metadata.url = "javascript:\(attack)"
        article.source.path = attack
        return article
    }
}
