import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Who takes a stance, and for whom.
///
/// `Ruritania will not sign, said Ann Example, its foreign minister`: in what somebody says of their own state, or of *us* and *it*,
/// the stance is the speaker's, on behalf of the state.
struct StanceParty: Sendable {
    let scene: StanceScene

    /// The party with this head; nil when nobody is named.
    func party(_ head: Int?, _ statement: ReportedStatement?, isAlone: Bool = false) -> (Speaker, [String])? {
        guard let head else { return speaker(of: statement).map { ($0, []) } }
        let party = scene.passage.party(head, in: scene.clauses, alone: isAlone)
        if let statement, speaksFor(statement, head, party), let speaker = speaker(of: statement) {
            return (speaker, [])
        }
        guard party.name != nil else {
            return party.mention.map { (party, ["“\($0.exact)” not resolved"]) }
        }
        return (party, [])
    }

    private func speaker(of statement: ReportedStatement?) -> Speaker? {
        guard let speaker = statement?.speaker, speaker.name != nil else { return nil }
        return speaker
    }

    /// Whether the one who is spoken of is whoever speaks, or the state of theirs.
    private func speaksFor(_ statement: ReportedStatement, _ head: Int, _ party: Speaker) -> Bool {
        let speaker = statement.speaker
        let word = scene.tree.lower(head)
        if ["we", "i", "us", "our", "my"].contains(word) { return true }
        if ["it", "he", "she", "they"].contains(word) {
            // Nobody calls himself *they* in his own words.
            return scene.tree.quotation[head] == nil && (party.name == nil || party.name == speaker.name)
        }
        if let country = speaker.affiliation?.country, country == scene.country(head) { return true }
        if speaker.affiliation == nil, speaker.office != nil, scene.country(head) != nil {
            // `its bid`, `the French refusal` are told of any state; what a state will do is mostly told by one of its own.
            return [.nsubj, .nsubjpass].contains(scene.tree.relations[head])
        }
        return party.name != nil && party.name == speaker.affiliation?.text
    }

    /// The state or body that somebody's office belongs to.
    func behalf(of party: Speaker, _ head: Int?) -> Speaker.Affiliation? {
        if let affiliation = party.affiliation { return party.name == affiliation.text ? nil : affiliation }
        guard let head, SourceReader(clauses: scene.clauses).isRole(head) else { return nil }
        return Affiliations(clauses: scene.clauses).affiliation(in: scene.tree.nounPhrase(head), isBody: false)
    }
}

extension StanceScene {
    /// The state that the noun phrase with this head names.
    func country(_ head: Int) -> String? {
        let words = tree.nounPhrase(head)
        let name = tree.source[tree.span(words)].lowercased()
        return clauses.lexicon.countries[name] ?? clauses.lexicon.countries[tree.lower(head)]
    }

    /// Whether the subject is the one who speaks: *we*, *it*, the speaker or their state.
    func isOwn(_ subject: Int, _ statement: ReportedStatement?) -> Bool {
        guard let speaker = statement?.speaker else { return false }
        if ["we", "i", "it", "he", "she", "they"].contains(tree.lower(subject)) { return true }
        let party = passage.party(subject, in: clauses)
        return party.name != nil && party.name == speaker.name
            || speaker.affiliation?.country != nil
                && speaker.affiliation?.country == country(subject)
    }
}
