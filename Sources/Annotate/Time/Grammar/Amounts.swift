import DemarcheSourceText

/// Lengths of time, and what is counted with them: `three weeks`, `a few days later`, `two years ago`, `a 24-year rule`.
extension TimeGrammar {
    func amountPhrase(_ index: Int) -> TimePhrase? {
        guard let (amount, end) = amount(index) else { return nil }
        if isRate(index) { return TimePhrase(index..<end, .repeated(amount.timex)) }
        if let phrase = directed(amount, index..<end) { return premodified(phrase) }
        return premodified(TimePhrase(index..<aged(end), .duration(amount)))
    }

    /// A length as it is meant: behind *in* and *within* it may reach from the day of writing into what is to come.
    private func reaching(_ phrase: TimePhrase) -> TimePhrase {
        guard case .duration(let amount) = phrase.meaning, amount.count != nil, aged(phrase.end) == phrase.end else {
            return phrase
        }
        let start = phrase.atoms.lowerBound
        guard atoms.isWord(start - 1, "in", "within") else { return phrase }
        return TimePhrase(
            phrase.atoms, .reach(amount, isWithin: atoms.isWord(start - 1, "within")), modifier: phrase.modifier,
            takesArticle: phrase.takesArticle)
    }

    /// `10,000 a day`, `once a week`
    private func isRate(_ index: Int) -> Bool {
        guard atoms.isWord(index, "a", "an"), index > 0 else { return false }
        if atoms.atoms[index - 1].kind == .digits || atoms.isWord(index - 1, "once", "twice", "times") { return true }
        switch atoms.word(index - 1) {
        case .cardinal, .scale: return true
        default: return atoms.isWord(index - 1, "billion", "million")
        }
    }

    /// A number with its unit, and the atom behind.
    func amount(_ index: Int) -> (amount: TimeAmount, end: Int)? {
        guard let (count, fraction, next) = count(index) else { return nil }
        let start = pastAdjective(pastDash(next))
        if atoms.isWord(index, "a"), atoms.isMark(start + 1, "-"), atoms.isWord(start + 2, "long") { return nil }
        guard case .unit(let unit, let isPlural) = atoms.word(start), isCounted(unit, isPlural, count, index, start)
        else {
            return nil
        }
        var amount = TimeAmount(count: count, fraction: fraction, unit: unit)
        var end = start + 1
        if amount.fraction.isEmpty, atoms.isWord(end, "and"), let last = halfEnd(end + 1) {
            amount.fraction = "5"
            end = last
        }
        while amount.fraction.isEmpty, amount.count != nil, let (part, last) = further(end, below: unit) {
            amount.further.append(part)
            end = last
        }
        if atoms.isMark(end, "'"), atoms.isWord(end + 1, "time") { end += 2 }
        return (amount, end)
    }

    /// Whether the unit is one here: `a second`, `a quarter` are not.
    private func isCounted(_ unit: TimeUnit, _ isPlural: Bool, _ count: Int?, _ index: Int, _ start: Int) -> Bool {
        if unit == .quarter { return isPlural && !atoms.isWord(start + 1, "of") }
        if unit == .second { return isPlural || atoms.length(start) == 3 && atoms.digits(index) != nil }
        if case .quantity(.few) = atoms.word(index), !isPlural { return false }
        if atoms.isWord(start, "min", "sec", "hr", "yr"), atoms.digits(index) == nil { return false }
        return true
    }

    /// `a`, `three`, `3.5`, `two and a half`, `several`, `a couple of`; with nil for a number that is not said.
    private func count(_ index: Int) -> (count: Int?, fraction: String, end: Int)? {
        if case .quantity(let quantity) = atoms.word(index) { return self.quantity(quantity, index) }
        guard let (value, end) = cardinal(index) else { return nil }
        if atoms.isMark(end, "."), atoms.isGlued(end), atoms.isGlued(end + 1), atoms.digits(end + 1) != nil,
            atoms.length(end + 1) <= 3
        {
            return (value, digits(end + 1), end + 2)
        }
        let next = pastDash(end)
        if atoms.isWord(next, "and"), let last = halfEnd(pastDash(next + 1)) { return (value, "5", last) }
        return (value, "", end)
    }

    private func digits(_ index: Int) -> String {
        String(atoms.text[atoms.span(index..<index + 1)])
    }

    /// Behind `half`, `a half`, `a-half`.
    private func halfEnd(_ index: Int) -> Int? {
        let next = atoms.isWord(index, "a") ? pastDash(index + 1) : index
        return atoms.isWord(next, "half") ? next + 1 : nil
    }

    private func quantity(_ quantity: TimeWord.Quantity, _ index: Int) -> (count: Int?, fraction: String, end: Int)? {
        switch quantity {
        case .one:
            switch atoms.word(index + 1) {
            case .quantity(let inner) where inner != .one: return self.quantity(inner, index + 1)
            case .scale: return cardinal(index + 1).map { ($0.value, "", $0.end) }
            case .approximate(.some): return nil
            default: return atoms.isWord(index + 1, "half") ? (0, "5", pastDash(index + 2)) : (1, "", index + 1)
            }
        case .few:
            let next = atoms.isWord(index + 1, "more") ? index + 2 : index + 1
            return (nil, "", atoms.isWord(next, "of") ? pastArticle(next + 1) : next)
        case .couple: return (2, "", atoms.isWord(index + 1, "of") ? index + 2 : index + 1)
        case .dozen: return (12, "", index + 1)
        case .many: return atoms.isWord(index + 1, "of") ? (nil, "", index + 2) : nil
        }
    }

    /// `half a century`, `half an hour`, `half-century`
    func halfAmount(_ index: Int) -> TimePhrase? {
        guard atoms.isWord(index, "half") else { return nil }
        let next = atoms.isWord(index + 1, "a", "an") ? index + 2 : pastDash(index + 1)
        guard case .unit(let unit, isPlural: false) = atoms.word(next), unit != .quarter else { return nil }
        let amount = TimeAmount(count: 0, fraction: "5", unit: unit)
        return directed(amount, index..<next + 1) ?? premodified(TimePhrase(index..<next + 1, .duration(amount)))
    }

    /// One adjective may stand between number and unit: `two bloody weeks`, `three business days`.
    private func pastAdjective(_ index: Int) -> Int {
        if case .unit = atoms.word(index) { return index }
        if atoms.isWord(index, "more", "full", "other", "working", "business", "calendar") { return index + 1 }
        let isOne = atoms.isWord(index - 1, "a", "an")
        guard !isOne, tag(index) == "JJ" || tag(index) == "JJR", case .unit = atoms.word(index + 1) else {
            if case .approximate(nil) = atoms.word(index) { return index + 1 }
            return index
        }
        return index + 1
    }

    /// `, three months`, `and 5 hours` behind a longer unit.
    private func further(_ index: Int, below unit: TimeUnit) -> (TimeAmount.Further, Int)? {
        let next = atoms.isWord(index, "and") || atoms.isMark(index, ",") ? index + 1 : index
        guard let (count, end) = cardinal(next), case .unit(let shorter, _) = atoms.word(end), shorter < unit else {
            return nil
        }
        return (TimeAmount.Further(count: count, unit: shorter), end + 1)
    }

    /// `ago`, `later`, `from now`, `after the vote` behind a length that `range` has.
    func directed(_ amount: TimeAmount, _ range: Range<Int>) -> TimePhrase? {
        let end = range.upperBound
        if atoms.isWord(end, "from"), let phrase = fromNow(amount, range) { return phrase }
        guard case .direction(let direction) = atoms.word(end) else { return nil }
        switch direction {
        case .ago, .hence, .later, .earlier:
            return TimePhrase(range.lowerBound..<end + 1, .distance(amount, direction))
        case .before, .after:
            return beside(amount, direction, end + 1, from: range.lowerBound)
        }
    }

    /// `two weeks from now`, `three days from Tuesday`
    private func fromNow(_ amount: TimeAmount, _ range: Range<Int>) -> TimePhrase? {
        let end = range.upperBound
        if atoms.isWord(end + 1, "now") { return TimePhrase(range.lowerBound..<end + 2, .distance(amount, .hence)) }
        guard case .day(let count) = atoms.word(end + 1) else { return nil }
        return TimePhrase(range.lowerBound..<end + 2, .around(.day(count), amount, isBefore: false))
    }

    /// `year-old`, `years old`, `years of age`, `days long`
    private func aged(_ end: Int) -> Int {
        let next = pastDash(end)
        if atoms.isWord(next, "old", "long") { return next + 1 }
        return atoms.isWord(end, "of") && atoms.isWord(end + 1, "age") ? end + 2 : end
    }

    /// The words in front of a length: `about`, `more than`, `at least`, `only`, `the`.
    private func premodified(_ phrase: TimePhrase) -> TimePhrase {
        var phrase = phrase
        var start = phrase.atoms.lowerBound
        loop: while start > 0 {
            if case .approximate(let modifier) = atoms.word(start - 1) {
                phrase.modifier = phrase.modifier ?? modifier
                start -= 1
            } else if let (modifier, first) = comparison(start) {
                phrase.modifier = phrase.modifier ?? modifier
                start = first
            } else {
                break loop
            }
        }
        if atoms.isWord(start - 1, "a", "an"), start < phrase.atoms.lowerBound { start -= 1 }
        phrase.takesArticle = !phrase.atoms.contains { atoms.isMark($0, "-") } && !atoms.isCapital(phrase.end - 1)
        return reaching(phrase.from(start))
    }

    /// `more than`, `at least`, `up to`, `some`
    private func comparison(_ start: Int) -> (TimeModifier, Int)? {
        if atoms.isWord(start - 1, "than") {
            if atoms.isWord(start - 2, "more", "longer") { return (.moreThan, start - 2) }
            if atoms.isWord(start - 2, "less", "fewer") { return (.lessThan, start - 2) }
        }
        if atoms.isWord(start - 1, "least"), atoms.isWord(start - 2, "at") { return (.orMore, start - 2) }
        if atoms.isWord(start - 1, "most"), atoms.isWord(start - 2, "at") { return (.orLess, start - 2) }
        if atoms.isWord(start - 1, "to"), atoms.isWord(start - 2, "up") { return (.orLess, start - 2) }
        if atoms.isWord(start - 1, "some") { return (.approximate, start - 1) }
        return nil
    }

    /// A length that begins with `about` and the like is read from its number; `a mere two years` from its article.
    func approximate(_ modifier: TimeModifier?, _ index: Int) -> TimePhrase? {
        guard modifier == nil, !atoms.isWord(index, "just", "only", "exactly", "merely") else { return nil }
        if case .unit(let unit, isPlural: false) = atoms.word(pastDash(index + 1)),
            atoms.isWord(index, "another", "full", "entire", "whole")
        {
            let range = index..<pastDash(index + 1) + 1
            return TimePhrase(range, .duration(TimeAmount(count: 1, unit: unit)), takesArticle: true)
        }
        return nil
    }
}
