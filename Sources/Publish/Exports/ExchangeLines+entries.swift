package import DemarcheRecords

extension ExchangeLines {
    package func line(_ warning: Warning) -> OrderedJSON {
        .object([
            ("type", .string("warning")), ("id", .string(warning.id)), ("article", .string(warning.article)),
            ("kind", .string(warning.kind.rawValue)), ("trigger", part(warning.trigger)),
            ("consequence", part(warning.consequence)),
            (
                "force",
                .object([
                    ("level", .string(warning.force.rawValue)),
                    ("evidence", .unlessEmpty(warning.forceWords.map(evidence))),
                ])
            ),
            ("issuer", warning.issuer.map(speaker) ?? .object([("naming", .string("editorial"))])),
            ("statement", .optional(warning.statement)), ("notes", strings(warning.notes)),
        ])
    }

    private func part(_ part: Warning.Part) -> OrderedJSON {
        .object([
            ("text", .string(part.evidence.exact)), ("evidence", evidence(part.evidence)),
            ("action", .optional(part.action)), ("agent", part.agent.map(evidence)),
            ("place", part.place.map(evidence)),
        ])
    }

    package func line(_ position: Position) -> OrderedJSON {
        .object([
            ("type", .string("position")), ("id", .string(position.id)), ("article", .string(position.article)),
            ("party", speaker(position.party)),
            (
                "onBehalfOf",
                position.onBehalfOf.map { .object([("text", .string($0.text)), ("country", .optional($0.country))]) }
            ),
            (
                "proposal",
                .object([
                    ("id", .string(position.proposal.id)), ("text", .string(position.proposal.evidence.exact)),
                    ("evidence", evidence(position.proposal.evidence)),
                ])
            ),
            ("stance", .string(position.stance.rawValue)), ("condition", position.condition.map(evidence)),
            ("statement", .optional(position.statement)), ("evidence", evidence(position.cue)),
            ("notes", strings(position.notes)),
        ])
    }

    package func line(_ event: PoliticalEvent) -> OrderedJSON {
        let plover = event.plover
        return .object([
            ("type", .string("event")), ("id", .string(event.id)), ("article", .string(event.article)),
            (
                "plover",
                .object([
                    ("type", .string(plover.type.rawValue)), ("mode", .optional(plover.mode)),
                    ("contexts", strings(plover.contexts)),
                ])
            ),
            ("cameo", .optional(event.cameo)), ("quad", .string(plover.quad.rawValue)),
            ("intensity", .number(plover.intensity)), ("goldstein", event.goldstein.map(OrderedJSON.number)),
            ("actors", .unlessEmpty(event.actors.map(participant))),
            ("recipients", .unlessEmpty(event.recipients.map(participant))),
            ("status", .string(event.status.rawValue)), ("date", event.date.map(Self.date)),
            ("place", event.place.map(evidence)), ("statement", .optional(event.statement)),
            ("evidence", evidence(event.trigger)), ("notes", strings(event.notes)),
        ])
    }

    private func participant(_ participant: PoliticalEvent.Participant) -> OrderedJSON {
        guard case .object(let pairs) = speaker(participant.party) else { return .object([]) }
        return .object(
            pairs + [
                ("country", .optional(participant.country)), ("sector", .optional(participant.sector)),
                ("code", .optional(participant.code)),
            ])
    }

    package func line(_ claim: Claim) -> OrderedJSON {
        .object([
            ("type", .string("claim")), ("id", .string(claim.id)), ("article", .string(claim.article)),
            ("text", .string(claim.assertion.exact)), ("evidence", evidence(claim.assertion)),
            ("quantities", .unlessEmpty(claim.quantities.map(quantity))), ("attribution", Self.attribution(claim)),
            ("hedged", .boolean(claim.hedge != nil)), ("hedge", claim.hedge.map(evidence)),
        ])
    }

    private func quantity(_ quantity: Claim.Quantity) -> OrderedJSON {
        .object([
            ("value", .number(quantity.value)), ("bound", .string(quantity.bound.rawValue)),
            ("unit", .optional(quantity.unit)), ("evidence", evidence(quantity.evidence)),
        ])
    }

    private static func attribution(_ claim: Claim) -> OrderedJSON {
        if case .statement(let id) = claim.attribution { .string(id) } else { .string(claim.attribution.name) }
    }

    private func strings(_ notes: [String]) -> OrderedJSON? { .unlessEmpty(notes.map(OrderedJSON.string)) }
}
