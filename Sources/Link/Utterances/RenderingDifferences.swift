import DemarcheRecords

/// Names what a rendering has otherwise than the fullest one: force, condition, quotation marks, omissions, wording.
///
/// Words are aligned by their longest common subsequence (Hunt and McIlroy 1976); what stands between aligned words differs.
enum RenderingDifferences {
    /// So many words that are left out are named.
    private static let omission = 5
    /// Longer renderings are compared in their first words only.
    private static let most = 400

    /// All renderings, the fullest first: direct ones before others, the longest first.
    static func renderings(_ statements: [StatedWords]) -> [Utterance.Rendering] {
        let sorted = statements.sorted { one, other in
            (one.directness == .direct ? 0 : 1, -one.words.count, one.id)
                < (other.directness == .direct ? 0 : 1, -other.words.count, other.id)
        }
        return sorted.enumerated().map { place, statement in
            let others = sorted.filter { $0.id != statement.id }
            return Utterance.Rendering(
                statement: statement.id, article: statement.article, text: statement.text,
                directness: statement.directness,
                differences: (place == 0 ? [] : differences(statement, sorted[0])) + quotations(statement, others))
        }
    }

    /// What `here` has otherwise than `there`.
    static func differences(_ here: StatedWords, _ there: StatedWords) -> [Utterance.Difference] {
        let (one, other) = (Array(here.words.prefix(most)), Array(there.words.prefix(most)))
        let gaps = gaps(one, other)
        var found = gaps.compactMap(named)
        if let force = force(one, other) { found.insert(force, at: 0) }
        return found
    }

    /// The strongest word of force on either side, where they differ.
    private static func force(_ here: [String], _ there: [String]) -> Utterance.Difference? {
        let (one, other) = (strongest(here), strongest(there))
        guard one?.step != other?.step, one != nil || other != nil else { return nil }
        return .init(.force, here: one?.word, there: other?.word)
    }

    private static func strongest(_ words: [String]) -> (word: String, step: Int)? {
        words.compactMap { word in forceWords[word].map { (word, $0) } }.max { $0.1 < $1.1 }
    }

    /// How firmly a word ties what follows; as ``Warning/Force`` has it, from `possible`.
    private static let forceWords: [String: Int] = [
        "could": 1, "may": 1, "might": 1, "can": 1, "risk": 1, "risks": 1, "possible": 1, "possibly": 1, "likely": 2,
        "probable": 2, "probably": 2, "threatens": 2, "threaten": 2, "should": 2, "will": 3, "would": 3, "must": 3,
        "certain": 3, "certainly": 3, "inevitable": 4, "inevitably": 4, "inevitability": 4, "unavoidable": 4,
    ]

    private static func named(_ gap: Gap) -> Utterance.Difference? {
        let words = { (words: ArraySlice<String>) in words.isEmpty ? nil : words.joined(separator: " ") }
        let isCondition = [gap.here, gap.there].contains { side in
            side.count >= 3 && ["if", "unless", "provided", "until"].contains { side.contains($0) }
        }
        if isCondition { return .init(.condition, here: words(gap.here), there: words(gap.there)) }
        if gap.here.isEmpty {
            return gap.there.count >= omission ? .init(.omission, here: nil, there: words(gap.there)) : nil
        }
        let changesMatter = ContentWords.stems(Array(gap.here)) != ContentWords.stems(Array(gap.there))
        return changesMatter ? .init(.wording, here: words(gap.here), there: words(gap.there)) : nil
    }

    /// Words within quotation marks here of which no other rendering has the half in a row.
    private static func quotations(_ here: StatedWords, _ others: [StatedWords]) -> [Utterance.Difference] {
        here.quoted.compactMap { piece in
            let least = max(3, piece.count / 2)
            let isShared = others.contains { longestRun(piece, $0.words) >= min(least, piece.count) }
            let isQuotedElsewhere = others.contains { !$0.quoted.isEmpty }
            return isShared || !isQuotedElsewhere
                ? nil : .init(.quotation, here: piece.joined(separator: " "), there: nil)
        }
    }

    /// The most words that follow each other in both.
    private static func longestRun(_ one: [String], _ other: [String]) -> Int {
        var (previous, best) = (Array(repeating: 0, count: other.count + 1), 0)
        for word in one.prefix(most) {
            var row = Array(repeating: 0, count: other.count + 1)
            for (place, also) in other.enumerated() where also == word {
                row[place + 1] = previous[place] + 1
                best = max(best, row[place + 1])
            }
            previous = row
        }
        return best
    }

    // MARK: Alignment

    /// Words that stand on either side between two aligned words.
    struct Gap {
        var here: ArraySlice<String>
        var there: ArraySlice<String>
    }

    /// Time and memory grow with the product of the lengths.
    static func gaps(_ here: [String], _ there: [String]) -> [Gap] {
        let lengths = lengths(here, there)
        var gaps: [Gap] = []
        var (i, j, startHere, startThere) = (0, 0, 0, 0)
        func close() {
            if startHere < i || startThere < j {
                gaps.append(Gap(here: here[startHere..<i], there: there[startThere..<j]))
            }
        }
        while i < here.count, j < there.count {
            if here[i] == there[j] {
                close()
                (i, j) = (i + 1, j + 1)
                (startHere, startThere) = (i, j)
            } else if lengths[i + 1][j] >= lengths[i][j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        (i, j) = (here.count, there.count)
        close()
        return gaps
    }

    /// Of the longest common subsequence of what stands from each pair of places on.
    private static func lengths(_ here: [String], _ there: [String]) -> [[Int]] {
        var lengths = Array(repeating: Array(repeating: 0, count: there.count + 1), count: here.count + 1)
        for i in here.indices.reversed() {
            for j in there.indices.reversed() {
                lengths[i][j] =
                    here[i] == there[j] ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
            }
        }
        return lengths
    }
}
