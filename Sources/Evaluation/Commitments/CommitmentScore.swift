internal import Foundation

/// Counts what was found of the marked warnings, events and positions, by the rules of the reference scorer: words are compared
/// by their places, pairs are one to one, the best first.
package struct CommitmentScore: Sendable {
    /// Found, said and marked.
    package struct Counts: Sendable, Equatable {
        package var right = 0, said = 0, gold = 0

        package var precision: Double { said > 0 ? Double(right) / Double(said) : gold > 0 ? 0 : 1 }
        package var recall: Double { gold > 0 ? Double(right) / Double(gold) : 1 }
        package var f1: Double {
            precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
        }
    }

    package private(set) var warnings = Counts()
    package private(set) var warningsFound = 0
    package private(set) var positions = Counts()
    package private(set) var positionsFound = 0
    package private(set) var events = Counts()
    package private(set) var statusRight = 0
    /// Found events whose type is marked, and whose type is right.
    package private(set) var typed = 0
    package private(set) var typeRight = 0
    /// Found events that have not come about, and how many of them were said to have.
    package private(set) var unreal = (found: 0, said: 0)
    package private(set) var errors: [String] = []

    package init() {}

    package mutating func add(_ gold: CommitmentItem, _ found: CommitmentItem) {
        let words = WordPlaces(gold.text ?? "")
        addWarnings(gold, found, words)
        addEvents(gold, found, words)
        addPositions(gold, found, words)
    }

    // MARK: Warnings

    private mutating func addWarnings(_ item: CommitmentItem, _ found: CommitmentItem, _ words: WordPlaces) {
        guard let gold = item.warnings else { return }
        let said = found.warnings ?? []
        let pairs = Self.pairs(gold, said) { one, other in
            let (trigger, consequence) = (
                words.overlap(one.trigger, other.trigger), words.overlap(one.consequence, other.consequence)
            )
            return trigger >= 0.5 && consequence >= 0.5 ? trigger + consequence : nil
        }
        let optional = Set(gold.indices.filter { gold[$0].kind == "offer" })
        warnings.gold += gold.count - optional.count
        warnings.said += said.count - pairs.count { optional.contains($0.gold) }
        for (one, other) in pairs where !optional.contains(one) {
            warningsFound += 1
            if let step = Self.step(gold[one].force), let found = Self.step(said[other].force), abs(step - found) <= 1 {
                warnings.right += 1
            } else {
                errors.append("\(item.id)\tforce\t\(gold[one].force) not \(said[other].force)")
            }
        }
        for index in gold.indices where !optional.contains(index) && !pairs.contains(where: { $0.gold == index }) {
            let warning = gold[index]
            errors.append(
                "\(item.id)\twarning missed\t\(words.text(warning.trigger)) => \(words.text(warning.consequence))")
        }
        for index in said.indices where !pairs.contains(where: { $0.said == index }) {
            let warning = said[index]
            errors.append(
                "\(item.id)\twarning false\t\(words.text(warning.trigger)) => \(words.text(warning.consequence))")
        }
    }

    private static func step(_ force: String) -> Int? {
        ["precondition", "possible", "probable", "certain", "inevitable"].firstIndex(of: force)
    }

    // MARK: Events

    private static let real: Set<String> = ["happened", "ongoing"]

    private mutating func addEvents(_ item: CommitmentItem, _ found: CommitmentItem, _ words: WordPlaces) {
        guard let gold = item.events else { return }
        let said = found.events ?? []
        let pairs = Self.pairs(gold, said) { one, other in
            let overlap = words.overlap(one.trigger, other.trigger)
            return overlap > 0 ? overlap : nil
        }
        events.gold += gold.count
        events.said += said.count
        events.right += pairs.count
        for (one, other) in pairs {
            let (marked, found) = (gold[one], said[other])
            statusRight += marked.status == found.status ? 1 : 0
            typed += marked.type.isEmpty ? 0 : 1
            typeRight += marked.type == found.type ? 1 : 0
            if !Self.real.contains(marked.status) {
                unreal.found += 1
                unreal.said += Self.real.contains(found.status) ? 1 : 0
            }
            if marked.status != found.status {
                errors.append("\(item.id)\tstatus\t\(words.text(marked.trigger)): \(marked.status) not \(found.status)")
            }
            if !marked.type.isEmpty, marked.type != found.type {
                errors.append("\(item.id)\ttype\t\(words.text(marked.trigger)): \(marked.type) not \(found.type)")
            }
        }
        for index in gold.indices where !pairs.contains(where: { $0.gold == index }) {
            errors.append("\(item.id)\tevent missed\t\(words.text(gold[index].trigger)): \(gold[index].type)")
        }
        for index in said.indices where !pairs.contains(where: { $0.said == index }) {
            errors.append("\(item.id)\tevent false\t\(words.text(said[index].trigger)): \(said[index].type)")
        }
    }

    // MARK: Positions

    private mutating func addPositions(_ item: CommitmentItem, _ found: CommitmentItem, _ words: WordPlaces) {
        guard let gold = item.positions else { return }
        let said = found.positions ?? []
        let pairs = Self.pairs(gold, said) { one, other in
            let overlap = words.overlap(one.proposal, other.proposal)
            return overlap >= 0.34 && !Self.names(one.party).isDisjoint(with: Self.names(other.party)) ? overlap : nil
        }
        positions.gold += gold.count
        positions.said += said.count
        positionsFound += pairs.count
        for (one, other) in pairs {
            if gold[one].stance == said[other].stance {
                positions.right += 1
            } else {
                errors.append("\(item.id)\tstance\t\(gold[one].party): \(gold[one].stance) not \(said[other].stance)")
            }
        }
        for (label, marks, isPaired) in [
            ("missed", gold, { index in pairs.contains { $0.gold == index } }),
            ("false", said, { index in pairs.contains { $0.said == index } }),
        ] as [(String, [CommitmentItem.Position], (Int) -> Bool)] {
            for (index, mark) in marks.enumerated() where !isPaired(index) {
                errors.append(
                    "\(item.id)\tposition \(label)\t\(mark.party) \(mark.stance): \(words.text(mark.proposal))")
            }
        }
    }

    /// Words that do not tell two parties apart.
    private static let common = Set(
        """
        the a an of and or in on at to for from by with s its his her their mr mrs ms dr president minister prime foreign
        secretary general leader spokesman spokesperson spokeswoman government state states official officials
        """.split { $0 == " " || $0 == "\n" }.map(String.init))

    private static func names(_ party: String) -> Set<String> {
        let words = Set(PythonWords.lowercased(party.unicodeScalars))
        let telling = words.subtracting(common)
        return telling.isEmpty ? words : telling
    }

    private static func pairs<Mark>(
        _ gold: [Mark], _ said: [Mark], _ score: (Mark, Mark) -> Double?
    ) -> [(gold: Int, said: Int)] {
        var candidates: [(score: Double, gold: Int, said: Int)] = []
        for (one, mark) in gold.enumerated() {
            for (other, found) in said.enumerated() {
                if let score = score(mark, found) { candidates.append((score, one, other)) }
            }
        }
        candidates.sort { ($1.score, $0.gold, $0.said) < ($0.score, $1.gold, $1.said) }
        var pairs: [(gold: Int, said: Int)] = []
        for (_, one, other) in candidates where !pairs.contains(where: { $0.gold == one || $0.said == other }) {
            pairs.append((one, other))
        }
        return pairs
    }

    // MARK: Lines

    package var lines: [String] {
        [
            "              right   said   gold      P      R     F1", line("warnings", warnings),
            line("positions", positions), line("events found", events), "",
            "of \(warningsFound) warnings found \(warnings.right) have a force within one step",
            "of \(positionsFound) positions found \(positions.right) have the right stance",
            "of \(events.right) events found \(statusRight) have the right status; of \(typed) with a type \(typeRight) the right one",
            "of \(unreal.found) found that have not come about \(unreal.said) are said to have",
        ]
    }

    private func line(_ label: String, _ counts: Counts) -> String {
        let figures = [counts.right, counts.said, counts.gold].map { Self.padded("\($0)", 7) }
        let rates = [counts.precision, counts.recall, counts.f1].map { Self.padded(Self.percent($0), 7) }
        return label + String(repeating: " ", count: 12 - label.count) + (figures + rates).joined()
    }

    package var summary: String {
        let status = events.right > 0 ? Double(statusRight) / Double(events.right) : 0
        let happened = unreal.found > 0 ? Double(unreal.said) / Double(unreal.found) : 0
        return "commitments warnings_f1=\(Self.percent(warnings.f1)) status=\(Self.percent(status)) "
            + "positions_f1=\(Self.percent(positions.f1)) false_happened=\(Self.percent(happened)) "
            + "event_recall=\(Self.percent(events.recall))"
    }

    private static func percent(_ value: Double) -> String { String(format: "%.2f", value * 100) }

    private static func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

/// The words of a text by their places.
private struct WordPlaces {
    private let scalars: [Unicode.Scalar]
    private let words: [Range<Int>]

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        words = PythonWords.ranges(in: scalars)
    }

    func text(_ place: CommitmentItem.Place) -> String {
        String(String.UnicodeScalarView(scalars[place[0]..<place[1]]))
    }

    /// Jaccard's index over the places of the words.
    func overlap(_ one: CommitmentItem.Place, _ other: CommitmentItem.Place) -> Double {
        let (one, other) = (places(one), places(other))
        let union = one.union(other).count
        return union > 0 ? Double(one.intersection(other).count) / Double(union) : 0
    }

    private func places(_ place: CommitmentItem.Place) -> Set<Int> {
        Set(words.indices.filter { words[$0].lowerBound < place[1] && words[$0].upperBound > place[0] })
    }
}
