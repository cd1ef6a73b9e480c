import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// The words that stand for whoever speaks, told apart: the name, the office, and what sort of words they are. All are
/// ranges of tokens of one block.
struct SourcePhrase: Sendable {
    enum Form: Sendable, Equatable {
        /// *Dmitry Peskov*
        case person
        /// *the Kremlin*, *Reuters*, *Norland’s Ministry of Transport*
        case body
        /// *she*, *their*
        case pronoun
        /// *the spokeswoman*: a person whom the article may have named
        case definiteRole
        /// *the ministry*: a body that it may have named
        case definiteBody
        /// *a White House official*
        case unnamed
        /// *NATO allies*, *officials*, *Varga and Korda*
        case collective
    }

    var form: Form
    /// All of the words.
    var words: Range<Int>
    /// The name alone, or what stands for it.
    var name: Range<Int>
    var office: Range<Int>?
    var kind: Speaker.Kind?
}

/// Reads the noun phrase of a source.
///
/// ```
/// person = [role words] name [, apposition with a role] | role words, name,
/// body   = [modifiers] noun of a body [of …] | a name that stands for a state or a body
/// ```
struct SourceReader {
    let clauses: Clauses
    private var tree: Tree { clauses.tree }
    private var lexicon: Lexicon { clauses.lexicon }

    /// The phrase with this head; `alone` leaves aside what *and* joins to it.
    func phrase(_ head: Int, alone: Bool = false) -> SourcePhrase {
        let words = withoutCase(tree.nounPhrase(head))
        if tree.classes[head] == .pronoun, ["NN", "NNS"].contains(tree.tag(head)) {
            return SourcePhrase(form: .unnamed, words: words, name: words, kind: .person)
        }
        if tree.classes[head] == .pronoun || tree.relations[head] == .poss && tree.tag(head) == "PRP$" {
            return SourcePhrase(form: .pronoun, words: words, name: head..<head + 1, kind: nil)
        }
        if !alone, hasConjunct(head) {
            return SourcePhrase(form: .collective, words: words, name: withoutArticle(words), kind: .group)
        }
        if let apposed = named(behind: head) { return apposed }
        return isNamed(head) ? name(head, words) : common(head, words)
    }

    private func hasConjunct(_ head: Int) -> Bool {
        tree.children(head).contains { tree.relations[$0] == .conj && $0 > head } && tree.has(head, .cc)
    }

    /// `the Soviet delegate, Tomas Reyne,`: the office stands first.
    private func named(behind role: Int) -> SourcePhrase? {
        guard isRole(role) || tree.classes[role] == .noun && clauses.agency(role) != .document,
            let name = tree.children(role).first(where: { tree.relations[$0] == .appos && $0 > role }),
            tree.classes[name] == .properNoun, !isRole(name), isRole(role) || tree.entity(name) == "PERSON",
            !hasConjunct(name), tree.tag(role) != "NNS"
        else { return nil }
        let end = officeEnd(role, before: name)
        let run = max(run(name).lowerBound, end)..<run(name).upperBound
        let office = withoutArticle(tree.subtree(role).lowerBound..<end)
        return SourcePhrase(
            form: .person, words: tree.subtree(role).lowerBound..<run.upperBound, name: run, office: office,
            kind: .person)
    }

    func isRole(_ index: Int) -> Bool {
        let word = tree.lower(index)
        return lexicon.roles[word] != nil || lexicon.roles[tree.lemma(index)] != nil
            || word.hasSuffix(".") && lexicon.roles[String(word.dropLast())] != nil
    }

    private func isNamed(_ head: Int) -> Bool {
        if tree.classes[head] == .properNoun { return true }
        guard tree.isCapitalized(head) else { return false }
        return clauses.names.contains(tree.words(head)) || ["GPE", "ORG", "PERSON"].contains(tree.entity(head))
            || lexicon.names[tree.lower(head)] != nil
    }

    // MARK: Names

    /// The capitalised words that end with the head, without articles and what stands for a role.
    private func run(_ head: Int) -> Range<Int> {
        var start = head
        while start > 0, tree.sentence(head).contains(start - 1), isNamePart(start - 1) { start -= 1 }
        var end = head + 1
        while end < tree.indices.upperBound, tree.classes[end] == .properNoun, tree.heads[end] >= start,
            tree.heads[end] <= head, ![.appos, .conj, .npadvmod, .dobj, .nsubj].contains(tree.relations[end])
        { end += 1 }
        return start..<end
    }

    private func isNamePart(_ index: Int) -> Bool {
        tree.isCapitalized(index)
            && [.properNoun, .noun, .adjective, .other, .interjection].contains(tree.classes[index])
            || ["de", "la", "van", "der", "von", "bin", "al", "el", "-", "’", "du", "da", "di"].contains(
                tree.words(index))
                && index > 0 && tree.classes[index - 1] == .properNoun
    }

    private func name(_ head: Int, _ words: Range<Int>) -> SourcePhrase {
        if tree.entity(head) == "NORP", !isRole(head), lexicon.countries[tree.lower(head)] != nil {
            let isPlural = tree.lower(head).hasSuffix("s")
            return SourcePhrase(
                form: isPlural ? .collective : .unnamed, words: words, name: words, kind: isPlural ? .group : .person)
        }
        let whole = withoutArticle(min(words.lowerBound, run(head).lowerBound)..<max(run(head).upperBound, head + 1))
        let key = text(whole)
        if let kind = lexicon.names[key] ?? lexicon.names["the " + key], kind != .organisation || !isPerson(head) {
            return SourcePhrase(form: .body, words: words, name: whole, kind: kind)
        }
        let role = (whole.lowerBound..<head).reversed().prefix { tree.words($0) != ":" }.first { isRole($0) }
        if role == head - 1, isRole(head), !isPerson(head) { return common(head, words) }
        if let role {
            let end = officeEnd(role, before: head)
            return SourcePhrase(
                form: .person, words: words, name: end..<max(run(head).upperBound, end + 1),
                office: Self.honorifics.contains(tree.lower(role)) ? nil : whole.lowerBound..<end, kind: .person)
        }
        if isRole(head) { return common(head, words) }
        if isState(head) {
            return SourcePhrase(form: .body, words: words, name: head..<head + 1, kind: .state)
        }
        if let office = apposition(head) ?? description(head) {
            return SourcePhrase(form: .person, words: words, name: run(head), office: office, kind: .person)
        }
        if let kind = lexicon.bodies[tree.lower(head)] ?? lexicon.bodies[tree.lemma(head)], !isPerson(head) {
            return body(head, words, kind)
        }
        if isPerson(head) || run(head).count > 1 && !isBody(head) {
            return SourcePhrase(
                form: .person, words: words, name: run(head), kind: .person)
        }
        let kind: Speaker.Kind? =
            lexicon.names[tree.lower(head)]
            ?? (tree.entity(head) == "ORG" ? .organisation : tree.entity(head) == "GPE" ? .state : nil)
        return SourcePhrase(
            form: kind == nil ? .person : .body, words: words, name: kind == nil ? run(head) : whole,
            kind: kind)
    }

    /// Where an office before a name ends, with what belongs to it: `Minister of Foreign Affairs Tomas Reyne`.
    private func officeEnd(_ role: Int, before name: Int) -> Int {
        let parts = tree.children(role).filter { $0 > role && $0 < name && tree.relations[$0] == .prep }
        return parts.map { tree.subtree($0).upperBound }.filter { $0 <= name }.max() ?? role + 1
    }

    /// `Would Invade Ukraine`: of a headline in capitals, and nobody of that surname.
    private func isState(_ head: Int) -> Bool {
        let first = run(head).lowerBound
        return first < head && lexicon.countries[tree.lower(head)] != nil
            && !(isBody(head) && tree.entity(head - 1) == tree.entity(head))
            && !Self.parts.contains(tree.lower(head - 1))
            && lexicon.givenNames[tree.lower(first)] == nil
    }

    /// What makes another place of a state's name: *New Mexico*, *Northern Ireland*.
    private static let parts: Set<String> = [
        "new", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "latin",
        "inner",
        "upper", "lower",
    ]

    private static let honorifics: Set<String> = [
        "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "madame",
    ]

    private func isPerson(_ head: Int) -> Bool { tree.entity(head) == "PERSON" }
    private func isBody(_ head: Int) -> Bool {
        ["ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT"].contains(tree.entity(head))
    }

    /// `Tomas Reyne, the interior minister`: the noun phrase of a role between commas.
    private func apposition(_ head: Int) -> Range<Int>? {
        guard
            let role = tree.children(head).first(where: {
                tree.relations[$0] == .appos && $0 > head && (isRole($0) || hasRole($0))
            })
        else {
            return nil
        }
        var words = tree.nounPhrase(role)
        words = max(words.lowerBound, head + 1)..<words.upperBound
        return withoutArticle(words)
    }

    /// `Tomas Reyne, who is the interior minister`, `Tomas Reyne is the interior minister of Norland`: the noun phrase of a
    /// role that a copula gives.
    private func description(_ head: Int) -> Range<Int>? {
        let clause = tree.child(head, .relcl) ?? (tree.relations[head] == .nsubj ? tree.heads[head] : nil)
        guard let clause, tree.lemma(clause) == "be", !tree.has(clause, .neg), !tree.has(clause, .aux),
            tree.quotation[clause] == tree.quotation[head],
            let role = tree.child(clause, .attr), isRole(role), tree.tag(role) != "NNS"
        else { return nil }
        return withoutArticle(tree.nounPhrase(role))
    }

    private func hasRole(_ head: Int) -> Bool { tree.nounPhrase(head).contains { $0 >= head && isRole($0) } }

    private func body(_ head: Int, _ words: Range<Int>, _ kind: Speaker.Kind) -> SourcePhrase {
        if Clauses.documents.contains(tree.lemma(head)) {
            return SourcePhrase(form: .unnamed, words: words, name: words, kind: kind)
        }
        let name = withoutArticle(words)
        let isNamed = name.contains {
            tree.classes[$0] == .properNoun
                || tree.isCapitalized($0) && $0 > tree.sentence(head).lowerBound
        }
        if isNamed { return SourcePhrase(form: .body, words: words, name: name, kind: kind) }
        let isDefinite = tree.lower(words.lowerBound) == "the"
        return SourcePhrase(form: isDefinite ? .definiteBody : .unnamed, words: words, name: name, kind: kind)
    }

    // MARK: Common nouns

    private func common(_ head: Int, _ words: Range<Int>) -> SourcePhrase {
        let isPlural =
            ["NNS", "NNPS"].contains(tree.tag(head)) || [.numeral, .determiner].contains(tree.classes[head])
        let isDefinite =
            ["the", "this", "that"].contains(tree.lower(words.lowerBound)) || tree.child(head, .poss) != nil
        if isRole(head) || clauses.agency(head) == .person {
            if isPlural { return SourcePhrase(form: .collective, words: words, name: words, kind: .group) }
            return SourcePhrase(
                form: isDefinite && isRole(head) ? .definiteRole : .unnamed, words: words, name: words, kind: .person)
        }
        if let kind = lexicon.bodies[tree.lemma(head)], !isPlural { return body(head, words, kind) }
        return SourcePhrase(
            form: isPlural ? .collective : .unnamed, words: words, name: words, kind: isPlural ? .group : nil)
    }

    /// `the governor’s`: without the mark of the genitive.
    private func withoutCase(_ words: Range<Int>) -> Range<Int> {
        words.count > 1 && tree.relations[words.upperBound - 1] == .caseMarker
            ? words.lowerBound..<words.upperBound - 1 : words
    }

    private func withoutArticle(_ words: Range<Int>) -> Range<Int> {
        var start = words.lowerBound
        while start + 1 < words.upperBound,
            tree.relations[start] == .det || tree.relations[start] == .predet || tree.isPunctuation(start)
        { start += 1 }
        return start..<words.upperBound
    }

    private func text(_ words: Range<Int>) -> String {
        tree.source[tree.span(words)].lowercased().withStraightApostrophes
    }
}
