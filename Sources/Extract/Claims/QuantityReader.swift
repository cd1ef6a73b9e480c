import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Reads quantities: a number with its bound and what is counted or measured, `up to 100,000 peacekeepers`, `$5.5 million`,
/// `about 3 percent`.
///
/// Numbers that count nothing are none: dates and times, ages and addresses, numbers in names (`Resolution 242`, `Group of
/// Seven`), and *one* without a unit.
struct QuantityReader {
    private let clauses: Clauses
    private let times: ArticleTimes
    private let words = QuantityWords.english
    private var tree: Tree { clauses.tree }

    init(_ clauses: Clauses, _ times: ArticleTimes) {
        self.clauses = clauses
        self.times = times
    }

    /// A quantity with the tokens that it takes.
    struct Found {
        var tokens: Range<Int>
        var quantity: Claim.Quantity
    }

    /// From left to right.
    func quantities(in sentence: Range<Int>) -> [Found] {
        var found: [Found] = []
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard let number = number(from: index, in: sentence), let quantity = quantity(number.tokens, number.value)
            else {
                index += 1
                continue
            }
            found.append(quantity)
            index = max(number.tokens.upperBound, quantity.tokens.upperBound)
        }
        return found
    }

    // MARK: Numbers

    /// The longest run of number words that begins at `index`.
    private func number(from index: Int, in sentence: Range<Int>) -> (tokens: Range<Int>, value: Double)? {
        guard tree.tag(index) == "CD", var value = digits(index) ?? words.numbers[tree.lower(index)], isCount(index)
        else { return nil }
        var end = index + 1
        while end < sentence.upperBound {
            if tree.words(end) == "-", end + 1 < sentence.upperBound, value >= 20, value < 100,
                let ones = words.numbers[tree.lower(end + 1)], ones < 10
            {
                (value, end) = (value + ones, end + 2)
            } else if let scale = words.scales[tree.lower(end)],
                tree.tag(end) == "CD" || scale >= 1e6 || end == index + 1
            {
                (value, end) = (value * scale, end + 1)
            } else {
                break
            }
        }
        return (index..<end, value)
    }

    /// `100,000`, `5.5`
    private func digits(_ index: Int) -> Double? {
        let text = tree.words(index)
        guard let first = text.utf8.first, first &- 0x30 < 10, let last = text.utf8.last, last &- 0x30 < 10,
            text.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x2C || $0 == 0x2E })
        else { return nil }
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.dropFirst().allSatisfy({ $0.prefix { $0 != "." }.utf8.count == 3 }) else { return nil }
        return Double(groups.joined())
    }

    /// Whether a number counts something: it is no time and no part of a name, and stands by itself as an argument or before
    /// what it counts.
    private func isCount(_ index: Int) -> Bool {
        guard times.expression(at: index, inBlock: clauses.number) == nil else { return false }
        if ["PERSON", "ORG", "GPE", "LAW", "PRODUCT", "FAC", "EVENT", "WORK_OF_ART", "DATE", "TIME", "NORP", "LOC"]
            .contains(tree.entity(index))
        {
            return false
        }
        return index == 0 || tree.classes[index - 1] != .properNoun
            || [.nummod, .nsubj, .nsubjpass].contains(tree.relations[index])
    }

    // MARK: What is counted

    private func quantity(_ number: Range<Int>, _ value: Double) -> Found? {
        let (bound, start) = bound(before: currencySign(before: number.lowerBound) ?? number.lowerBound)
        guard let (unit, end) = unit(number) else { return nil }
        if value == 1, unit == nil || bound == .exactly { return nil }
        let tokens = start..<end
        return Found(
            tokens: tokens,
            quantity: Claim.Quantity(
                value: value, bound: bound, unit: unit, evidence: Evidence(tree.span(tokens), in: tree.source)))
    }

    private func bound(before start: Int) -> (bound: Claim.Quantity.Bound, start: Int) {
        for (phrase, bound) in words.bounds where phrase.count <= start {
            let first = start - phrase.count
            if zip(first..., phrase).allSatisfy({ tree.lower($0) == $1 }) { return (bound, first) }
        }
        return (.exactly, start)
    }

    private func currencySign(before number: Int) -> Int? {
        number > 0 && words.currencies[tree.lower(number - 1)] != nil ? number - 1 : nil
    }

    /// What is counted and where the words for it end; nil when the number counts nothing.
    private func unit(_ number: Range<Int>) -> (unit: String?, end: Int)? {
        let end = number.upperBound
        if let sign = currencySign(before: number.lowerBound) { return (words.currencies[tree.lower(sign)], end) }
        if end < tree.indices.upperBound, ["%", "percent", "pc"].contains(tree.lower(end)) { return ("%", end + 1) }
        if end + 1 < tree.indices.upperBound, tree.lower(end) == "per", tree.lower(end + 1) == "cent" {
            return ("%", end + 2)
        }
        let last = number.upperBound - 1
        if let noun = counted(by: last), noun >= end { return (tree.lemma(noun), noun + 1) }
        guard [.nsubj, .nsubjpass, .dobj].contains(tree.relations[last]), tree.isVerb(tree.heads[last]) else {
            return nil
        }
        return (nil, end)
    }

    /// The noun that the number belongs to.
    private func counted(by number: Int) -> Int? {
        guard [.nummod, .quantmod, .compound, .amod].contains(tree.relations[number]) else { return nil }
        let noun = tree.heads[number]
        if tree.tag(noun) == "CD" { return counted(by: noun) }
        return [.noun, .properNoun].contains(tree.classes[noun]) && noun - number < 6 ? noun : nil
    }
}
