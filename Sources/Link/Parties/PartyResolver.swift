import DemarcheRecords

/// Resolves the mentions of all articles: first each by its own words, then people among those whose surnames are alike, then
/// offices by who holds them.
struct PartyResolver {
    private let articles: [ArticleMentions]
    private var descriptions = Descriptions()
    /// Those that stand for somebody, with the number of their description.
    private var mentions: [(article: Int, index: Int, described: Int)] = []
    private var people: [NameBucket.Person] = []
    /// The person of a mention.
    private var persons: [Int: Int] = [:]
    private var holders = OfficeHolders()
    private var states = StatesSpokenFor()

    /// - Parameter articles: in the order of their names.
    init(_ articles: [ArticleMentions]) {
        self.articles = articles
        for (article, all) in articles.enumerated() {
            for (index, mention) in all.mentions.enumerated() {
                let described = descriptions.number(of: mention.who)
                if descriptions.referent(described) != .nobody { mentions.append((article, index, described)) }
            }
        }
        descriptions.weighKinds()
        gatherPeople()
    }

    // MARK: People

    private mutating func gatherPeople() {
        var buckets: [String: [Sighting]] = [:]
        for number in mentions.indices {
            guard let (skeleton, sighting) = sighting(number) else { continue }
            buckets[skeleton, default: []].append(sighting)
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

    /// Nil where a mention is of no person by name.
    private mutating func sighting(_ number: Int) -> (skeleton: String, Sighting)? {
        let (article, _, described) = mentions[number]
        guard let name = descriptions.name(described) else { return nil }
        let sighting = Sighting(
            name: name.compared, article: articles[article].article, mention: number,
            month: Month(articles[article].day),
            office: descriptions.office(described))
        return (name.skeleton, sighting)
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
            guard case .body(let body) = descriptions.referent(mention.described), let country = body.country else {
                continue
            }
            named[mention.article, default: [:]][body.name, default: []].insert(country)
        }
        return named
    }

    private mutating func resolve(
        _ number: Int, _ names: [String], _ keys: [String], _ ministries: [Int: [String: Set<String>]]
    ) -> ResolvedMention? {
        let (article, index, described) = mentions[number]
        let (who, places) = articles[article].mentions[index]
        let month = Month(articles[article].day)
        var mention = descriptions.mention(described)
        switch descriptions.referent(described) {
        case .ministry(let portfolio): mention = Self.ministry(portfolio, who, ministries[article] ?? [:])
        case .person:
            guard let person = persons[number] else { return nil }
            mention?.key = keys[person]
            mention?.fixedName = names[person]
            mention?.state = state(person, descriptions.office(described), month)
        case .office(let office, _): mention = holder(office, who, names, keys, month) ?? mention
        case .state, .body, .name, .source, .nobody: break
        }
        mention?.day = articles[article].day
        mention?.places = places
        mention?.sector = who.sector
        return mention
    }

    /// A ministry that the words leave without a state is that of the one state whose ministry the article names.
    private static func ministry(
        _ portfolio: String, _ who: SpeakerDescription, _ named: [String: Set<String>]
    ) -> ResolvedMention? {
        let candidates = Set(named.values.flatMap(\.self)).filter {
            named[ReferentReader().ministry(portfolio, of: $0).name] != nil
        }
        guard candidates.count == 1, let code = candidates.first else { return nil }
        var mention = ResolvedMention(ReferentReader().ministry(portfolio, of: code), who)
        mention.why = "“\(mention.name)” is that of the one state whose ministry the article names."
        return mention
    }

    /// The state of the office that the article gives; where it gives none, or one without a country, that of other articles of
    /// the time. An office that is past or not one of state speaks for none.
    private func state(_ person: Int, _ office: OfficeReading?, _ month: Month?) -> String? {
        if let office, office.isOfState { return office.isFormer ? nil : office.country }
        if let office, office.country != nil || office.isFormer || office.role == nil { return nil }
        return states.state(of: person, in: month)
    }

    private func holder(
        _ office: OfficeReading, _ who: SpeakerDescription, _ names: [String], _ keys: [String], _ month: Month?
    ) -> ResolvedMention? {
        guard let person = holders.holder(of: office, in: month) else { return nil }
        var mention = ResolvedMention(
            key: keys[person], name: names[person], fixedName: names[person], kind: .person, country: office.country)
        mention.state = office.isOfState ? office.country : nil
        mention.unnamedAs = who.shown
        return mention
    }
}
