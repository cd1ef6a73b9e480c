/// How a word depends on its head: the labels of ClearNLP (Choi and Palmer 2012) as spaCy's English pipelines give them.
package enum Relation: String, Sendable, CaseIterable {
    case acl, acomp, advcl, advmod, agent, amod, appos, attr, aux, auxpass, cc, ccomp, compound, conj, csubj, csubjpass
    case dative, dep, det, dobj, expl, intj, mark, meta, neg, nmod, npadvmod, nsubj, nsubjpass, nummod, oprd, parataxis
    case pcomp, pobj, poss, preconj, predet, prep, prt, punct, quantmod, relcl, xcomp
    case caseMarker = "case"
    case root = "ROOT"
    /// A label that a model has beside these.
    case other
}

/// The universal parts of speech (UD v2).
package enum PartOfSpeech: String, Sendable, CaseIterable {
    case adjective = "ADJ"
    case adposition = "ADP"
    case adverb = "ADV"
    case auxiliary = "AUX"
    case coordinator = "CCONJ"
    case determiner = "DET"
    case interjection = "INTJ"
    case noun = "NOUN"
    case numeral = "NUM"
    case particle = "PART"
    case pronoun = "PRON"
    case properNoun = "PROPN"
    case punctuation = "PUNCT"
    case subordinator = "SCONJ"
    case symbol = "SYM"
    case verb = "VERB"
    case space = "SPACE"
    case other = "X"
}
