import DemarcheRecords

extension StoredJSON {
    static func text(_ warning: Warning) -> String {
        OrderedJSON.object([
            ("id", .string(warning.id)), ("article", .string(warning.article)),
            ("kind", .string(warning.kind.rawValue)), ("trigger", json(warning.trigger)),
            ("consequence", json(warning.consequence)), ("force", .string(warning.force.rawValue)),
            ("forceWords", .array(warning.forceWords.map(json))), ("issuer", warning.issuer.map(json)),
            ("statement", .optional(warning.statement)), ("notes", strings(warning.notes)),
            ("rule", .string(warning.rule)),
        ]).line
    }

    private static func json(_ part: Warning.Part) -> OrderedJSON {
        .object([
            ("evidence", json(part.evidence)), ("action", .optional(part.action)), ("agent", part.agent.map(json)),
            ("place", part.place.map(json)),
        ])
    }

    static func text(_ position: Position) -> String {
        OrderedJSON.object([
            ("id", .string(position.id)), ("article", .string(position.article)), ("party", json(position.party)),
            ("onBehalfOf", position.onBehalfOf.map(json)),
            (
                "proposal",
                .object([
                    ("id", .string(position.proposal.id)), ("evidence", json(position.proposal.evidence)),
                ])
            ),
            ("stance", .string(position.stance.rawValue)), ("condition", position.condition.map(json)),
            ("statement", .optional(position.statement)), ("cue", json(position.cue)),
            ("notes", strings(position.notes)), ("rule", .string(position.rule)),
        ]).line
    }

    static func text(_ event: PoliticalEvent) -> String {
        let plover = event.plover
        return OrderedJSON.object([
            ("id", .string(event.id)), ("article", .string(event.article)),
            (
                "plover",
                .object([
                    ("type", .string(plover.type.rawValue)), ("mode", .optional(plover.mode)),
                    ("contexts", strings(plover.contexts)),
                ])
            ),
            ("cameo", .optional(event.cameo)), ("goldstein", event.goldstein.map(OrderedJSON.number)),
            ("actors", .array(event.actors.map(json))), ("recipients", .array(event.recipients.map(json))),
            ("status", .string(event.status.rawValue)), ("date", event.date.map(json)),
            ("place", event.place.map(json)), ("statement", .optional(event.statement)),
            ("trigger", json(event.trigger)), ("notes", strings(event.notes)),
        ]).line
    }

    private static func json(_ participant: PoliticalEvent.Participant) -> OrderedJSON {
        .object([
            ("party", json(participant.party)), ("country", .optional(participant.country)),
            ("sector", .optional(participant.sector)), ("code", .optional(participant.code)),
        ])
    }

    static func text(_ claim: Claim) -> String {
        OrderedJSON.object([
            ("id", .string(claim.id)), ("article", .string(claim.article)), ("assertion", json(claim.assertion)),
            ("quantities", .array(claim.quantities.map(json))), ("attribution", json(claim.attribution)),
            ("hedge", claim.hedge.map(json)),
        ]).line
    }

    private static func json(_ quantity: Claim.Quantity) -> OrderedJSON {
        .object([
            ("value", .number(quantity.value)), ("bound", .string(quantity.bound.rawValue)),
            ("unit", .optional(quantity.unit)), ("evidence", json(quantity.evidence)),
        ])
    }

    /// As `Codable` has a case with a value and one without.
    private static func json(_ attribution: Claim.Attribution) -> OrderedJSON {
        switch attribution {
        case .statement(let id): .object([("statement", .object([("_0", .string(id))]))])
        case .editorial, .unattributed: .object([(attribution.name, .object([]))])
        }
    }
}
