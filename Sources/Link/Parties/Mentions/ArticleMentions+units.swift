import DemarcheRecords

extension ArticleMentions {
    /// A mention as its unit, and where it stands.
    typealias UnitOfMention = (unit: MentionUnit, tally: MentionTally, places: [MentionPlace])

    /// The units of the mentions that stand for somebody. Linear in the mentions, but for the full names of each surname alone.
    func units(_ descriptions: inout Descriptions) -> [UnitOfMention] {
        let described = mentions.map { descriptions.read($0.who) }
        let context = ArticleContext(described)
        let month = Month(day)
        return zip(described, mentions).enumerated().compactMap { index, mention in
            let (described, (who, places)) = mention
            guard described.referent != .nobody else { return nil }
            let unit = MentionUnit(
                who: who, month: described.isOfItsTime ? month : nil, context: context.of(described))
            return (unit, MentionTally(.init(article: article, index: index), day: day), places)
        }
    }
}

/// What one article says that can tell whom some of its mentions mean.
private struct ArticleContext {
    /// The full names by the skeleton of the surname.
    private var names: [String: Set<SpeakerDescription>] = [:]
    /// The states whose bodies the article names, by the name of the body.
    private var states: [String: Set<String>] = [:]

    init(_ mentions: [Described]) {
        for mention in mentions {
            if let person = mention.person, !person.given.isEmpty, let skeleton = mention.skeleton {
                names[skeleton, default: []].insert(mention.who)
            }
            if case .body(let body) = mention.referent, let country = body.country {
                states[body.name, default: []].insert(country)
            }
        }
    }

    func of(_ mention: Described) -> MentionUnit.Context {
        if case .ministry(let portfolio) = mention.referent { return state(portfolio).map { .state($0) } ?? .none }
        guard let person = mention.person, person.given.isEmpty, let skeleton = mention.skeleton else { return .none }
        return names[skeleton].map { .names($0.sorted()) } ?? .none
    }

    /// The only state whose ministry of a portfolio the article names.
    private func state(_ portfolio: String) -> String? {
        let candidates = Set(states.values.flatMap(\.self)).filter {
            states[ReferentReader().ministry(portfolio, of: $0).name] != nil
        }
        return candidates.count == 1 ? candidates.first : nil
    }
}
