import DemarcheAnnotate
import DemarcheRecords

/// A phrase that takes a stance as a whole: a verb with its object and the preposition before the proposal, or with a particle
/// and a phrase.
///
///     Norland threw cold water on *a second summit*.     The senate gave its blessing to *the sale*.
///     Chile came out in favour of *a wider ban*.         Ruritania has not closed the door to *talks*.
enum StanceIdiom {
    static func content(of verb: Int, _ scene: StanceScene) -> (Position.Stance, content: Int, last: Int?)? {
        for key in scene.keys(verb) {
            if let found = withObject(key, verb, scene) ?? withPhrase(key, verb, scene) { return found }
        }
        return nil
    }

    /// `pour water on`, `leave the door open to`.
    private static func withObject(
        _ key: String, _ verb: Int, _ scene: StanceScene
    ) -> (Position.Stance, content: Int, last: Int?)? {
        let tree = scene.tree
        for word in tree.children(verb) where word > verb && objects.contains(tree.relations[word]) {
            let phrase = "\(key) \(tree.lemma(word))"
            for governor in [word, verb] + tree.children(verb).filter({ $0 > word }) {
                for preposition in tree.children(governor) where preposition > word {
                    guard let stance = scene.table.stance("\(phrase) \(tree.lower(preposition))", "idiom"),
                        let content = scene.complement(of: preposition)
                    else { continue }
                    return (stance, content, preposition)
                }
            }
        }
        return nil
    }

    private static let objects: Set<Relation> = [.dobj, .intj, .attr, .nsubj, .ccomp, .dative]

    /// `come out in favour of`.
    private static func withPhrase(
        _ key: String, _ verb: Int, _ scene: StanceScene
    ) -> (Position.Stance, content: Int, last: Int?)? {
        let tree = scene.tree
        for first in tree.children(verb) where first > verb && tree.relations[first] == .prep {
            guard let noun = tree.child(first, .pobj), let last = tree.child(noun, .prep), last > noun,
                let content = scene.complement(of: last),
                let stance = scene.table.stance(
                    "\(key) \(tree.lower(first)) \(tree.lower(noun)) \(tree.lower(last))", "np")
            else { continue }
            return (stance, content, last)
        }
        return nil
    }
}

extension StanceScene {
    /// The verb with its particle; also with an adverb right behind it that the parser takes for none: *push back*.
    func keys(_ verb: Int) -> [String] {
        let key = status.key(verb)
        guard !tree.has(verb, .prt), verb + 1 < tree.indices.upperBound, tree.heads[verb + 1] == verb,
            [.advmod, .prep].contains(tree.relations[verb + 1]), Self.particles.contains(tree.lower(verb + 1))
        else { return [key] }
        return ["\(key) \(tree.lower(verb + 1))", key]
    }

    private static let particles: Set<String> = [
        "back", "out", "down", "away", "up", "off", "aside", "along", "behind",
    ]

    /// What stands behind a preposition: a noun or a gerund.
    func complement(of preposition: Int) -> Int? {
        tree.child(preposition, .pobj) ?? tree.child(preposition, .pcomp)
    }
}
