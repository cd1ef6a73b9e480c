import DemarcheRecords

/// Resolves the mentions of all articles: first each by its own words, then people among those whose surnames are alike, then
/// offices by who holds them.
struct PartyResolver {
    private let articles: [ArticleMentions]
    private var mentions: [(article: Int, index: Int, referent: Referent)] = []
    private var readings: [String: OfficeReading] = [:]
    private var people: [NameBucket.Person] = []
    /// The person of a mention.
    private var persons: [Int: Int] = [:]
    private var holders = OfficeHolders()
    private var states = StatesSpokenFor()

    /// - Parameter articles: in the order of their names.
    init(_ articles: [ArticleMentions]) {
        self.articles = articles
        read()
        weighKinds()
        gatherPeople()
    }

    // MARK: Reading

    private mutating func read() {
        let reader = ReferentReader()
        var known: [SpeakerDescription: Referent] = [:]
        for (article, all) in articles.enumerated() {
            for (index, mention) in all.mentions.enumerated() {
                let referent = known[mention.who] ?? reader.read(mention.who)
                known[mention.who] = referent
                if referent != .nobody { mentions.append((article, index, referent)) }
            }
        }
    }

    /// A name that some articles take for a person and more for a body is a body, and the other way round; a name of unknown sort
    /// follows the others.
    private mutating func weighKinds() {
        var votes: [String: (person: Int, other: Int)] = [:]
        for mention in mentions {
            switch mention.referent {
            case .person(let name): votes[name.folded, default: (0, 0)].person += 1
            case .name(let name, let kind?) where kind != .person:
                votes[FoldedName.of(name), default: (0, 0)].other += 1
            default: break
            }
        }
        let surnames = Set(
            mentions.compactMap { mention -> String? in
                guard case .person(let name) = mention.referent, !name.given.isEmpty else { return nil }
                return name.surname
            })
        for place in mentions.indices {
            mentions[place].referent = Self.weighed(mentions[place].referent, votes, surnames)
        }
    }

    private static func weighed(
        _ referent: Referent, _ votes: [String: (person: Int, other: Int)], _ surnames: Set<String>
    ) -> Referent {
        switch referent {
        case .person(let name):
            let vote = votes[name.folded] ?? (1, 0)
            return vote.other > 0 && vote.other >= vote.person ? .name(name.shown, nil) : referent
        case .name(let name, let kind):
            let folded = FoldedName.of(name)
            let vote = votes[folded] ?? (0, 0)
            let isPerson = vote.person > vote.other || kind == nil && vote.other == 0 && surnames.contains(folded)
            return isPerson ? PersonName(name).map(Referent.person) ?? referent : referent
        default: return referent
        }
    }

    // MARK: People

    private mutating func gatherPeople() {
        var buckets: [String: [Sighting]] = [:]
        for (number, mention) in mentions.enumerated() {
            guard case .person(let name) = mention.referent else { continue }
            let sighting = sighting(name, number)
            buckets[Romanization.shared.skeleton(name.surname), default: []].append(sighting)
        }
        for skeleton in buckets.keys.sorted() { people += NameBucket(buckets[skeleton] ?? []).people() }
        for (person, found) in people.enumerated() {
            for sighting in found.sightings {
                persons[sighting.mention] = person
                holders.add(sighting, of: person)
                states.add(sighting, of: person)
            }
        }
    }

    private mutating func sighting(_ name: PersonName, _ number: Int) -> Sighting {
        let article = articles[mentions[number].article]
        let who = article.mentions[mentions[number].index].who
        return Sighting(
            name: ComparedName(name), article: article.article, mention: number, month: Month(article.day),
            office: reading(who))
    }

    private mutating func reading(_ who: SpeakerDescription) -> OfficeReading? {
        guard let office = who.office else { return nil }
        let key = office + "|" + (who.country ?? "")
        if let known = readings[key] { return known }
        let reading = OfficeReader().read(office, country: who.country)
        readings[key] = reading
        return reading
    }

    // MARK: Resolving

    /// All mentions that can be resolved, with why names that differ are one person's, by the key of the party.
    mutating func resolved() -> (mentions: [ResolvedMention], why: [String: [String]]) {
        let names = people.map(Self.name)
        let keys = Self.keys(names, people)
        let ministries = ministriesByArticle()
        let resolved = mentions.indices.compactMap { resolve($0, names, keys, ministries) }
        let why = zip(keys, people).map { ($0, $1.why) }
        return (resolved, Dictionary(why, uniquingKeysWith: +))
    }

    /// The commonest full name of a person, those with an office counted twice; of equally common ones the longest, then the first
    /// in the order of letters.
    private static func name(_ person: NameBucket.Person) -> String {
        var counts: [String: Int] = [:]
        for sighting in person.sightings {
            counts[sighting.name.name.shown, default: 0] += sighting.office == nil ? 1 : 2
        }
        let full = counts.filter { $0.key.contains(" ") }
        let best = (full.isEmpty ? counts : full).max {
            ($0.value, $0.key.utf8.count, $1.key) < ($1.value, $1.key.utf8.count, $0.key)
        }
        return best?.key ?? ""
    }

    /// The names, numbered where several people have the same.
    private static func keys(_ names: [String], _ people: [NameBucket.Person]) -> [String] {
        var seen: [String: Int] = [:]
        return names.map { name in
            let folded = FoldedName.of(name)
            seen[folded, default: 0] += 1
            return "person:\(folded):\(seen[folded] ?? 1)"
        }
    }

    /// The states whose ministry of a portfolio each article names.
    private func ministriesByArticle() -> [Int: [String: Set<String>]] {
        var named: [Int: [String: Set<String>]] = [:]
        for mention in mentions {
            guard case .body(let body) = mention.referent, let country = body.country else { continue }
            named[mention.article, default: [:]][body.name, default: []].insert(country)
        }
        return named
    }

    private mutating func resolve(
        _ number: Int, _ names: [String], _ keys: [String], _ ministries: [Int: [String: Set<String>]]
    ) -> ResolvedMention? {
        let (article, index, referent) = mentions[number]
        let (who, places) = articles[article].mentions[index]
        let month = Month(articles[article].day)
        var mention: ResolvedMention?
        switch referent {
        case .state(let code): mention = Self.state(code, who)
        case .body(let body): mention = Self.body(body, who)
        case .ministry(let portfolio): mention = Self.ministry(portfolio, who, ministries[article] ?? [:])
        case .person: mention = persons[number].map { person($0, names, keys, who, month) }
        case .name(let name, let kind):
            mention = ResolvedMention(key: "name:\(Self.plain(name))", name: name, kind: kind)
        case .office(let office, let source):
            mention = holder(office, who, names, keys, month) ?? source.map { Self.source($0, who) }
        case .source(let source): mention = Self.source(source, who)
        case .nobody: mention = nil
        }
        mention?.sector = who.sector
        mention?.day = articles[article].day
        mention?.places = places
        return mention
    }

    private static func state(_ code: String, _ who: SpeakerDescription) -> ResolvedMention {
        let name = StateTable.shared.name(of: code) ?? code
        var mention = ResolvedMention(
            key: ResolvedMention.stateKey(code), name: shown(who), fixedName: name, kind: .state, country: code,
            state: code)
        if StateTable.shared.word(FoldedName.of(mention.name))?.sense == .capital {
            mention.why = "“\(mention.name)” is a capital of \(name) and stands for it."
        }
        return mention
    }

    private static func body(_ body: BodyTable.Body, _ who: SpeakerDescription) -> ResolvedMention {
        ResolvedMention(
            key: "body:\(FoldedName.of(body.name))", name: shown(who), fixedName: body.name, kind: body.kind,
            country: body.country, state: body.kind == .government ? body.country : nil)
    }

    /// A ministry that the words leave without a state is that of the one state whose ministry the article names.
    private static func ministry(
        _ portfolio: String, _ who: SpeakerDescription, _ named: [String: Set<String>]
    ) -> ResolvedMention? {
        let candidates = Set(named.values.flatMap(\.self)).filter {
            named[ReferentReader().ministry(portfolio, of: $0).name] != nil
        }
        guard candidates.count == 1, let code = candidates.first else { return nil }
        var mention = body(ReferentReader().ministry(portfolio, of: code), who)
        mention.why = "“\(mention.name)” is that of the one state whose ministry the article names."
        return mention
    }

    private static func source(_ source: Referent.Source, _ who: SpeakerDescription) -> ResolvedMention {
        ResolvedMention(
            key: "source:\(source.shown)", name: source.shown, fixedName: source.shown,
            kind: source.isCollective ? .group : .person, country: source.country,
            state: source.isOfState ? source.country : nil)
    }

    private mutating func person(
        _ person: Int, _ names: [String], _ keys: [String], _ who: SpeakerDescription, _ month: Month?
    ) -> ResolvedMention {
        let office = reading(who)
        let shown = PersonName(who.name ?? "")?.shown ?? who.name ?? ""
        var mention = ResolvedMention(key: keys[person], name: shown, fixedName: names[person], kind: .person)
        mention.country = office.flatMap { $0.isOfState || $0.role != nil ? $0.country : nil }
        mention.office = who.office.flatMap { text in office.map { Self.office($0, text) } }
        mention.state = state(person, office, month)
        return mention
    }

    /// The state of the office that the article gives; where it gives none, or one without a country, that of other articles of
    /// the time. An office that is past or not one of state speaks for none.
    private func state(_ person: Int, _ office: OfficeReading?, _ month: Month?) -> String? {
        if let office, office.isOfState { return office.isFormer ? nil : office.country }
        if let office, office.country != nil || office.isFormer || office.role == nil { return nil }
        return states.state(of: person, in: month)
    }

    private static func office(_ reading: OfficeReading, _ text: String) -> ResolvedMention.Office {
        let former = reading.isFormer ? "former " : ""
        return ResolvedMention.Office(
            key: former + (reading.key ?? FoldedName.of(text)), text: text, country: reading.country)
    }

    private func holder(
        _ office: OfficeReading, _ who: SpeakerDescription, _ names: [String], _ keys: [String], _ month: Month?
    ) -> ResolvedMention? {
        guard let person = holders.holder(of: office, in: month) else { return nil }
        var mention = ResolvedMention(
            key: keys[person], name: names[person], fixedName: names[person], kind: .person, country: office.country)
        mention.state = office.isOfState ? office.country : nil
        mention.unnamedAs = Self.shown(who)
        return mention
    }

    /// The words without an article in front and a possessive behind.
    private static func shown(_ who: SpeakerDescription) -> String {
        var words = ReferentReader.withoutTail(who.name ?? "").split(separator: " ")
        if words.count > 1, ["the", "a", "an"].contains(words[0].lowercased()) { words.removeFirst() }
        var text = words.joined(separator: " ")
        for ending in ["’s", "'s"] where text.hasSuffix(ending) { text.removeLast(2) }
        return text
    }

    private static let legalForms: Set<String> = [
        "inc", "inc.", "ltd", "ltd.", "plc", "llc", "corp", "corp.", "co", "co.", "ag", "se", "gmbh", "oao", "pjsc",
    ]

    /// A folded name without the legal form of a company.
    private static func plain(_ name: String) -> String {
        var words = FoldedName.words(name)
        while words.count > 1, let last = words.last, legalForms.contains(last) { words.removeLast() }
        return words.joined(separator: " ")
    }
}
