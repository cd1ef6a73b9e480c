/// Words that an entry is made of, with what they are to it.
///
/// *Graustark will close the strait if the convoy sails*: trigger *the convoy sails*, consequence *will close the strait*, force
/// *will*. Who acts and where stands in ``RecordEntry/evidence`` and is no part.
package struct EntryPart: Hashable, Sendable {
    package enum Role: String, Sendable, CaseIterable {
        case trigger, consequence, force, proposal, stance, condition, event, claim, quantity, hedge
    }

    package let role: Role
    package let evidence: Evidence

    package init(_ role: Role, _ evidence: Evidence) {
        self.role = role
        self.evidence = evidence
    }
}

extension Warning {
    package var parts: [EntryPart] {
        [EntryPart(.trigger, trigger.evidence), EntryPart(.consequence, consequence.evidence)]
            + forceWords.map { EntryPart(.force, $0) }
    }
}

extension Position {
    package var parts: [EntryPart] {
        [EntryPart(.stance, cue), EntryPart(.proposal, proposal.evidence)]
            + [condition].compactMap(\.self).map { EntryPart(.condition, $0) }
    }
}

extension PoliticalEvent {
    package var parts: [EntryPart] { [EntryPart(.event, trigger)] }
}

extension Claim {
    package var parts: [EntryPart] {
        [EntryPart(.claim, assertion)] + quantities.map { EntryPart(.quantity, $0.evidence) }
            + [hedge].compactMap(\.self).map { EntryPart(.hedge, $0) }
    }
}
