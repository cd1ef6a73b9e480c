import DemarcheRecords

/// Conditions that one of two renderings has, and the other leaves out: *if …*, *unless …*.
enum Condition {
    /// What begins a condition.
    private static let markers: Set<String> = ["if", "unless", "provided", "until"]
    /// What may stand for one in other words.
    private static let likeMarkers: Set<String> = [
        "if", "unless", "provided", "providing", "until", "once", "when", "whenever", "whoever", "anyone", "should",
        "before",
        "without", "whether", "long", "case", "event", "were",
    ]
    /// Before *if*, these make no condition of it.
    private static let unconditional: Set<String> = ["even", "as", "what", "only", "asked"]

    static func differences(_ here: StatedWords, _ there: StatedWords) -> [Utterance.Difference] {
        if let clause = missing(of: here, in: there) { return [.init(.condition, here: clause, there: nil)] }
        if let clause = missing(of: there, in: here) { return [.init(.condition, here: nil, there: clause)] }
        return []
    }

    /// The first condition of `one`, where the other says what depends on it and has none.
    private static func missing(of one: StatedWords, in other: StatedWords) -> String? {
        guard one.words.contains(where: markers.contains), !other.words.contains(where: likeMarkers.contains) else {
            return nil
        }
        for sentence in parts(one.text, at: ".!?;…") {
            guard let clause = clause(of: sentence) else { continue }
            let matter = Matter.keys(clause)
            let depending = Matter.keys(ContentWords.words(sentence)).subtracting(matter)
            let isSaid = 2 * depending.intersection(other.stems).count >= depending.count && !depending.isEmpty
            let isGiven = 2 * matter.intersection(other.stems).count > matter.count
            if isSaid, !isGiven { return clause.joined(separator: " ") }
        }
        return nil
    }

    /// From the marker to the next comma or dash.
    private static func clause(of sentence: Substring) -> [String]? {
        for part in parts(sentence, at: ",—–:“”\"") {
            let words = ContentWords.words(part)
            guard let place = words.firstIndex(where: markers.contains), words.count - place >= 3 else { continue }
            if place > 0, unconditional.contains(words[place - 1]) { continue }
            return Array(words[place...])
        }
        return nil
    }

    private static func parts(_ text: some StringProtocol, at marks: String) -> [Substring] {
        Substring(text).split { marks.contains($0) }
    }
}
