import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// A block's tree with what the constructions ask of it: cues, subjects, and the words of contents. A reference, as ``Tree``
/// is.
final class Clauses: Sendable {
    let tree: Tree
    /// Which block of the article it is.
    let number: Int
    let lexicon: Lexicon
    let quotations: [Quotation]
    /// The proper nouns of the whole article, for those that a tagger mistakes at the beginning of a sentence.
    let names: Set<Substring>
    private let passives: [Bool]

    init(tree: Tree, number: Int, lexicon: Lexicon, quotations: [Quotation], names: Set<Substring>) {
        self.tree = tree
        self.number = number
        self.lexicon = lexicon
        self.quotations = quotations
        self.names = names
        passives = tree.indices.map { Self.isPassive($0, tree, lexicon) }
    }

    /// The cue that a verb is, with its particle or the word that makes a phrase of it: *point out*, *make clear*, *take
    /// issue*.
    func verbCue(_ verb: Int) -> CueEntry? {
        let lemma = tree.lemma(verb)
        guard lexicon.phraseBeginnings.contains(lemma) else { return lexicon.verbs[lemma] }
        for part in tree.children(verb) where part > verb && part < verb + 6 {
            switch tree.relations[part] {
            case .prt, .acomp, .oprd, .advmod, .ccomp:
                if let phrase = lexicon.verbs["\(lemma) \(tree.lower(part))"] { return phrase }
            case .dobj:
                if let phrase = lexicon.verbs["\(lemma) \(tree.lemma(part))"] { return phrase }
            default: break
            }
        }
        return lexicon.verbs[lemma]
    }

    /// The cue that a verb is with a preposition, whose object is then the content: *call for*, *speak out against*.
    func verbCue(_ verb: Int, with preposition: Int) -> CueEntry? {
        let lemma = tree.lemma(verb)
        guard lexicon.phraseBeginnings.contains(lemma) else { return nil }
        let word = tree.lower(preposition)
        if let particle = tree.child(verb, .prt) ?? tree.child(verb, .advmod),
            let phrase = lexicon.verbs["\(lemma) \(tree.lower(particle)) \(word)"]
        {
            return phrase
        }
        return lexicon.verbs["\(lemma) \(word)"]
    }

    /// Whether the verb has an object that is not a part of the cue.
    func hasObject(_ verb: Int, _ entry: CueEntry) -> Bool {
        tree.children(verb).contains { child in
            [.dobj, .dative, .nsubjpass].contains(tree.relations[child])
                && !(entry.lemma.hasSuffix(" " + tree.lemma(child)))
        }
    }

    /// The cue's words: the verb with the auxiliaries, negations and adverbs right in front of it, and its particle.
    func cue(_ verb: Int, _ entry: CueEntry, through last: Int? = nil) -> CueWords {
        var start = verb
        while start > 0, tree.heads[start - 1] == verb, Self.verbal.contains(tree.relations[start - 1]) { start -= 1 }
        var end = max(verb, last ?? verb)
        for part in tree.children(verb) where tree.relations[part] == .prt && part == end + 1 { end = part }
        return CueWords(
            lemma: entry.lemma, act: entry.act, head: verb, tokens: start..<end + 1, isNegated: isNegated(verb))
    }

    private static let verbal: [Relation] = [.aux, .auxpass, .neg, .advmod]

    func isNegated(_ verb: Int) -> Bool { tree.has(verb, .neg) }

    /// `He’s said that` is a perfect, which the parser takes for a passive.
    func isPerfect(_ verb: Int) -> Bool { Self.isPerfect(verb, tree, lexicon) }

    private static func isPerfect(_ verb: Int, _ tree: Tree, _ lexicon: Lexicon) -> Bool {
        guard let auxiliary = tree.child(verb, .auxpass), ["'s", "’s", "'d", "’d"].contains(tree.lower(auxiliary))
        else { return false }
        return tree.has(verb, .ccomp) && lexicon.verbs[tree.lemma(verb)]?.reading("that") == .sure
    }

    /// `Two analysts, Reyne and Holt, found that the dam was safe`: the past tense that the parser takes for a participle, in
    /// a sentence without another verb of its own.
    func isMistakenParticiple(_ verb: Int) -> Bool { Self.isMistakenParticiple(verb, tree, lexicon) }

    private static func isMistakenParticiple(_ verb: Int, _ tree: Tree, _ lexicon: Lexicon) -> Bool {
        let noun = tree.heads[verb]
        return tree.tag(verb) == "VBN" && tree.relations[verb] == .acl && tree.relations[noun] == .root
            && noun < verb && tree.has(verb, .ccomp) && tree.words(verb - 1) == ","
            && lexicon.verbs[tree.lemma(verb)]?.reading("that") == .sure
    }

    func isPassive(_ verb: Int) -> Bool { passives[verb] }

    private static func isPassive(_ verb: Int, _ tree: Tree, _ lexicon: Lexicon) -> Bool {
        guard tree.classes[verb] == .verb || tree.classes[verb] == .auxiliary || tree.has(verb, .nsubjpass),
            !isPerfect(verb, tree, lexicon), !isMistakenParticiple(verb, tree, lexicon)
        else { return false }
        return tree.has(verb, .auxpass) || tree.has(verb, .nsubjpass)
            || tree.tag(verb) == "VBN" && [.acl, .advcl].contains(tree.relations[verb]) && !tree.has(verb, .nsubj)
                && !tree.has(verb, .aux)
    }
}
