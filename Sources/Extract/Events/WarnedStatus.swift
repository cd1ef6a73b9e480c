import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// What the warnings of a sentence say of the events in them, beyond tense and governors: the trigger is still open, and the
/// consequence is held out, offered or feared.
///
///     The *deployment* of tanks would lead to *war*.      hypothetical, hypothetical
///     Leave the port, or we will *burn* the sheds.        threatened
///
/// Only the act that heads the trigger or the consequence is touched, and what the consequence brings about (`lead to *war*`). A
/// deed that a definite noun names may have been done where the consequence is only possible (`the *killing* could spark a
/// war`) or stands in the present (`the *siege* makes war inevitable`).
struct WarnedStatus: Sendable {
    private let tree: Tree
    private var triggers: [Int: Int] = [:]
    private var consequences: [Int: Warning.Kind] = [:]

    init(_ warnings: [Warning], _ clauses: Clauses) {
        tree = clauses.tree
        for warning in warnings where clauses.tree.block.block.span.overlaps(warning.consequence.evidence.span) {
            guard let consequence = tree.head(of: warning.consequence.evidence.span) else { continue }
            consequences[consequence] = warning.kind
            guard tree.block.block.span.overlaps(warning.trigger.evidence.span),
                let trigger = tree.head(of: warning.trigger.evidence.span)
            else { continue }
            triggers[trigger] = consequence
        }
    }

    /// The status of the event with this head, which its own words give `status`.
    func status(_ status: PoliticalEvent.Status, of head: Int) -> PoliticalEvent.Status {
        if let consequence = triggers[head] {
            return EventStatus.isReal(status) && isOpen(head, consequence) ? .hypothetical : status
        }
        if let kind = consequences[head] { return heldOut(status, kind) }
        guard EventStatus.isReal(status) || status == .planned, isBroughtAbout(head) else { return status }
        return .hypothetical
    }

    private func heldOut(_ status: PoliticalEvent.Status, _ kind: Warning.Kind) -> PoliticalEvent.Status {
        switch (kind, status) {
        case (.threat, .planned), (.threat, .hypothetical), (.threat, .proposed): .threatened
        case (.offer, .planned), (.offer, .threatened): .proposed
        case (.warning, .happened), (.warning, .ongoing), (.warning, .planned): .hypothetical
        default: status
        }
    }

    private func isOpen(_ trigger: Int, _ consequence: Int) -> Bool {
        guard tree.classes[trigger] == .noun, tree.tag(trigger) != "VBG", isDefinite(trigger) else { return true }
        return modal(consequence) == "would" || modal(consequence) == "will" || isFurther(trigger)
    }

    private func modal(_ verb: Int) -> String? {
        tree.children(verb).first { tree.tag($0) == "MD" }.map { tree.lower($0) }
    }

    private func isDefinite(_ noun: Int) -> Bool {
        tree.children(noun).contains { tree.relations[$0] == .poss || tree.lower($0) == "the" }
    }

    /// `the seizure of one more trawler`
    private func isFurther(_ noun: Int) -> Bool {
        tree.subtree(noun).contains { ["more", "further", "another", "new", "any"].contains(tree.lower($0)) }
    }

    /// What stands as object, with or without a preposition, below the consequence of a warning.
    private func isBroughtAbout(_ noun: Int) -> Bool {
        guard tree.classes[noun] == .noun, !isDefinite(noun) else { return false }
        var head = tree.heads[noun]
        if tree.relations[noun] == .pobj, ["to", "in", "into"].contains(tree.lower(head)) { head = tree.heads[head] }
        guard [.pobj, .dobj].contains(tree.relations[noun]), let kind = consequences[head] else { return false }
        return kind == .warning
    }
}
