import DemarcheRecords
import Testing

@testable import DemarcheLink

/// Which statements are renderings of one act of speech, and what is said of them.
@Suite struct UtteranceTests {
    private static let states = ["Ann Example": "Ruritania", "the palace": "Ruritania", "Jon Sample": "Ruritania"]

    private func utterances(_ reports: [Report], _ duplicates: [Duplicate] = []) -> [Utterance] {
        var linker = UtteranceLinker()
        for report in reports { linker.add(report.source) }
        return linker.links(
            reports.directory(Self.states), duplicates, MatterSample(linker.stated, LinkSample(linker.places)))
    }

    private let verbatim = Report(
        "The Courier", "1931-05-04",
        "“In this case we must speak not of the probability but of the inevitability,” Ann Example said."
    ).saying(
        "In this case we must speak not of the probability but of the inevitability", by: "Ann Example", .person,
        .direct)
    private let translated = Report(
        "Graustark Post", "1931-05-05",
        "“In that case one must speak not of the probability but of the inevitability of a clash,” Ann Example said."
    ).saying(
        "In that case one must speak not of the probability but of the inevitability of a clash", by: "Ann Example",
        .person,
        .direct)
    private let paraphrased = Report(
        "Evening Star", "1931-05-04",
        "The palace said a clash would become an inevitability if guards crossed the Vardar."
    ).saying("a clash would become an inevitability if guards crossed the Vardar", by: "the palace", .government)

    @Test func joinsRenderingsOfOneActInSeveralArticles() {
        let found = utterances([verbatim, translated, paraphrased])
        #expect(found.count == 1)
        #expect(found.first?.statements.count == 3)
        #expect(found.first?.date == "1931-05-04")
    }

    @Test func keepsItsNameWhenLaterRenderingsJoin() {
        let first = utterances([verbatim, translated])
        #expect(first.count == 1)
        #expect(utterances([verbatim, translated, paraphrased]).map(\.id) == first.map(\.id))
        let name = Identifier.firstMember(ofLink: first.first?.id ?? "")
        #expect(name?.member == verbatim.source.findings.statements.first?.id && name?.type == .utterance)
    }

    @Test func isTheSameInWhateverOrderArticlesAreRead() {
        let found = utterances([verbatim, translated, paraphrased])
        #expect(found == utterances([paraphrased, translated, verbatim]))
        #expect(found == utterances([translated, verbatim, paraphrased]))
    }

    @Test func keepsTwoPeopleApartWhoSayTheSame() {
        let other = Report(
            "Evening Star", "1931-05-04", "A dam means a direct clash between the guards, Jon Sample said."
        )
        .saying("A dam means a direct clash between the guards", by: "Jon Sample")
        let one = Report(
            "The Courier", "1931-05-04", "A dam means a direct clash between the guards, Ann Example said."
        )
        .saying("A dam means a direct clash between the guards", by: "Ann Example")
        #expect(utterances([one, other]).isEmpty)
    }

    @Test func keepsTheSameWordsOfAnotherDayApart() {
        let words = "A dam means a direct clash between the guards"
        let then = Report("The Courier", "1931-05-04", "\(words), Ann Example said.").saying(words, by: "Ann Example")
        let later = Report("The Courier", "1934-05-04", "\(words), Ann Example said again.").saying(
            words, by: "Ann Example")
        #expect(utterances([then, later]).isEmpty)
    }

    @Test func keepsASpokeswomanWithoutADayApartFromItsStateOfAnother() {
        let words = "guards on the bridge would mean a direct clash between both states"
        let then = Report("The Courier", "1931-05-04", "The palace said \(words).").saying(
            words, by: "the palace", .government)
        let sometime = Report("Evening Star", nil, "Ann Example said \(words).").saying(words, by: "Ann Example")
        #expect(utterances([then, sometime]).isEmpty)
    }

    @Test func takesWhatPointsBackForTheWordsItPointsTo() {
        let report = Report(
            "The Courier", nil,
            "The palace said that a clash with the league would become inevitable if guards of its members crossed the Vardar. "
                + "“In this case we must speak of the inevitability of a clash,” Ann Example said."
        )
        .saying(
            "a clash with the league would become inevitable if guards of its members crossed the Vardar",
            by: "the palace",
            .government
        )
        .saying("In this case we must speak of the inevitability of a clash", by: "Ann Example", .person, .direct)
        #expect(utterances([report]).first?.statements.count == 2)
    }

    @Test func doesNotTakeAConjunctionForAPointer() {
        let clash = Report(
            "The Courier", nil, "Ann Example said that sending guards to the Vardar would lead to a clash with Saba."
        )
        .saying("that sending guards to the Vardar would lead to a clash with Saba", by: "Ann Example")
        let aim = Report("Evening Star", nil, "Ann Example said that guards were sent to occupy the Vardar.")
            .saying("that guards were sent to occupy the Vardar", by: "Ann Example")
        #expect(utterances([clash, aim]).isEmpty)
    }

    @Test func keepsOtherWordsOfTheSameDayApart() {
        let dam = Report("The Courier", "1931-05-04", "A dam on the Vardar means war, Ann Example said.")
            .saying("A dam on the Vardar means war", by: "Ann Example")
        let wheat = Report(
            "Evening Star", "1931-05-04", "Wheat from the Vardar will be sold at cost, Ann Example said."
        )
        .saying("Wheat from the Vardar will be sold at cost", by: "Ann Example")
        #expect(utterances([dam, wheat]).isEmpty)
    }

    @Test func doesNotTakeAPartOfAStatementForARendering() {
        let report = Report(
            "The Courier", "1931-05-04", "Ann Example said she was considering selling the power stations."
        )
        .saying("she was considering selling the power stations", by: "Ann Example")
        .saying("selling the power stations", by: "Ann Example")
        #expect(utterances([report]).isEmpty)
    }

    @Test func doesNotChainWhatOnlyALongerSpeechConnects() {
        let dam = "the dam on the Vardar would be blown up before winter"
        let wheat = "wheat from Hentzau would be sold abroad at cost"
        let both = Report("The Courier", "1931-05-04", "Ann Example said \(dam) and \(wheat).")
            .saying("\(dam) and \(wheat)", by: "Ann Example")
        let printed = [("Evening Star", dam), ("Graustark Post", dam), ("Telegraph", wheat), ("Morning Star", wheat)]
        let parts = printed.map { outlet, words in
            Report(outlet, "1931-05-04", "\(outlet as String): Ann Example said \(words).").saying(
                words, by: "Ann Example")
        }
        let found = utterances([both] + parts)
        #expect(found.allSatisfy { $0.statements.count < 4 })
        #expect(found.count == 2)
    }

    @Test func takesADenialForTheSameAsItsNegation() {
        let denied = Report("The Courier", "1931-05-04", "Ann Example denied that guards had crossed the Vardar.")
            .saying("guards had crossed the Vardar", by: "Ann Example").denied
        let negated = Report("Evening Star", "1931-05-04", "No guards had crossed the Vardar, Ann Example said.")
            .saying("No guards had crossed the Vardar", by: "Ann Example")
        let claimed = Report("Graustark Post", "1931-05-04", "Guards had crossed the Vardar, Ann Example said.")
            .saying("Guards had crossed the Vardar", by: "Ann Example")
        #expect(utterances([denied, negated]).count == 1)
        #expect(utterances([denied, claimed]).isEmpty)
    }

    @Test func findsAPersonUnderAPartOfTheName() {
        let words = "the guards on the Vardar will have no powder before the harvest"
        let full = Report("The Courier", "1931-05-04", "Ann Maria Example said \(words).")
            .saying(words, by: "Ann Maria Example")
        let short = Report("Evening Star", "1931-05-04", "Maria Example said \(words).").saying(
            words, by: "Maria Example")
        let other = Report("Graustark Post", "1931-05-04", "Jon Example said \(words).").saying(
            words, by: "Jon Example")
        #expect(utterances([full, short]).count == 1)
        #expect(utterances([full, other]).isEmpty)
    }

    @Test func joinsWordsRecalledFromTheirMonth() {
        let words = "we ask the nine villages of the Vardar for pardon"
        let then = Report("The Courier", "1931-05-04", "“\(words),” Ann Example said.")
            .saying(words, by: "Ann Example", .person, .direct)
        let recalled = Report("Evening Star", "1941-05-04", "“\(words),” Ann Example said in May 1931.")
            .saying(words, by: "Ann Example", .person, .direct, said: "1931-05")
        let otherMonth = Report("Evening Star", "1941-05-04", "“\(words),” Ann Example said in June 1931.")
            .saying(words, by: "Ann Example", .person, .direct, said: "1931-06")
        #expect(utterances([then, recalled]).first?.date == "1931-05-04")
        #expect(utterances([then, otherMonth]).isEmpty)
    }

    // MARK: Origins

    @Test func countsOneOriginWhereNobodySaysWhomTheyHaveItFrom() {
        #expect(utterances([verbatim, translated, paraphrased]).first?.origins.count == 1)
    }

    @Test func takesTheCreditedAgencyForTheOrigin() {
        let words = "the border with Graustark stays shut until the harvest"
        let wire = Report("Telegraph Agency", "1931-05-04", "Ann Example said \(words).").saying(
            words, by: "Ann Example")
        let carried = Report("The Courier", "1931-05-05", "Ann Example said \(words), the Telegraph Agency reported.")
            .saying(words, by: "Ann Example", via: "Telegraph Agency")
        let found = utterances([wire, carried]).first
        #expect(found?.origin.outlet == "Telegraph Agency")
        #expect(found?.origins == ["Telegraph Agency"])
        #expect(found?.carriers.count == 2)
    }

    @Test func takesTheAgencyWhoseTextAnArticlePrints() {
        let words = "the border with Graustark stays shut until the harvest"
        let one = Report("The Courier", "1931-05-04", "Ann Example said \(words).").saying(words, by: "Ann Example")
        let other = Report("Evening Star", "1931-05-04", "In Strelsau Ann Example said \(words).")
            .saying(words, by: "Ann Example")
        let copy = Duplicate(one.article.id, other.article.id, kind: .wire, shared: 1, agency: "Telegraph Agency")
        #expect(utterances([one, other], [copy]).first?.origins == ["Telegraph Agency"])
    }

    // MARK: Differences

    @Test func namesForceThatDiffers() {
        let strong = Report(
            "The Courier", "1931-05-04", "Ann Example said a dam on the Vardar would lead to a border war."
        )
        .saying("a dam on the Vardar would lead to a border war", by: "Ann Example")
        let weak = Report(
            "Evening Star", "1931-05-04", "A dam on the Vardar could lead to a border war, Ann Example said."
        )
        .saying("A dam on the Vardar could lead to a border war", by: "Ann Example")
        let differences = utterances([strong, weak]).first?.renderings.flatMap(\.differences) ?? []
        #expect(differences.contains { $0.kind == .force && Set([$0.here, $0.there]) == ["could", "would"] })
    }

    @Test func namesTheConditionThatOneLeavesOut() {
        let full = Report(
            "The Courier", "1931-05-04",
            "“We shall shut the border with Graustark if the guards stay on the bridge,” Ann Example said."
        ).saying(
            "We shall shut the border with Graustark if the guards stay on the bridge", by: "Ann Example", .person,
            .direct)
        let bare = Report(
            "Evening Star", "1931-05-04", "Ruritania will shut the border with Graustark, Ann Example said."
        )
        .saying("Ruritania will shut the border with Graustark", by: "Ann Example")
        let differences = utterances([full, bare]).first?.renderings.flatMap(\.differences) ?? []
        #expect(differences.contains { $0.kind == .condition && $0.there == "if the guards stay on the bridge" })
    }

    @Test func namesWordsThatNobodyElseQuotes() {
        let many = [("The Courier", ""), ("Evening Star", " again")].map { outlet, more in
            Report(
                outlet, "1931-05-04",
                "“The border with Graustark stays shut until the harvest is in,” Ann Example said\(more)."
            )
            .saying(
                "The border with Graustark stays shut until the harvest is in", by: "Ann Example", .person, .direct)
        }
        let odd = Report(
            "Graustark Post", "1931-05-04",
            "“Graustark will find the border shut until harvest and shall starve before winter,” Ann Example said."
        ).saying(
            "Graustark will find the border shut until harvest and shall starve before winter", by: "Ann Example",
            .person,
            .direct)
        let renderings = utterances(many + [odd]).first?.renderings ?? []
        let doubtful = renderings.filter { $0.differences.contains { $0.kind == .quotation } }
        #expect(doubtful.map(\.article) == [odd.article.id])
    }

    @Test func takesAnotherTranslationForNoOddQuotation() {
        let one = "The border with Graustark will remain closed until the harvest is brought in"
        let other = "We will keep the frontier to Graustark shut until the harvest has been brought in"
        let found = utterances(
            [("The Courier", one), ("Evening Star", other)].map {
                Report($0, "1931-05-04", "“\($1),” Ann Example said.").saying($1, by: "Ann Example", .person, .direct)
            })
        #expect(found.count == 1)
        #expect(found.flatMap(\.renderings).flatMap(\.differences).allSatisfy { $0.kind == .wording })
    }

    @Test func namesNoForceOfASentenceThatTheOtherLeavesOut() {
        let full =
            "The guards of the upper valley have been fed, and they could be paid before the harvest is brought in"
        let long = Report("The Courier", "1931-05-04", "“\(full),” Ann Example said.")
            .saying(full, by: "Ann Example", .person, .direct)
        let words = "The guards of the upper valley have been fed"
        let short = Report("Evening Star", "1931-05-04", "“\(words),” Ann Example said.")
            .saying(words, by: "Ann Example", .person, .direct)
        let kinds = utterances([long, short]).flatMap(\.renderings).flatMap(\.differences).map(\.kind)
        #expect(kinds.contains(.omission) && !kinds.contains(.force))
    }

    @Test func takesTheOutletThatWasToldForTheOrigin() {
        let words = "the border with Graustark stays shut until the harvest"
        var own = Report("The Courier", "1931-05-05", "Ann Example told The Courier \(words).").saying(
            words, by: "Ann Example")
        own.findings.statements[0].occasion = Occasion(addressee: own.evidence("The Courier"))
        let agency = Report(
            "Telegraph Agency", "1931-05-05", "Ann Example said \(words).", agencies: ["Telegraph Agency"]
        )
        .saying(words, by: "Ann Example")
        #expect(utterances([own, agency]).first?.origins == ["Telegraph Agency", "The Courier"])
    }
}
