import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Makes participants of heads: who they are, of what country, in what sector.
///
/// The country is that of the name, or the one that the words name, their people or seat of power (`Graustark’s foreign
/// ministry`); two countries in one phrase are none. Joined nouns share
/// what they belong to (``EventSyntax/shared(with:)``). The sector is that of the word nearest to the head which says what the
/// party is; a bare state or its people has none but `GOV` when the state itself acts.
struct EventParties: Sendable {
    let passage: Passage
    let syntax: EventSyntax
    let actors: ActorDictionary?
    private var tree: Tree { syntax.tree }

    func participant(_ head: Int) -> PoliticalEvent.Participant {
        let words = alone(tree.nounPhrase(head), head)
        var party = passage.party(head, in: syntax.clauses, alone: true)
        if words != tree.nounPhrase(head) || tree.has(head, .conj) {
            party.mention = passage.evidence(words, in: syntax.clauses)
            if party.naming != .named { party.name = party.mention?.exact }
        }
        let shared = syntax.shared(with: head)
        let country: String? =
            self.country(in: words, head) ?? shared.lazy.compactMap { self.country(in: $0, head) }.first ?? party
            .affiliation?.country
            ?? party.name.flatMap { syntax.clauses.lexicon.countries[$0.lowercased()] }
        return PoliticalEvent.Participant(
            party: party, country: country, sector: sector(in: words, head, country),
            code: code(of: party, head, [words] + shared))
    }

    /// The code in the user's dictionary on the day of publication; for a pronoun that of whom it means.
    private func code(of party: Speaker, _ head: Int, _ words: [Range<Int>]) -> String? {
        guard let actors else { return nil }
        let isBare = !(words.first ?? 0..<0).contains { tree.isCapitalized($0) }
        let phrase = (isBare ? words.reversed() : words).map { String(tree.source[tree.span($0)]) }.joined(
            separator: " ")
        let published = passage.article.metadata.published?.date.filter(\.isNumber)
        let day = published.flatMap { $0.count == 8 ? Int($0) : nil }
        return actors.code(of: tree.classes[head] == .pronoun ? party.name ?? phrase : phrase, on: day)
    }

    /// The words without what *and* joins to the head.
    private func alone(_ words: Range<Int>, _ head: Int) -> Range<Int> {
        let conjuncts = syntax.joined(head).dropFirst()
        guard let joined = conjuncts.first, joined > head else { return words }
        var end = min(words.upperBound, tree.subtree(joined).lowerBound)
        while end > head + 1, tree.relations[end - 1] == .cc || tree.isPunctuation(end - 1) { end -= 1 }
        return words.lowerBound..<max(end, head + 1)
    }

    /// The country nearest to the head among the words in front of it and behind its *of* and *in*.
    private func country(in words: Range<Int>, _ head: Int) -> String? {
        let found = words.compactMap { start in
            syntax.clauses.country(from: start, in: words).map { (place: start, country: $0) }
        }
        if let own = found.first(where: { $0.place == head }) { return own.country }
        return Set(found.map(\.country)).count == 1 ? found.first?.country : nil
    }

    private func sector(in words: Range<Int>, _ head: Int, _ country: String?) -> String? {
        let named = tree.source[tree.span(words)].lowercased()
        for prefix in ["", "the "] where named.hasPrefix(prefix) {
            if let sector = syntax.lexicon.sectors[String(named.dropFirst(prefix.count))] { return sector }
        }
        let near = [head] + words.filter { $0 != head }.sorted { abs($0 - head) < abs($1 - head) }
        for word in near where tree.isBelow(word, head) {
            if let sector = syntax.lexicon.sectors[tree.lemma(word)] ?? syntax.lexicon.sectors[tree.lower(word)] {
                return sector
            }
        }
        guard country != nil, tree.classes[head] == .properNoun, tree.entity(head) != "PERSON" else { return nil }
        return "GOV"
    }
}
