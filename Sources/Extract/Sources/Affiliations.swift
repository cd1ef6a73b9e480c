import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Finds the body or state that an office belongs to: *Kremlin* in `Kremlin spokesman`, *Russian Foreign Ministry*, *Cuba* in
/// `president of Cuba`, with the country where the words name one, its people or its seat of power.
struct Affiliations {
    let clauses: Clauses

    /// The affiliation that the words of an office or the name of a body give.
    func affiliation(in words: Range<Int>, isBody: Bool) -> Speaker.Affiliation? {
        let tree = clauses.tree
        let role =
            isBody ? words.upperBound : words.first { clauses.lexicon.roles[tree.lower($0)] != nil } ?? words.upperBound
        let front = capitalized(words.lowerBound..<max(words.lowerBound, role))
        let last = words.dropFirst(role - words.lowerBound).prefix { clauses.lexicon.roles[tree.lower($0)] != nil }.last
        let rest = min((last ?? role) + 1, words.upperBound)..<words.upperBound
        let behind = isPortfolio(rest, of: last) ? nil : capitalized(rest)
        guard let found = isBody ? words : front ?? behind else { return nil }
        let country = country(in: words)
        if isBody, country == nil { return nil }
        let evidence = Evidence(tree.span(found), in: tree.source)
        return Speaker.Affiliation(text: evidence.exact, country: country, evidence: evidence)
    }

    /// `Secretary of State`, `Minister of Foreign Affairs`: what somebody is minister of is no body, unless it is a country.
    private func isPortfolio(_ words: Range<Int>, of role: Int?) -> Bool {
        guard let role, let first = words.first else { return false }
        return ["minister", "secretary", "undersecretary"].contains(clauses.tree.lower(role))
            && ["of", "for"].contains(clauses.tree.lower(first)) && country(in: words) == nil
    }

    /// From the first to the last capitalised word.
    private func capitalized(_ words: Range<Int>) -> Range<Int>? {
        let isName = { (index: Int) in
            clauses.tree.isCapitalized(index) && clauses.tree.relations[index] != .det
                && !Self.titles.contains(clauses.tree.lower(index))
        }
        guard let first = words.first(where: isName), let last = words.last(where: isName) else { return nil }
        return first..<last + 1
    }

    private static let titles: Set<String> = [
        "former", "deputy", "vice", "acting", "chief", "senior", "press", "prime",
    ]

    /// The one country that the words name.
    private func country(in words: Range<Int>) -> String? {
        let found = Set(words.compactMap { clauses.country(from: $0, in: words) })
        return found.count == 1 ? found.first : nil
    }
}

extension Clauses {
    /// The country, people or seat of power whose name begins with the word `start`, of one to three of `words`.
    func country(from start: Int, in words: Range<Int>) -> String? {
        guard tree.isCapitalized(start), lexicon.countryBeginnings.contains(tree.lower(start)) else { return nil }
        return [3, 2, 1].lazy.compactMap { length -> String? in
            guard start + length <= words.upperBound else { return nil }
            let name = self.tree.source[self.tree.span(start..<start + length)].withoutPossessive.lowercased()
            return self.lexicon.countries[name.withStraightApostrophes]
        }.first
    }
}
