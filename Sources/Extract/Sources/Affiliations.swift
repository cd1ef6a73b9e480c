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
        let behind = capitalized(min(role + 1, words.upperBound)..<words.upperBound)
        guard let found = isBody ? words : front ?? behind else { return nil }
        let country = country(in: words)
        if isBody, country == nil { return nil }
        let evidence = Evidence(tree.span(found), in: tree.source)
        return Speaker.Affiliation(text: evidence.exact, country: country, evidence: evidence)
    }

    /// From the first to the last capitalised word.
    private func capitalized(_ words: Range<Int>) -> Range<Int>? {
        let isName = { (index: Int) in
            clauses.tree.words(index).first?.isUppercase == true && clauses.tree.relations[index] != .det
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
        let tree = clauses.tree
        var found: Set<String> = []
        for start in words where tree.words(start).first?.isUppercase == true {
            for length in [3, 2, 1] where start + length <= words.upperBound {
                let key = tree.source[tree.span(start..<start + length)].withoutPossessive.lowercased().replacing(
                    "’", with: "'")
                if let country = clauses.lexicon.countries[key] {
                    found.insert(country)
                    break
                }
            }
        }
        return found.count == 1 ? found.first : nil
    }
}
