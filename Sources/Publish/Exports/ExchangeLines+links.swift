package import DemarcheRecords

/// Lines over several articles. `articles` are those in which what is connected stands; a line of a link that names its articles
/// itself needs none given.
extension ExchangeLines {
    package static func line(_ party: Party, articles: [String]) -> OrderedJSON {
        head(
            party, articles,
            [
                ("name", .string(party.name)), ("aliases", strings(party.aliases)),
                ("kind", .optional(party.kind?.rawValue)),
                ("country", .optional(party.country)), ("sector", .optional(party.sector)),
                ("offices", .unlessEmpty(party.offices.map(office))), ("why", strings(party.why)),
            ])
    }

    private static func office(_ office: Party.Office) -> OrderedJSON {
        .object([
            ("text", .string(office.text)), ("country", .optional(office.country)), ("first", .optional(office.first)),
            ("last", .optional(office.last)),
        ])
    }

    package static func line(_ utterance: Utterance) -> OrderedJSON {
        head(
            utterance, Set(utterance.carriers.map(\.article)).sorted(),
            [
                ("party", .optional(utterance.party)), ("date", .optional(utterance.date)),
                ("statements", strings(utterance.statements)), ("origin", carrier(utterance.origin)),
                ("origins", strings(utterance.origins)), ("carriers", .array(utterance.carriers.map(carrier))),
                ("renderings", .array(utterance.renderings.map(rendering))),
            ])
    }

    private static func carrier(_ carrier: Utterance.Carrier) -> OrderedJSON {
        .object([
            ("article", .string(carrier.article)), ("outlet", .optional(carrier.outlet)),
            ("published", .optional(carrier.published)), ("origin", .string(carrier.origin)),
        ])
    }

    private static func rendering(_ rendering: Utterance.Rendering) -> OrderedJSON {
        let differences = rendering.differences.map { difference in
            OrderedJSON.object([
                ("kind", .string(difference.kind.rawValue)), ("here", .optional(difference.here)),
                ("there", .optional(difference.there)),
            ])
        }
        return .object([
            ("statement", .string(rendering.statement)), ("article", .string(rendering.article)),
            ("text", .string(rendering.text)), ("directness", .string(rendering.directness.rawValue)),
            ("differences", .unlessEmpty(differences)),
        ])
    }

    package static func line(_ duplicate: Duplicate) -> OrderedJSON {
        head(
            duplicate, duplicate.articles,
            [
                ("kind", .string(duplicate.kind.rawValue)), ("shared", .number(duplicate.shared)),
                ("agency", .optional(duplicate.agency)), ("date", .optional(duplicate.date)),
            ])
    }

    package static func line(_ proposal: LinkedProposal, articles: [String]) -> OrderedJSON {
        head(
            proposal, articles,
            [
                ("title", .string(proposal.title)), ("action", .string(proposal.action)),
                ("object", .optional(proposal.object)), ("place", .optional(proposal.place)),
                ("members", strings(proposal.members)),
            ])
    }

    package static func line(_ story: Story) -> OrderedJSON {
        head(
            story, story.articles,
            [
                ("title", .string(story.title)), ("from", .optional(story.from)), ("to", .optional(story.to)),
                ("episodes", strings(story.episodes)),
            ])
    }

    package static func line(_ episode: Episode) -> OrderedJSON {
        head(
            episode, episode.articles,
            [
                ("title", .string(episode.title)), ("from", .optional(episode.from)), ("to", .optional(episode.to)),
            ])
    }

    package static func line(_ series: Series, articles: [String]) -> OrderedJSON {
        let points = series.points.map { point in
            OrderedJSON.object([
                ("warning", .string(point.warning)), ("date", .optional(point.date)),
                ("force", .string(point.force.rawValue)), ("part", .optional(point.part?.rawValue)),
            ])
        }
        let drifts = series.drifts.map { drift in
            OrderedJSON.object([
                ("article", .string(drift.article)), ("part", .string(drift.part.rawValue)),
                ("force", .string(drift.force.rawValue)), ("below", .string(drift.below.rawValue)),
            ])
        }
        return head(
            series, articles,
            [
                ("title", .string(series.title)), ("party", .string(series.party)),
                ("proposal", .string(series.proposal)),
                ("points", .array(points)), ("drifts", .unlessEmpty(drifts)),
            ])
    }

    package static func line(_ contradiction: Contradiction, articles: [String]) -> OrderedJSON {
        head(
            contradiction, articles,
            [
                ("statements", strings(contradiction.statements)), ("date", .optional(contradiction.date)),
                ("why", .string(contradiction.why)),
            ])
    }

    package static func line(_ occurrence: Occurrence, articles: [String]) -> OrderedJSON {
        head(
            occurrence, articles,
            [
                ("title", .string(occurrence.title)), ("date", .optional(occurrence.date)),
                ("status", .string(occurrence.status.rawValue)), ("events", strings(occurrence.events)),
            ])
    }

    private static func head<Link: LinkRecord>(
        _ link: Link, _ articles: [String], _ rest: [(String, OrderedJSON?)]
    ) -> OrderedJSON {
        .object(
            [("type", .string(Link.linkType.rawValue)), ("id", .string(link.id)), ("articles", strings(articles))]
                + rest)
    }

    private static func strings(_ texts: [String]) -> OrderedJSON? { .unlessEmpty(texts.map(OrderedJSON.string)) }
}
