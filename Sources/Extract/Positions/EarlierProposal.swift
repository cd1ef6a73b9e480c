import DemarcheAnnotate
import DemarcheRecords

/// A proposal that is named by a word like *the call* alone, or not at all: the latest that somebody else brought up before it
/// in the same paragraph. Where nobody did, *the call* stays itself, and a bare *declined* tells nothing.
///
///     Graustark asked for *a longer truce*; Ruritania rejected the request.
enum EarlierProposal {
    static func resolved(_ drafts: [StanceDraft], _ tree: Tree) -> [StanceDraft] {
        var latest: StanceDraft?
        return drafts.compactMap { draft in
            guard draft.refersBack else {
                if draft.stance == .proposes { latest = draft }
                return draft
            }
            guard let latest, latest.party != draft.party else { return tree.isVerb(draft.head) ? nil : draft }
            var draft = draft
            (draft.head, draft.proposal) = (latest.head, latest.proposal)
            return draft
        }
    }
}
