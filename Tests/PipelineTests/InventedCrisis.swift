import DemarcheRecords
import DemarcheSourceText
import TestSupport

/// Articles about the quarrel of Graustark and Dawsbergen over a pass, as many as asked for, with what is found in them: copies,
/// renderings of one act of speech, opposed positions, warnings, events reported twice, with and without dates.
///
/// The same seed gives the same articles.
struct InventedCrisis {
    struct Piece {
        var article: Article
        var findings: Findings

        var bytes: [UInt8] { Array(article.text.string.utf8) }
    }

    private(set) var pieces: [Piece] = []
    private var state: UInt64

    init(seed: UInt64, count: Int) {
        state = seed
        for number in 0..<count { pieces.append(piece(number)) }
    }

    /// One article and copies of it, each with a line more.
    init(seed: UInt64, copies: Int) {
        self.init(seed: seed, count: 1)
        for number in 1...copies { pieces.append(copy(of: pieces[0], number)) }
    }

    /// From 0 to less than `count`: a linear congruential generator (Knuth's constants).
    mutating func next(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
    }

    mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
        var values = values
        for place in values.indices.dropFirst().reversed() { values.swapAt(place, next(place + 1)) }
        return values
    }

    // MARK: Words

    private static let people = ["Iris Venn", "Otto Strelsau", "Mara Lind", "Venn", "Strelsau", "Graustark"]
    private static let sayings = [
        "we must speak not of the probability but of the inevitability of a clash",
        "the pass stays shut until the last gun leaves the valley of the Vardar",
        "a tariff on salt would ruin the villages on both banks of the river",
        "the valley of the Vardar must be free of every foreign gun before the pass opens",
    ]
    private static let proposals = ["a tariff on salt", "sending guards to the pass", "guns sent to the pass"]
    private static let deeds = ["moved two batteries to the pass", "closed the border", "met the envoys in Strelsau"]
    private static let filler = [
        "Merchants in the lower town counted their sacks of wool and said little about the autumn fair this year.",
        "The railway along the river carried fewer passengers than in any week since the great flood of the spring.",
        "In the evening the bells of the old cathedral rang for an hour, though nobody had ordered it.",
        "Farmers on the eastern slope expect a poor harvest of rye after the frost that came so late.",
    ]

    // MARK: Pieces

    private mutating func piece(_ number: Int) -> Piece {
        if number > 2, next(5) == 0 { return copy(of: pieces[next(number)], number) }
        let said = (0..<1 + next(3)).map { _ in
            (Self.people[next(Self.people.count)], Self.sayings[next(Self.sayings.count)])
        }
        let (proposal, deed) = (Self.proposals[next(Self.proposals.count)], Self.deeds[next(Self.deeds.count)])
        var lines = ["Envoys speak of the pass, part \(number)"]
        lines += said.map { "“\($1),” \($0) said." }
        lines += ["Dawsbergen \(deed).", "There was talk of \(proposal); war could follow."]
        lines += (0..<2).map { _ in Self.filler[next(Self.filler.count)] }
        var piece = Piece(article: article(lines.joined(separator: "\n"), number), findings: Findings())
        for (speaker, words) in said { piece.says(speaker, words, isDirect: next(2) == 0) }
        let speaker = Self.people[next(Self.people.count)]
        if next(2) == 0 {
            piece.holds(speaker, [.supports, .opposes, .rulesOut][next(3)], on: proposal)
        } else {
            piece.warns(speaker, if: proposal, [.possible, .certain][next(2)])
        }
        piece.happens([.mobilize, .coerce, .consult][Self.deeds.firstIndex(of: deed) ?? 0], deed)
        return piece
    }

    private mutating func copy(of piece: Piece, _ number: Int) -> Piece {
        let text = piece.article.text.string + "\nThis stood in part \(number)."
        return Piece(article: article(text, number), findings: piece.findings).anchoredAnew
    }

    private mutating func article(_ text: String, _ number: Int) -> Article {
        var article = Article.made(text, kinds: [0: .headline], path: "part-\(number).txt")
        article.metadata.outlet = Outlet(name: ["Courier", "Post", "Star"][next(3)], domain: nil)
        article.metadata.headline = article.blocks.first.map { String(article.text[$0.span]) }
        article.metadata.published =
            next(6) == 0 ? nil : RecordedDate(iso: "1912-03-0\(1 + next(4))", basis: .metadata)
        return article
    }
}

extension InventedCrisis.Piece {
    mutating func says(_ name: String, _ words: String, isDirect: Bool) {
        let statement = ReportedStatement(
            article: article.id, speaker: speaker(name), cue: nil, content: [evidence(words)],
            directness: isDirect ? .direct : .indirect, confidence: 90, rule: "by hand")
        if !findings.statements.contains(where: { $0.id == statement.id }) { findings.statements.append(statement) }
    }

    mutating func holds(_ name: String, _ stance: Position.Stance, on words: String) {
        findings.positions.append(
            Position(
                article: article.id, party: speaker(name), proposal: .init(id: "o-1", evidence: evidence(words)),
                stance: stance, statement: nil, cue: evidence(words), rule: "by hand"))
    }

    mutating func warns(_ name: String, if trigger: String, _ force: Warning.Force) {
        findings.warnings.append(
            Warning(
                article: article.id, kind: .threat, trigger: .init(evidence(trigger)),
                consequence: .init(evidence("war could follow")), force: force, forceWords: [],
                issuer: speaker(name), statement: nil, rule: "by hand"))
    }

    mutating func happens(_ type: PLOVER.EventType, _ words: String) {
        findings.events.append(
            PoliticalEvent(
                article: article.id, plover: PLOVER(type, contexts: []), actors: [.init(party: speaker("Dawsbergen"))],
                recipients: [], status: .happened, statement: nil, trigger: evidence(words)))
    }

    /// The same findings as those of this article.
    var anchoredAnew: InventedCrisis.Piece {
        var piece = InventedCrisis.Piece(article: article, findings: Findings())
        for statement in findings.statements {
            piece.says(
                statement.speaker.name ?? "", statement.content.first?.exact ?? "",
                isDirect: statement.directness == .direct)
        }
        for event in findings.events { piece.happens(event.plover.type, event.trigger.exact) }
        return piece
    }

    private func speaker(_ name: String) -> Speaker {
        let isState = ["Graustark", "Dawsbergen"].contains(name)
        return Speaker(name: name, kind: isState ? .state : .person, naming: .named, mention: nil)
    }

    private func evidence(_ words: String) -> Evidence {
        let text = article.text[article.text.span]
        let range = text.firstRange(of: words) ?? text.startIndex..<text.startIndex
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return Evidence(TextSpan(start, start + words.utf8.count), in: article.text)
    }
}
