package import DemarcheRecords
package import DemarcheStore

/// One act of speech: who first had it, who carried it, how each rendered it, and what stands against it; shown by the template
/// `utterancebody`.
package struct UtteranceView {
    package let id: String
    package let title: String
    package let who: String?
    package let party: String?
    package let date: String
    package let address: String?
    package let origin: CarrierView
    /// The other outlets that carry it under the same day, where no date tells which came first.
    package let sameDay: String?
    /// `41 articles of 9 outlets, from 3 independent origins: CNN, Reuters, TASS`
    package let summary: String
    /// In how many ways it is rendered, and in what they differ.
    package let change: String
    package let carriers: [CarrierView]
    package let restOfCarriers: String?
    package let renderings: [RenderingView]
    package let restOfRenderings: String?
    /// The headlines that render it, each beside the quotation.
    package let headlines: Wordings
    package let hasHeadlines: Bool
    package let contradictions: [ContradictionView]
    package let hasContradictions: Bool
    /// The positions that it expresses, each proposal and stance once.
    package let stances: [StanceView]
    let hasStances: Bool
    /// `3 contradictions touch it`, or that none does.
    package let against: String

    /// Whether the table of carriers is short enough to stand open.
    let isShort: Bool
    /// Of the headings inside.
    let level: Int

    /// Ways of saying it, shown by the template `wordings`.
    package struct Wordings {
        package let renderings: [RenderingView]
    }

    /// An article that carries it.
    package struct CarrierView {
        package let address: String?
        package let headline: String
        package let outlet: String
        package let origin: String
        package let isOwn: Bool
        package let isFirst: Bool
        package let date: String
    }

    /// One wording, beside the fullest.
    package struct RenderingView {
        package let places: [Place]
        package let restOfPlaces: String?
        package let directness: String
        /// What it does with the words (``SpeechActs``).
        package let act: String?
        package let isQuoted: Bool
        package let isFullest: Bool
        /// Whether the differing words are marked one by one; otherwise it says it in other words altogether.
        package let isAligned: Bool
        package let pieces: [WordPiece]
        package let differences: [DifferenceView]
    }

    /// An article that has it so.
    package struct Place {
        package let address: String?
        package let outlet: String
        package let date: String
    }

    /// A position that it expresses.
    package struct StanceView {
        package let name: String
        package let labelClass: String
        package let address: String?
        package let proposal: String
        package let proposalAddress: String?
    }

    /// In what a rendering differs.
    package struct DifferenceView {
        package let kind: String
        /// Whether it may change what is said, as force and condition do, and not the words alone.
        let weighs: Bool
        package let here: String?
        package let there: String?
    }

    /// How many articles and wordings are shown, and how many contradictions.
    private static let mostCarriers = 200, mostRenderings = 40, mostContradictions = 12

    /// - Parameter level: of the headings inside, 2 on a page of its own.
    package init(
        _ store: RecordStore, _ utterance: Utterance, level: Int = 2, _ addresses: any PageAddresses
    ) throws {
        self.level = level
        id = utterance.id
        who = try UtteranceLine.speakers([utterance], store)[utterance.id]
        party = utterance.party.flatMap { addresses.link(.party, $0) }
        date = utterance.date.map(Dates.written) ?? "undated"
        title = "\(who ?? "Somebody"), \(date)"
        address = addresses.link(.utterance, utterance.id)
        let shown = utterance.carriers.prefix(Self.mostCarriers)
        let lines = try store.articleLines(ids: shown.map(\.article) + [utterance.origin.article])
        let headlines = Dictionary(lines.map { ($0.id, $0.headline) }) { first, _ in first }
        origin = CarrierView(utterance.origin, headlines, first: utterance.origin.article, addresses)
        sameDay = Self.sameDay(utterance)
        let origins = utterance.namedOrigins
        summary =
            Figure.count(utterance.carriers.count, "article")
            + (utterance.outlets.isEmpty
                ? " of outlets not known" : " of " + Figure.count(utterance.outlets.count, "outlet")) + ", from "
            + Figure.count(origins.count, "independent origin") + ": " + origins.joined(separator: ", ")
        carriers = shown.map { CarrierView($0, headlines, first: utterance.origin.article, addresses) }
        restOfCarriers = Self.rest(utterance.carriers.count - carriers.count, "article")
        let acts = try SpeechActs(utterance.renderings.map(\.statement), store)
        let all = RenderingView.all(utterance, acts, addresses)
        renderings = Array(all.prefix(Self.mostRenderings))
        restOfRenderings = Self.rest(all.count - renderings.count, "rendering")
        self.headlines = Wordings(renderings: RenderingView.headlines(utterance, acts, addresses))
        hasHeadlines = !self.headlines.renderings.isEmpty
        isShort = carriers.count <= 12
        change = Self.change(utterance, all.count)
        stances = try Self.stances(store, utterance, addresses)
        hasStances = !stances.isEmpty
        let found = try store.contradictions(
            touching: utterance.statements, in: utterance.carriers.map(\.article), limit: Self.mostContradictions + 1)
        contradictions = try ContradictionView.all(found.prefix(Self.mostContradictions).map(\.self), store, addresses)
        hasContradictions = !contradictions.isEmpty
        let most = Self.mostContradictions
        against =
            found.isEmpty
            ? "No contradiction that touches it was found"
            : found.count > most
                ? "More than \(most) contradictions touch it"
                : found.count == 1 ? "1 contradiction touches it" : "\(found.count) contradictions touch it"
    }

    private static func stances(
        _ store: RecordStore, _ utterance: Utterance, _ addresses: any PageAddresses
    ) throws -> [StanceView] {
        var seen: Set<String> = []
        return try store.carriedPositions(
            by: utterance.statements, in: utterance.carriers.map(\.article), limit: 200
        ).filter { seen.insert("\($0.proposal) \($0.stance.rawValue)").inserted }.prefix(8).map { position in
            StanceView(
                name: Wording.value(position.stance.rawValue), labelClass: "is-\(position.stance.rawValue)",
                address: addresses.entry(position.id, in: position.article), proposal: position.title,
                proposalAddress: addresses.link(.proposal, position.proposal))
        }
    }

    private static func sameDay(_ utterance: Utterance) -> String? {
        guard let day = utterance.origin.published else { return nil }
        let others = Set(utterance.carriers.filter { $0.published == day }.compactMap(\.outlet))
            .subtracting([utterance.origin.outlet].compactMap(\.self)).sorted()
        return others.isEmpty ? nil : others.joined(separator: ", ")
    }

    private static func rest(_ count: Int, _ noun: String) -> String? {
        count > 0 ? "and \(Figure.count(count, "more \(noun)"))" : nil
    }

    /// `Rendered in 4 ways, 2 of them direct quotations; they differ in force, omission and wording; 1 headline among them`
    private static func change(_ utterance: Utterance, _ ways: Int) -> String {
        let direct = Set(utterance.renderings.filter { $0.directness == .direct }.map(\.text)).count
        let kinds = Utterance.Difference.Kind.allCases.filter { kind in
            utterance.renderings.contains { $0.differences.contains { $0.kind == kind } }
        }.map(\.rawValue)
        let ways =
            ways == 1
            ? "Rendered in one way" + (direct > 0 ? ", a direct quotation" : "")
            : "Rendered in \(ways) ways, "
                + (direct == 0
                    ? "none of them a direct quotation"
                    : direct == 1 ? "1 of them a direct quotation" : "\(direct) of them direct quotations")
        let headlines = Set(utterance.renderings.filter { $0.directness == .headline }.map(\.text)).count
        let inHeadlines =
            headlines == 0 ? "no headline was read as one of them" : "\(Figure.count(headlines, "headline")) among them"
        guard let last = kinds.last else { return "\(ways); \(inHeadlines)" }
        let named = kinds.count == 1 ? last : kinds.dropLast().joined(separator: ", ") + " and " + last
        return "\(ways); they differ in \(named); \(inHeadlines)"
    }
}

extension UtteranceView.CarrierView {
    fileprivate init(
        _ carrier: Utterance.Carrier, _ headlines: [String: String?], first: String, _ addresses: any PageAddresses
    ) {
        address = addresses.article(carrier.article)
        headline = (headlines[carrier.article] ?? nil) ?? "Article without a headline"
        outlet = carrier.outlet ?? "outlet not known"
        origin = headlines[carrier.origin] == nil ? carrier.origin : "the article that was first"
        isOwn = carrier.origin == carrier.outlet || carrier.origin == carrier.article
        isFirst = carrier.article == first
        date = carrier.published.map(Dates.written) ?? "undated"
    }
}

extension UtteranceView.RenderingView {
    /// How many articles stand under one wording.
    private static let mostPlaces = 12

    /// The wordings of an act of speech, the fullest first, those that say the same in the same way together.
    static func all(
        _ utterance: Utterance, _ acts: SpeechActs, most: Int = .max, _ addresses: any PageAddresses
    ) -> [Self] {
        guard let fullest = utterance.renderings.first else { return [] }
        let carriers = Dictionary(utterance.carriers.map { ($0.article, $0) }) { first, _ in first }
        return grouped(utterance.renderings, acts).prefix(most).map {
            Self($0, carriers, acts, against: fullest, addresses)
        }
    }

    /// The headlines among the renderings behind the quotation, or else the fullest rendering, that they are compared with; empty
    /// where no headline renders it, or headlines alone do.
    static func headlines(_ utterance: Utterance, _ acts: SpeechActs, _ addresses: any PageAddresses) -> [Self] {
        let inText = utterance.renderings.filter { $0.directness != .headline }
        guard let quotation = inText.first(where: { $0.directness == .direct }) ?? inText.first else { return [] }
        let carriers = Dictionary(utterance.carriers.map { ($0.article, $0) }) { first, _ in first }
        let headlines = grouped(utterance.renderings.filter { $0.directness == .headline }, acts).prefix(12)
        guard !headlines.isEmpty else { return [] }
        return ([[quotation]] + headlines).map { Self($0, carriers, acts, against: quotation, addresses) }
    }

    private static func grouped(
        _ renderings: [Utterance.Rendering], _ acts: SpeechActs
    ) -> [[Utterance.Rendering]] {
        var groups: [[Utterance.Rendering]] = []
        var places: [String: Int] = [:]
        for rendering in renderings {
            let key = [rendering.directness.rawValue, acts[rendering.statement] ?? "", rendering.text]
                .joined(separator: "\u{1F}")
            if let place = places[key] {
                groups[place].append(rendering)
            } else {
                places[key] = groups.count
                groups.append([rendering])
            }
        }
        return groups
    }

    /// - Parameter group: renderings of the same words, at least one.
    private init(
        _ group: [Utterance.Rendering], _ carriers: [String: Utterance.Carrier], _ acts: SpeechActs,
        against fullest: Utterance.Rendering, _ addresses: any PageAddresses
    ) {
        let rendering = group[0]
        places = group.prefix(Self.mostPlaces).map { one in
            UtteranceView.Place(
                address: addresses.entry(one.statement, in: one.article),
                outlet: carriers[one.article]?.outlet ?? "outlet not known",
                date: carriers[one.article]?.published.map(Dates.written) ?? "undated")
        }
        let left = group.count - places.count
        restOfPlaces = left > 0 ? "and \(Figure.count(left, "more article"))" : nil
        directness = Wording.directness(rendering.directness)
        act = acts[rendering.statement]
        isQuoted = rendering.directness == .direct
        isFullest = rendering.statement == fullest.statement
        let aligned =
            isFullest
            ? ([WordPiece(rendering.text)].closed, true)
            : WordDifference.pieces(rendering.text, against: fullest.text)
        (pieces, isAligned) = aligned
        differences = Self.named(rendering.differences, isAligned: aligned.1)
    }

    /// Force and condition with their words; of the rest what the marks in the text do not say.
    private static func named(
        _ differences: [Utterance.Difference], isAligned: Bool
    ) -> [UtteranceView.DifferenceView] {
        var seen: Set<Utterance.Difference.Kind> = []
        return differences.compactMap { difference in
            switch difference.kind {
            case .force, .condition:
                return .init(
                    kind: difference.kind.rawValue, weighs: true, here: difference.here, there: difference.there)
            case .quotation:
                guard seen.insert(.quotation).inserted else { return nil }
                return .init(kind: "quotes words that nobody else quotes", weighs: true, here: nil, there: nil)
            case .omission, .wording:
                guard isAligned, seen.insert(difference.kind).inserted else { return nil }
                return .init(kind: difference.kind.rawValue, weighs: false, here: nil, there: nil)
            }
        }
    }
}
