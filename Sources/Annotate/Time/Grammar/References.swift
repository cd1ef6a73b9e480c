/// `now`, `recently`, `the future`, `every Monday`: expressions that need no arithmetic.
extension TimeGrammar {
    func reference(_ reference: TimeWord.Reference, _ index: Int) -> TimePhrase? {
        TimePhrase(index..<index + 1, .reference(reference))
    }

    /// `former`, `recent` and `future` in front of a noun; `the future`.
    func adjective(_ reference: TimeWord.Reference, _ index: Int) -> TimePhrase? {
        if reference == .future, isNoun(index), atoms.isWord(index - 1, "the", "in", "near", "foreseeable") {
            let isNear = atoms.isWord(index - 1, "near", "foreseeable")
            return TimePhrase((isNear ? index - 1 : index)..<index + 1, .reference(.future), takesArticle: true)
        }
        if case .unit(let unit, isPlural: true) = atoms.word(index + 1), reference == .past {
            return TimePhrase(index..<index + 2, .span(TimeAmount(unit: unit), .past), takesArticle: true)
        }
        guard tag(index) == "JJ" || isNoun(index + 1) else { return nil }
        return atoms.isWord(index - 1, "the") && isClosing(index + 1)
            ? nil : TimePhrase(index..<index + 1, .reference(reference))
    }

    /// `present-day`, `the present`, `these days`, `to date`, `at the time`, `the time being`, `the meantime`
    func presentDay(_ index: Int) -> TimePhrase? {
        if atoms.isWord(index, "present", "modern"), atoms.isWord(pastDash(index + 1), "day") {
            return present(index, pastDash(index + 1) + 1)
        }
        if atoms.isWord(index, "present"), atoms.isWord(index - 1, "the", "at"), isClosing(index + 1) {
            return present(index, index + 1)
        }
        if atoms.isWord(index, "these"), case .unit(.day, isPlural: true) = atoms.word(index + 1) {
            return present(index, index + 2)
        }
        if atoms.isWord(index, "date"), atoms.isWord(index - 1, "to"), !isNoun(index + 1), tag(index + 1) != "JJ" {
            return present(index, index + 1)
        }
        if atoms.isWord(index, "moment"), atoms.isWord(index - 1, "the"), atoms.isWord(index - 2, "at", "for") {
            return present(index, index + 1)
        }
        return someTime(index)
    }

    private func someTime(_ index: Int) -> TimePhrase? {
        guard atoms.isWord(index - 1, "the") else { return nil }
        if atoms.isWord(index, "meantime") { return TimePhrase(index..<index + 1, .open(nil), takesArticle: true) }
        guard atoms.isWord(index, "time") else { return nil }
        if atoms.isWord(index + 1, "being") { return present(index, index + 2) }
        return atoms.isWord(index - 2, "at", "of") && isClosing(index + 1) && !atoms.isWord(index + 1, "of")
            ? TimePhrase(index..<index + 1, .open(nil), takesArticle: true) : nil
    }

    private func present(_ index: Int, _ end: Int) -> TimePhrase {
        TimePhrase(index..<end, .reference(.present), takesArticle: true)
    }

    /// `every Monday`, `each month`, `per day`, `every two weeks`
    func each(_ index: Int) -> TimePhrase? {
        let next = atoms.isWord(index + 1, "other", "single") ? index + 2 : index + 1
        if atoms.isWord(index, "per") {
            guard case .unit(let unit, _) = atoms.word(next) else { return nil }
            return TimePhrase(index..<next + 1, .repeated(Self.one(unit).timex))
        }
        if let (amount, end) = amount(next), end > next + 1 { return TimePhrase(index..<end, .repeated(amount.timex)) }
        guard let (target, end) = target(next) else { return nil }
        let isOther = atoms.isWord(index + 1, "other")
        return TimePhrase(index..<end, .repeated(isOther ? Self.everyOther(target) : Self.repeated(target)))
    }

    private static func everyOther(_ target: TimeMeaning.Target) -> String {
        guard case .unit(let unit) = target else { return repeated(target) }
        return TimeAmount(count: 2, unit: unit).timex
    }

    private static func repeated(_ target: TimeMeaning.Target) -> String {
        switch target {
        case .unit(let unit): unit.unknown
        case .weekday(let day): "XXXX-WXX-\(day)"
        case .month(let month): month < 10 ? "XXXX-0\(month)" : "XXXX-\(month)"
        case .season(let season): "XXXX-\(season.rawValue)"
        case .part(let part): "XXXX-XX-XX" + part.timex
        case .holiday: TimeUnit.year.unknown
        }
    }
}
