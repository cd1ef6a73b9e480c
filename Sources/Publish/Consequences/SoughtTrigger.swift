package import DemarcheRecords
internal import DemarcheSourceText
package import DemarcheStore

/// What a user asks about with `demarche consequences`: an act, with what it is done to, and a place.
///
/// An act is found in whatever form and in near words (``NearWords``). Three ways lead from a trigger to it:
/// - its own words: *the deployment of peacekeepers* for *deploy troops*;
/// - *deploy* is not said where the trigger only names what is there: *soldiers in Vaduz*;
/// - a trigger that points back, as *such a step*, has the words of the sentences in front of it, or else of the headline.
///
/// A place that the trigger does not name may stand in its paragraph, or else in the headline.
package struct SoughtTrigger: Sendable {
    private let act: [String]
    private let place: [String]

    package init(_ action: String, to place: String?) {
        act = NearWords.english.keys(of: action)
        self.place = NearWords.english.keys(of: place ?? "")
    }

    /// How a trigger is found, with a note on what it does not say itself.
    package struct Match: Sendable {
        package let notes: [String]
    }

    /// Nil where the trigger is about something else.
    package func match(_ trigger: Warning.Part, in article: Article?) -> Match? {
        guard !(act + place).isEmpty, let acted = noteOnAct(trigger, article),
            let placed = noteOnPlace(trigger, article)
        else { return nil }
        return Match(notes: [acted, placed].filter { !$0.isEmpty })
    }

    /// Whether a trigger with these words may be about it, by the words alone: what is not is sorted out without its article.
    package func mayMatch(_ words: String) -> Bool {
        var known: [String: String] = [:]
        return mayMatch(words, named, known: &known)
    }

    /// Those of `triggers` of which ``mayMatch(_:)`` is true, in their order.
    package func candidates(among triggers: [WarningTrigger]) -> [WarningTrigger] {
        var known: [String: String] = [:]
        let rest = named
        return triggers.filter { mayMatch($0.trigger, rest, known: &known) }
    }

    /// What of the act a trigger must name.
    private var named: [String] { act.filter { $0 != NearWords.english.presence } }

    private func mayMatch(_ words: String, _ rest: [String], known: inout [String: String]) -> Bool {
        let keys = Set(NearWords.english.keys(of: words, known: &known))
        return act.isEmpty ? !keys.isDisjoint(with: place) : keys.isSuperset(of: rest) || Self.pointsBack(words)
    }

    /// Empty where the trigger says the act itself; nil where nothing does.
    private func noteOnAct(_ trigger: Warning.Part, _ article: Article?) -> String? {
        let words = keys(trigger)
        if words.isSuperset(of: act) { return "" }
        let head = trigger.action.map(NearWords.english.key(of:))
        let rest = act.filter { $0 != NearWords.english.presence }
        if rest.count < act.count, let head, rest.contains(head), words.isSuperset(of: rest) {
            return "the act is not named"
        }
        guard Self.pointsBack(trigger), let article else { return nil }
        if says(act, Self.wordsBefore(trigger, article)) { return "the trigger points back" }
        return says(act, article.metadata.headline) ? "the trigger points back; the act stands in the headline" : nil
    }

    /// Empty where the trigger names the place itself; nil where nothing does.
    private func noteOnPlace(_ trigger: Warning.Part, _ article: Article?) -> String? {
        if keys(trigger).isSuperset(of: place) { return "" }
        guard !NamedPlace.stands(in: trigger), let article else { return nil }
        let block = article.blocks.first { $0.span.overlaps(trigger.evidence.span) }
        let paragraph = block.map { String(article.text[$0.span]) } ?? ""
        if says(place, paragraph) { return "the place stands in the paragraph" }
        return says(place, article.metadata.headline) ? "the place stands in the headline" : nil
    }

    private func says(_ sought: [String], _ text: String?) -> Bool {
        Set(NearWords.english.keys(of: text ?? "")).isSuperset(of: sought)
    }

    private func keys(_ trigger: Warning.Part) -> Set<String> {
        Set(NearWords.english.keys(of: trigger.evidence.exact + " " + (trigger.action ?? "")))
    }

    /// Whether the trigger only takes up what was said: *this*, *such a step*, *that move*.
    private static func pointsBack(_ trigger: Warning.Part) -> Bool { pointsBack(trigger.evidence.exact) }

    private static func pointsBack(_ trigger: String) -> Bool {
        let words = trigger.lowercased().split { !$0.isLetter }
        return words.count <= 4 && words.first.map { ["this", "that", "such", "it", "these"].contains($0) } == true
    }

    /// What stands in front of the trigger, from the beginning of the block before its own.
    private static func wordsBefore(_ trigger: Warning.Part, _ article: Article) -> String {
        let start = trigger.evidence.span.start
        let before = article.blocks.filter { $0.kind != .boilerplate && $0.span.start < start }.suffix(2)
        guard let from = before.first?.span.start, article.text.holds(TextSpan(from, start)) else { return "" }
        return String(article.text[TextSpan(from, start)])
    }
}
