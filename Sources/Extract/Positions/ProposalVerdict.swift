import DemarcheAnnotate
import DemarcheRecords

/// A predicate that says of the proposal where it stands: `a wider truce is off the table`, `sending tanks is out of the question`,
/// `a partition is unacceptable to Norland`, `it is essential that the fleet leave`, `Norland declared the levy inadmissible`.
///
/// The party is whoever stands behind *to* or *for*, else whoever says so; in the outlet's own words it is nobody. The subject must
/// be an act: a gerund, a clause or a noun for something that one can be for or against.
struct ProposalVerdict: StanceConstruction {
    static let name = "ProposalVerdict"

    func drafts(at index: Int, in scene: StanceScene) -> [StanceDraft] {
        if let judged = judged(index, scene) { return [judged] }
        guard let (base, copula, last) = predicate(index, scene), let content = content(index, copula, scene),
            let stance = taken(base, scene.status.isNegated(copula) || scene.status.isNone(index)),
            isOpen(copula, scene)
        else { return [] }
        let holder = holder(index, scene)
        let statement = scene.passage.statement(holding: scene.tree.span(index))
        guard holder != nil || statement?.speaker.name != nil else { return [] }
        let phrase = ProposalPhrase(scene: scene)
        let head = phrase.head(content)
        return [
            StanceDraft(
                rule: Self.name, party: holder, stance: stance, head: head, proposal: phrase.words(head),
                condition: nil,
                cue: min(copula, index)..<max(copula, last) + 1)
        ]
    }

    private func predicate(_ index: Int, _ scene: StanceScene) -> (Position.Stance, copula: Int, last: Int)? {
        let tree = scene.tree
        let copula = tree.heads[index]
        guard copula != index, scene.isCopula(copula) else { return nil }
        switch tree.relations[index] {
        case .acomp, .attr, .oprd:
            if tree.lemma(index) == "line", !tree.children(index).contains(where: { tree.lower($0) == "red" }) {
                return nil
            }
            return scene.table.stance(tree.lemma(index), "predicate").map { ($0, copula, index) }
        case .prep:
            var (phrase, last) = (tree.lower(index), index)
            while let next = tree.child(last, .prep) ?? tree.child(last, .pobj), next > last, next < index + 5 {
                phrase += " \(tree.lemma(next))"
                last = next
                if tree.relations[next] == .pobj { break }
            }
            return scene.table.stance(phrase, "predicate").map { ($0, copula, last) }
        default: return nil
        }
    }

    /// `declared the levy unacceptable`: the stance of the verb’s subject.
    private func judged(_ index: Int, _ scene: StanceScene) -> StanceDraft? {
        let tree = scene.tree
        let verb = tree.heads[index]
        guard [.ccomp, .oprd, .acomp, .xcomp].contains(tree.relations[index]), index > verb, tree.isVerb(verb),
            !tree.isVerb(index), scene.table.lists(tree.lemma(verb), "judging"),
            let stance = scene.table.stance(tree.lemma(index), "predicate"), !scene.status.isNegated(verb),
            EventStatus.isReal(scene.status.status(of: verb)),
            let content = tree.child(index, .nsubj) ?? tree.child(verb, .dobj), scene.isAct(content),
            let party = scene.party(of: verb)
        else { return nil }
        let phrase = ProposalPhrase(scene: scene)
        let head = phrase.head(content)
        return StanceDraft(
            rule: Self.name, party: party, stance: stance, head: head, proposal: phrase.words(head), condition: nil,
            cue: index..<index + 1)
    }

    private func taken(_ base: Position.Stance, _ isNegated: Bool) -> Position.Stance? {
        guard isNegated else { return base }
        switch base {
        case .doesNotRuleOut: return .rulesOut
        case .rulesOut: return .doesNotRuleOut
        case .supports, .proposes: return .opposes
        default: return nil
        }
    }

    /// In the present, with *would*, or in the past of what is reported so: not `the raid was a mistake`.
    private func isOpen(_ copula: Int, _ scene: StanceScene) -> Bool {
        let tree = scene.tree
        if let modal = scene.status.modal(copula) { return ["will", "would"].contains(modal) }
        if scene.status.isCondition(copula) { return false }
        return tree.tag(copula) != "VBD" || tree.relations[copula] == .ccomp
    }

    private func content(_ index: Int, _ copula: Int, _ scene: StanceScene) -> Int? {
        let tree = scene.tree
        guard let subject = tree.child(copula, .csubj) ?? tree.child(copula, .nsubj) ?? tree.child(copula, .expl) else {
            return nil
        }
        if ["it", "there"].contains(tree.lower(subject)) {
            return (tree.children(index) + tree.children(copula)).first {
                $0 > index && [.ccomp, .xcomp, .csubj, .advcl].contains(tree.relations[$0])
                    && (scene.status.hasTo($0) || tree.has($0, .mark)) && !scene.status.isCondition($0)
            }
        }
        return scene.isAct(subject) ? subject : nil
    }

    /// `unacceptable to Norland`.
    private func holder(_ index: Int, _ scene: StanceScene) -> Int? {
        let tree = scene.tree
        return tree.children(index).first {
            $0 > index && tree.relations[$0] == .prep && ["to", "for"].contains(tree.lower($0))
        }
        .flatMap { tree.child($0, .pobj) }.flatMap { scene.isParty($0) ? $0 : nil }
    }
}

extension StanceScene {
    /// *Is*, *remains*, *stands*.
    func isCopula(_ verb: Int) -> Bool { Self.copulas.contains(tree.lemma(verb)) }

    private static let copulas: Set<String> = ["be", "remain", "stay", "stand", "become", "seem", "appear", "sound"]

    /// A gerund, a clause, or a noun for something that one can be for or against.
    func isAct(_ head: Int) -> Bool {
        if tree.isVerb(head) || tree.tag(head) == "VBG" { return true }
        return isDealing(head)
    }

    func isDealing(_ noun: Int) -> Bool {
        tree.classes[noun] == .noun
            && (table.lists(tree.lemma(noun), "matter") || table.lists(tree.lemma(noun), "dealing") || isDeed(noun))
    }

    /// `the departure of the monitors`: a noun made from a verb, with what it is done to or by.
    private func isDeed(_ noun: Int) -> Bool {
        let word = tree.lemma(noun)
        return Self.endings.contains { word.hasSuffix($0) } && !Self.states.contains(word)
            && tree.children(noun).contains { $0 > noun && tree.lower($0) == "of" } && !isParty(noun)
    }

    private static let endings = ["tion", "sion", "ment", "ure", "val", "ance"]
    private static let states: Set<String> = [
        "situation", "position", "population", "condition", "question", "figure", "majority", "section", "version",
        "importance", "distance", "reaction", "feature", "moment", "department", "mention", "exception", "fraction",
        "portion", "notion", "tension", "occasion", "perception", "impression", "nature", "future", "failure",
    ]

    /// Whoever can take a stance: a person, a body, a group or a name.
    func isParty(_ head: Int) -> Bool {
        switch clauses.agency(head) {
        case .person, .body: return !["this", "that", "which", "one"].contains(tree.lower(head))
        case .document: return false
        case .thing: return ["ORG", "GPE", "NORP", "PERSON"].contains(tree.entity(head)) || isGroup(head)
        }
    }
}
