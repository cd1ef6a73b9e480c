/// What a trigger is about, by which warnings of one issuer are one series: the act with its near words, and the place.
///
/// *deployed troops to Vaduz*, *soldiers in Vaduz* and *the deployment of peacekeepers in Vaduz* have one subject. A trigger that
/// says neither a known act nor its thing is about its own words.
package struct TriggerSubject: Hashable, Sendable {
    package let act: Set<String>
    /// Nil where the trigger names none.
    package let place: String?

    package init(_ trigger: Warning.Part) {
        let near = NearWords.english
        let words = Set(near.keys(of: trigger.evidence.exact + " " + (trigger.action ?? "")))
        let things = words.intersection(near.groupNames).subtracting([near.presence])
        let act = trigger.action.map(near.key(of:)).map {
            Self.light.contains($0) || $0 == near.presence ? [] : Set([$0])
        }
        self.act = things.isEmpty ? act ?? words : things.union(act ?? [])
        place = trigger.place.map { near.keys(of: $0.exact).joined(separator: " ") }
    }

    /// Verbs that only carry the act that another word names.
    private static let light = Set(
        ["be", "proceed", "go", "make", "take", "do", "continue", "begin", "start", "try", "decide", "have"].map(
            WordStem.of))
}
