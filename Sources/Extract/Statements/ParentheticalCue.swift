import DemarcheAnnotate
import DemarcheSourceText

/// The cue behind its content or in the midst of it, parted by commas or closing marks: `The bridge is shut, he said.`,
/// `“It is shut,” said Tomas Reyne`, `The bridge, he said, is shut.`, `“If it opens,” she said, “we shall talk.”`
///
/// The content is all of the sentence in front of the cue; where a quotation stands there, all of the quotation. Behind a
/// second comma it goes on.
struct ParentheticalCue: Construction {
    static let name = "ParentheticalCue"

    func drafts(at index: Int, in clauses: Clauses) -> [Draft] {
        let tree = clauses.tree
        guard tree.isVerb(index), !clauses.isPassive(index) || isQuoted(index, tree),
            let subject = subject(index, clauses),
            !isSubordinate(index, tree)
        else { return [] }
        let group = group(index, subject, tree)
        guard let front = front(group, index, clauses), let entry = entry(index, front, subject, clauses) else {
            return []
        }
        let behind = behind(group, front.range, clauses)
        if behind == nil, !front.isQuotation, let host = host(of: index, tree) {
            return [draft(index, entry, subject, clauses.pieces(host, without: group), clauses)]
        }
        if behind == nil, !front.leans, goesOn(index, group, clauses) { return [] }
        var content = front.content
        if let behind {
            content = isApart(front, behind, index, clauses) ? behind.content : content + behind.content
        } else if !front.isQuotation {
            guard isContent(front.range, of: index, tree), !hasOtherObject(index, entry, tree) else { return [] }
        }
        return [draft(index, entry, subject, content, clauses)]
    }

    /// Whether the words in front are no part of what the quotation behind begins: they say when or on what occasion, or
    /// are a question that somebody else asked.
    private func isApart(_ front: Front, _ behind: Behind, _ verb: Int, _ clauses: Clauses) -> Bool {
        guard behind.isQuotation else { return false }
        if front.isQuotation { return front.isAnswered }
        return behind.isColon || behind.beginsSentence
            || behind.isCapitalized && !isContent(front.range, of: verb, clauses.tree)
    }

    /// `was quoted as saying`
    private func isQuoted(_ verb: Int, _ tree: Tree) -> Bool {
        Clauses.quoting.contains(tree.lemma(verb)) && asSaying(verb, tree) != nil
    }

    private func asSaying(_ verb: Int, _ tree: Tree) -> Int? {
        tree.children(verb).first { tree.lower($0) == "as" && $0 > verb }.flatMap { tree.child($0, .pcomp) }
    }

    private func draft(
        _ verb: Int, _ entry: CueEntry, _ subject: Int, _ content: [TextSpan], _ clauses: Clauses
    ) -> Draft {
        let saying = isQuoted(verb, clauses.tree) ? asSaying(verb, clauses.tree) : nil
        return Draft(
            rule: Self.name, block: clauses.number, cue: clauses.cue(verb, entry, through: saying), source: subject,
            content: content, confidence: 0.93)
    }

    /// The words of the clause in whose midst the parser has the cue as an aside.
    private func host(of verb: Int, _ tree: Tree) -> Range<Int>? {
        let head = tree.heads[verb]
        guard tree.relations[verb] == .parataxis, head > tree.subtree(verb).upperBound else { return nil }
        return tree.subtree(head)
    }

    /// The subject; where the parser finds none outside of quotations, the noun phrase right behind the verb, or right in
    /// front of it.
    private func subject(_ verb: Int, _ clauses: Clauses) -> Int? {
        let tree = clauses.tree
        if isQuoted(verb, tree) { return tree.child(verb, .nsubjpass) }
        if let subject = clauses.nearestSubject(verb), clauses.isWithin(subject, verb) {
            return ["who", "which", "that"].contains(tree.lower(subject)) ? nil : subject
        }
        let isFinite = !["VBG", "VB"].contains(tree.tag(verb)) || tree.tag(verb) == "VB" && isBehindSpeech(verb, tree)
        let behind = isFinite ? nounPhrase(behind: verb, clauses) : nil
        return behind ?? clauses.nounPhrase(before: verb) ?? name(before: verb, tree)
    }

    /// `“Go away,” Reyne barked`: a name or pronoun between the quotation and the verb, whatever the parser makes of it.
    private func name(before verb: Int, _ tree: Tree) -> Int? {
        var start = verb
        while start > 0, [.properNoun, .pronoun].contains(tree.classes[start - 1]), tree.quotation[start - 1] == nil {
            start -= 1
        }
        return start < verb && isBehindSpeech(start, tree) ? verb - 1 : nil
    }

    /// Whether a quotation that a cue follows ends right in front of a word: with a comma, a question or an exclamation.
    private func isBehindSpeech(_ index: Int, _ tree: Tree) -> Bool {
        guard index > 1, tree.quotation[index] == nil, tree.quotation[index - 1] != nil else { return false }
        return [",", "?", "!"].contains(tree.words(index - 2))
    }

    /// The noun phrase that begins right behind the verb, whatever the parser has it depend on.
    private func nounPhrase(behind verb: Int, _ clauses: Clauses) -> Int? {
        let tree = clauses.tree
        guard verb > 0, verb + 1 < tree.indices.upperBound, tree.sentence(verb).contains(verb + 1) else { return nil }
        var head = verb + 1
        while tree.heads[head] > head, tree.subtree(tree.heads[head]).lowerBound == verb + 1,
            !tree.isVerb(tree.heads[head])
        { head = tree.heads[head] }
        guard [.noun, .properNoun, .pronoun].contains(tree.classes[head]), clauses.isWithin(head, verb),
            tree.words(verb - 1) == "," || isBehindSpeech(verb, tree)
        else { return nil }
        return clauses.agency(head) == .thing && !isBehindSpeech(verb, tree) ? nil : head
    }

    /// `when a boy shouted`, `where he holds`: a clause that says when or where.
    private func isSubordinate(_ verb: Int, _ tree: Tree) -> Bool {
        guard [.advcl, .relcl, .acl].contains(tree.relations[verb]) else { return false }
        return tree.children(verb).contains {
            $0 < verb
                && (tree.relations[$0] == .mark || tree.relations[$0] == .advmod && tree.tag($0) == "WRB"
                    || tree.relations[$0] == .prep)
                && tree.lower($0) != "as"
        }
    }

    /// Whether the words in front are a clause that the verb can have as its content, not one of time or reason.
    private func isContent(_ range: Range<Int>, of verb: Int, _ tree: Tree) -> Bool {
        range.contains { index in
            guard !range.contains(tree.heads[index]) || tree.heads[index] == index else { return false }
            return [.ccomp, .root, .parataxis, .conj, .relcl].contains(tree.relations[index])
                && tree.classes[index] != .punctuation
                && (tree.isVerb(index) || tree.classes[index] == .auxiliary || tree.relations[index] == .ccomp)
        }
            || tree.children(verb).contains {
                range.contains($0)
                    && (tree.relations[$0] == .ccomp || isSecondSubject($0, verb, tree) && range.count > 4)
            }
    }

    /// `The vote signals a change, said Reyne`, where the parser takes the verb of the content for a noun.
    private func isSecondSubject(_ noun: Int, _ verb: Int, _ tree: Tree) -> Bool {
        [.nsubj, .dep].contains(tree.relations[noun]) && noun < verb
            && tree.children(verb).contains { tree.relations[$0] == .nsubj && $0 > verb }
    }

    /// Whether the verb has an object that is not somebody who is told.
    private func hasOtherObject(_ verb: Int, _ entry: CueEntry, _ tree: Tree) -> Bool {
        guard let object = tree.child(verb, .dobj) ?? tree.child(verb, .oprd), object > verb else { return false }
        return !["np-that", "np-quote", "np-wh"].contains(where: entry.has)
    }

    /// The cue; behind a quotation that leans on it, any verb of somebody: `“Go away,” he barked`.
    private func entry(_ verb: Int, _ front: Front, _ subject: Int, _ clauses: Clauses) -> CueEntry? {
        if let entry = clauses.verbCue(verb),
            front.isQuotation ? entry.has("quote") || entry.has("that") : entry.reading("that") == .sure
        {
            return entry
        }
        guard front.leans, clauses.agency(subject) != .thing else { return nil }
        return CueEntry(row: [clauses.tree.lemma(verb), "state", "quote?"])
    }

    /// The cue with its subject and what closely belongs to it.
    private func group(_ verb: Int, _ subject: Int, _ tree: Tree) -> Range<Int> {
        var start = min(verb, tree.subtree(subject).lowerBound)
        var end = max(verb + 1, subject > verb ? tree.subtree(subject).upperBound : verb + 1)
        for child in tree.children(verb) where [.aux, .auxpass, .neg, .advmod].contains(tree.relations[child]) {
            if child < verb, child < start, tree.subtree(child).upperBound == start {
                start = tree.subtree(child).lowerBound
            }
        }
        for child in tree.children(verb) where child > verb && tree.subtree(child).lowerBound <= end {
            if Self.close.contains(tree.relations[child]) { end = max(end, tree.subtree(child).upperBound) }
        }
        return start..<end
    }

    private static let close: [Relation] = [.prt, .dative, .dobj, .npadvmod, .prep, .advmod, .nsubj]

    private struct Front {
        var range: Range<Int>
        var content: [TextSpan]
        var isQuotation: Bool
        /// Whether the quotation ends as one does that a cue follows.
        var leans = false
        /// Whether it ends as a question or exclamation does, and has a cue in front of it.
        var isAnswered = false
    }

    /// Where the words behind a quotation begin that a name stands in apposition to: `“…,” the skipper’s widow, Anna Reyne,
    /// said`.
    private func apposed(_ group: Range<Int>, _ tree: Tree) -> Int? {
        guard group.lowerBound > 2, tree.words(group.lowerBound - 1) == ",", tree.quotation[group.lowerBound] == nil
        else { return nil }
        var start = group.lowerBound - 1
        while start > 0, tree.quotation[start - 1] == nil, !tree.isVerb(start - 1),
            tree.classes[start - 1] != .auxiliary,
            tree.words(start - 1) != ",", group.lowerBound - start < 9
        { start -= 1 }
        return start > 0 && start < group.lowerBound - 1 && tree.quotation[start - 1] != nil
            && tree.classes[start] != .adposition ? start : nil
    }

    /// What stands in front of the cue, when a comma or a closing mark parts it.
    private func front(_ group: Range<Int>, _ verb: Int, _ clauses: Clauses) -> Front? {
        let tree = clauses.tree
        var last = (apposed(group, tree) ?? group.lowerBound) - 1
        while last >= 0, tree.classes[last] == .space { last -= 1 }
        guard last >= 0, tree.isPunctuation(last) else { return nil }
        var quoted = last
        while quoted > last - 2, quoted > 0, tree.quotation[quoted] == nil, tree.isPunctuation(quoted) { quoted -= 1 }
        if let quotation = tree.quotation[quoted], tree.quotation[verb] != quotation {
            let first = tree.token(at: clauses.quotations[quotation].span.start)
            if isClaimed(first, verb, clauses) { return nil }
            let start = first < tree.indices.upperBound ? sentenceStart(first, verb, clauses) : first
            let range = start..<quoted + 1
            let words = start < first ? clauses.trimmed(range).map { [$0] } : nil
            let content = words ?? clauses.quotations[quotation].pieces
            let end = content.last.flatMap { tree.source[$0].last { !"’”'\"".contains($0) } } ?? "."
            let leans = ",?!—–".contains(end) || tree.words(last) == ","
            guard
                leans || isTag(group, verb, tree) || group.lowerBound != tree.sentence(verb).lowerBound
                    || !tree.isCapitalized(group.lowerBound)
            else { return nil }
            let isAnswered = "?!".contains(end) && tree.sentence(first).contains { isCue($0, before: first, clauses) }
            return Front(
                range: range, content: content, isQuotation: true, leans: leans && words == nil, isAnswered: isAnswered)
        }
        let sentence = tree.sentence(verb)
        guard tree.quotation[last] == tree.quotation[verb], sentence.lowerBound < last,
            [",", "?", "!"].contains(tree.words(last)) || clauses.isDash(last)
        else { return nil }
        let range = sentence.lowerBound..<last
        guard let words = clauses.trimmed(range) else { return nil }
        return Front(range: range, content: [words], isQuotation: false)
    }

    /// `Although Reyne admitted that they had “been friends,” he claimed`: whether the quotation is the end of a clause in
    /// front of the cue's own, which has a cue of its own.
    private func isClaimed(_ first: Int, _ verb: Int, _ clauses: Clauses) -> Bool {
        let tree = clauses.tree
        return (tree.sentence(first).lowerBound..<first).contains { index in
            guard tree.isVerb(index), tree.relations[index] == .advcl, clauses.verbCue(index) != nil,
                tree.quotation[index] == nil, tree.isBelow(first, index) || first - index < 4
            else { return false }
            let isSubordinate = tree.children(index).contains {
                $0 < index && (tree.relations[$0] == .mark || tree.tag($0) == "WRB")
            }
            return isSubordinate || ["VBG", "VBN"].contains(tree.tag(index)) && tree.subtree(index).lowerBound == index
        }
    }

    /// Where the reporter's words begin that go before a quotation in the same sentence; the quotation's own start when
    /// they are a sentence of their own or hold a cue.
    private func sentenceStart(_ first: Int, _ verb: Int, _ clauses: Clauses) -> Int {
        let tree = clauses.tree
        let start = tree.sentence(first).lowerBound
        guard start < first else { return first }
        if [":", "."].contains(tree.words(first - 1)) || clauses.isDash(first - 1) { return first }
        let isWhole = tree.words(first - 1) == "," && tree.isCapitalized(first)
        let isOwn = (start..<first).contains { index in
            index != verb && isCue(index, before: first, clauses)
                && (isWhole || tree.has(index, .nsubj) || tree.has(index, .nsubjpass))
        }
        if isOwn { return tree.child(verb, .nsubj).map { tree.entity($0) == "ORG" } == true ? start : first }
        return start
    }

    /// `“We wait.” Reyne said.`: whether the cue with its subject is all of its sentence.
    private func isTag(_ group: Range<Int>, _ verb: Int, _ tree: Tree) -> Bool {
        let sentence = tree.sentence(verb)
        return group.lowerBound == sentence.lowerBound
            && (group.upperBound..<max(group.upperBound, sentence.upperBound)).allSatisfy(tree.isPunctuation)
    }

    private func isCue(_ verb: Int, before first: Int, _ clauses: Clauses) -> Bool {
        verb < first && clauses.tree.isVerb(verb) && clauses.tree.quotation[verb] == nil
            && clauses.verbCue(verb)?.reading("that") == .sure
    }

    private struct Behind {
        var content: [TextSpan]
        var isQuotation: Bool
        var isColon: Bool
        /// Whether a quotation begins as a sentence does, with a word that is no name.
        var beginsSentence = false
        var isCapitalized = true
    }

    /// What follows behind a comma and goes on with the content.
    private func behind(_ group: Range<Int>, _ front: Range<Int>, _ clauses: Clauses) -> Behind? {
        let tree = clauses.tree
        var next = group.upperBound
        if next > 0, tree.words(next - 1) == "," { next -= 1 }
        guard next < tree.indices.upperBound, [",", ":"].contains(tree.words(next)) || clauses.isDash(next) else {
            return nil
        }
        let isColon = tree.words(next) == ":"
        let hasOther = group.contains {
            [.relcl, .acl].contains(tree.relations[$0]) && isCue($0, before: group.upperBound, clauses)
        }
        guard !hasOther else { return nil }
        next += 1
        while next < tree.indices.upperBound, tree.classes[next] == .space { next += 1 }
        guard next < tree.indices.upperBound else { return nil }
        if let quotation = tree.quotation[next], tree.quotation[group.lowerBound] != quotation {
            var word = next
            while word + 1 < tree.indices.upperBound, tree.isPunctuation(word) { word += 1 }
            return Behind(
                content: clauses.content(ofQuotation: quotation), isQuotation: true, isColon: isColon,
                beginsSentence: tree.isCapitalized(word) && tree.words(word) != "I"
                    && tree.classes[word] != .properNoun,
                isCapitalized: tree.words(word).first?.isLowercase != true)
        }
        if tree.relations[next] == .cc, next + 1 < tree.indices.upperBound, let joined = tree.quotation[next + 1],
            tree.quotation[group.lowerBound] == nil
        {
            return Behind(
                content: clauses.content(ofQuotation: joined), isQuotation: true, isColon: false, isCapitalized: false)
        }
        guard tree.relations[next] != .cc, tree.tag(next) != "VBG" else { return nil }
        let rest = next..<tree.sentence(group.lowerBound).upperBound
        guard rest.lowerBound < rest.upperBound, isTied(front, rest, tree), let words = clauses.trimmed(rest) else {
            return nil
        }
        return Behind(content: [words], isQuotation: false, isColon: isColon)
    }

    /// Whether a word on one side depends on one of the other.
    private func isTied(_ front: Range<Int>, _ rest: Range<Int>, _ tree: Tree) -> Bool {
        front.contains { rest.contains(tree.heads[$0]) && !tree.isPunctuation($0) }
            || rest.contains { front.contains(tree.heads[$0]) && !tree.isPunctuation($0) }
    }

    /// Whether the cue has a content of its own behind it.
    private func goesOn(_ verb: Int, _ group: Range<Int>, _ clauses: Clauses) -> Bool {
        let tree = clauses.tree
        if tree.children(verb).contains(where: { $0 > verb && [.ccomp, .xcomp, .oprd].contains(tree.relations[$0]) }) {
            return true
        }
        let next = group.upperBound
        if next < tree.indices.upperBound, tree.quotation[next] != nil, tree.quotation[next] != tree.quotation[verb] {
            return true
        }
        return next < tree.indices.upperBound && tree.words(next) == ":"
    }
}
