package import DemarcheRecords
internal import Foundation

/// How the acts of speech that the program finds compare with the marked ones.
///
/// Pairs of marks are counted, and B-cubed over marks; a mark in which the program sees no statement is alone. Of each act that
/// several articles carry, the found one that has most of its marks must have the same first carrier, and the same origins;
/// differences are compared by mark and kind, without those of wording.
package struct UtteranceScore: Sendable {
    package let mentions: [UtterancePredictions.Mention]
    private let utterances: [String: Utterance]
    private let sources: [(act: String, source: UtteranceSet.Source)]

    package init(_ sets: [UtteranceSet], _ predictions: UtterancePredictions) {
        mentions = predictions.mentions
        var utterances: [String: Utterance] = [:]
        for utterance in predictions.utterances {
            for statement in utterance.statements { utterances[statement] = utterance }
        }
        self.utterances = utterances
        sources = sets.flatMap { set in
            set.sources.sorted { $0.key < $1.key }.map { ("\(set.name) \($0.key)", $0.value) }
        }
    }

    /// What was found for a mark: its act of speech, else its statement.
    func group(_ mention: UtterancePredictions.Mention) -> String? {
        mention.statement.map { utterances[$0.id]?.id ?? $0.id }
    }

    // MARK: Figures

    package struct Counts: Sendable, Equatable {
        package var right = 0
        package var found = 0
        package var marked = 0

        package init() {}

        package var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
        package var recall: Double { marked == 0 ? 0 : Double(right) / Double(marked) }
        package var f1: Double { right == 0 ? 0 : 2 * precision * recall / (precision + recall) }
    }

    /// Pairs of marks of one act of speech.
    package var pairs: Counts {
        var counts = Counts()
        for (place, one) in mentions.enumerated() {
            for other in mentions[(place + 1)...] {
                let isMarked = one.act == other.act
                let isFound = group(one).map { $0 == group(other) } ?? false
                counts.marked += isMarked ? 1 : 0
                counts.found += isFound ? 1 : 0
                counts.right += isMarked && isFound ? 1 : 0
            }
        }
        return counts
    }

    package var bCubed: BCubed {
        let named = mentions.enumerated().map { (String($0), $1) }
        let found = named.compactMap { name, mention in group(mention).map { (name, $0) } }
        return BCubed(
            gold: Dictionary(uniqueKeysWithValues: named.map { ($0, $1.act) }),
            found: Dictionary(uniqueKeysWithValues: found))
    }

    /// Of the acts that several articles carry, how many have the right first carrier, and how many the right origins.
    package var origins: (carriers: Int, origins: Int, of: Int) {
        var (carriers, origins) = (0, 0)
        for (act, source) in sources {
            guard let utterance = utterance(of: act) else { continue }
            carriers += source.outlets.contains(utterance.origin.outlet ?? "") ? 1 : 0
            origins += source.origins.contains(Set(utterance.origins)) ? 1 : 0
        }
        return (carriers, origins, sources.count)
    }

    /// The found act that has most of the marks of `act`.
    private func utterance(of act: String) -> Utterance? {
        let found = mentions.filter { $0.act == act }.compactMap { $0.statement.flatMap { utterances[$0.id] } }
        let counts = Dictionary(grouping: found, by: \.id).mapValues(\.count)
        return found.max { (counts[$0.id, default: 0], $1.id) < (counts[$1.id, default: 0], $0.id) }
    }

    /// Differences that matter, of one kind or of all, by mark.
    package func differences(_ kind: Utterance.Difference.Kind? = nil) -> Counts {
        mentions.reduce(into: Counts()) { counts, mention in
            let marked = mention.differences.filter { kind == nil || $0 == kind }
            let found = differences(of: mention).filter { kind == nil || $0 == kind }
            counts.marked += marked.count
            counts.found += found.count
            counts.right += marked.intersection(found).count
        }
    }

    private func differences(of mention: UtterancePredictions.Mention) -> Set<Utterance.Difference.Kind> {
        let rendering = mention.statement.flatMap { statement in
            utterances[statement.id]?.renderings.first { $0.statement == statement.id }
        }
        return Set(rendering?.differences.map(\.kind) ?? []).subtracting([.wording])
    }

    // MARK: Lines

    package var lines: [String] {
        let acts = Set(mentions.map(\.act)).count
        let (pairs, bCubed, origins) = (pairs, bCubed, origins)
        return [
            "marks        \(mentions.count), of \(acts) acts of speech; \(mentions.count { $0.statement != nil }) are statements",
            row("pairs", pairs),
            "B-cubed      precision \(share(bCubed.precision)) recall \(share(bCubed.recall)) f1 \(share(bCubed.f1))",
            "origins      first carrier \(origins.carriers), origins \(origins.origins) of \(origins.of)",
        ] + [.force, .condition, .quotation, .omission].map { row($0.rawValue, differences($0)) }
    }

    private func row(_ name: String, _ counts: Counts) -> String {
        let shares = "precision \(share(counts.precision)) recall \(share(counts.recall)) f1 \(share(counts.f1))"
        return name.padding(toLength: 13, withPad: " ", startingAt: 0) + shares
            + " (\(counts.right) right, \(counts.found) found, \(counts.marked) marked)"
    }

    private func share(_ value: Double) -> String { String(format: "%.4f", value) }

    package var summary: String {
        let (pairs, origins, differences) = (pairs, origins, differences())
        let figures = [
            ("pairs_precision", pairs.precision), ("pairs_recall", pairs.recall), ("pairs_f1", pairs.f1),
            ("b3_f1", bCubed.f1), ("carriers", Double(origins.carriers) / Double(max(origins.of, 1))),
            ("origins", Double(origins.origins) / Double(max(origins.of, 1))), ("differences_f1", differences.f1),
        ]
        return "utterances " + figures.map { "\($0)=\(share($1))" }.joined(separator: " ")
    }

    // MARK: Errors

    /// A paragraph for each act whose marks stand in several groups, and each group with marks of several acts; then the
    /// origins and differences that are not as marked.
    package var errors: [String] {
        divided("split", by: \.act, into: { group($0) ?? "no statement" })
            + divided("mixed", by: { group($0) ?? "none" }, into: \.act).filter { !$0.hasPrefix("mixed none") }
            + originErrors + mentions.compactMap(differenceError)
    }

    private func divided(
        _ word: String, by whole: (UtterancePredictions.Mention) -> String,
        into part: (UtterancePredictions.Mention) -> String
    ) -> [String] {
        Dictionary(grouping: mentions, by: whole).sorted { $0.key < $1.key }.compactMap { name, members in
            let parts = Dictionary(grouping: members, by: part).sorted { $0.key < $1.key }
            guard parts.count > 1 || parts.first?.key == "no statement" else { return nil }
            return ["\(word) \(name)"].appending(parts.flatMap { key, members in members.map { line($0, key) } })
        }
    }

    private func line(_ mention: UtterancePredictions.Mention, _ key: String) -> String {
        let speaker = [mention.speaker, mention.state].compactMap(\.self).joined(separator: " for ")
        return "  \(key.prefix(14))  \(mention.place)  [\(speaker)]  \(mention.statement?.text ?? mention.words)"
    }

    private var originErrors: [String] {
        sources.compactMap { act, source in
            let found = utterance(of: act)
            let isRight = found.map { found in
                source.outlets.contains(found.origin.outlet ?? "") && source.origins.contains(Set(found.origins))
            }
            guard isRight != true else { return nil }
            let seen = found.map { "\($0.origin.outlet ?? "–") of \($0.origins)" } ?? "nothing"
            return "origin \(act): \(seen) instead of \(source.outlets) of \(source.origins.map { $0.sorted() })"
        }
    }

    private func differenceError(_ mention: UtterancePredictions.Mention) -> String? {
        let found = differences(of: mention)
        guard found != mention.differences else { return nil }
        let (seen, marked) = (found.map(\.rawValue).sorted(), mention.differences.map(\.rawValue).sorted())
        return "difference \(mention.act), \(mention.place): \(seen) instead of \(marked): \(mention.words)"
    }
}

extension [String] {
    fileprivate func appending(_ lines: [String]) -> String { (self + lines).joined(separator: "\n") }
}

extension ReportedStatement {
    /// The pieces of the content.
    fileprivate var text: String { content.map(\.exact).joined(separator: " … ") }
}
