import DemarcheRecords

/// Numbers, in digits and in words, and the years among them.
extension TimeGrammar {
    /// `1,200`, `forty-two`, `two hundred and ten`, and the atom behind.
    func cardinal(_ index: Int) -> (value: Int, end: Int)? {
        if let value = atoms.digits(index) { return grouped(value, index) }
        if case .scale(let scale) = atoms.word(index) { return scaled(1, scale, index + 1) }
        guard let (value, end) = belowHundred(index) else { return nil }
        guard case .scale(let scale) = atoms.word(end) else { return (value, end) }
        return scaled(value, scale, end + 1)
    }

    private func grouped(_ value: Int, _ index: Int) -> (value: Int, end: Int) {
        var (value, end) = (value, index + 1)
        while value < 1_000_000, atoms.isMark(end, ","), atoms.isGlued(end), atoms.isGlued(end + 1),
            atoms.length(end + 1) == 3, let group = atoms.digits(end + 1)
        {
            (value, end) = (value * 1000 + group, end + 2)
        }
        return (value, end)
    }

    private func scaled(_ count: Int, _ scale: Int, _ index: Int) -> (value: Int, end: Int) {
        let value = count * scale
        let next = atoms.isWord(index, "and") ? index + 1 : index
        guard let (rest, end) = belowHundred(next) else { return (value, index) }
        if case .scale(let second) = atoms.word(end), second < scale {
            let (more, last) = scaled(rest, second, end + 1)
            return (value + more, last)
        }
        return (value + rest, end)
    }

    /// `forty`, `forty-two`, `forty two`
    func belowHundred(_ index: Int) -> (value: Int, end: Int)? {
        guard case .cardinal(let value) = atoms.word(index) else { return nil }
        if value >= 20, case .cardinal(let ones) = atoms.word(pastDash(index + 1)), (1...9).contains(ones) {
            return (value + ones, pastDash(index + 1) + 1)
        }
        return (value, index + 1)
    }

    /// `22nd`, `second`, `twenty-second`
    func ordinal(_ index: Int) -> (value: Int, end: Int)? {
        if case .ordinal(let value) = atoms.word(index) { return (value, index + 1) }
        if let value = atoms.digits(index), atoms.isGlued(index + 1), atoms.isWord(index + 1, "st", "nd", "rd", "th") {
            return (value, index + 2)
        }
        guard case .cardinal(let tens) = atoms.word(index), tens >= 20,
            case .ordinal(let ones) = atoms.word(pastDash(index + 1)), ones < 10
        else { return nil }
        return (tens + ones, pastDash(index + 1) + 1)
    }

    /// The day of a month: `22`, `22nd`, `twenty-second`.
    func dayNumber(_ index: Int) -> (value: Int, end: Int)? {
        if let (value, end) = ordinal(index) { return (1...31).contains(value) ? (value, end) : nil }
        guard let value = atoms.digits(index), atoms.length(index) <= 2, (1...31).contains(value),
            !(atoms.isGlued(index + 1) && isPartOfNumber(index + 1))
        else { return nil }
        return (value, index + 1)
    }

    private func isPartOfNumber(_ index: Int) -> Bool {
        if atoms.isMark(index, "%") { return true }
        guard atoms.isGlued(index + 1), atoms.digits(index + 1) != nil else { return false }
        let isPoint = atoms.isMark(index, ".") || atoms.isMark(index, ",")
        return atoms.isMark(index, ":") || isPoint && atoms.length(index + 1) != 4
    }

    /// A year and the atom behind it and its era: `1962`, `499 BC`. One without an era has four digits.
    func year(_ index: Int) -> (value: Int, end: Int)? {
        guard let value = atoms.digits(index), value > 0, atoms.length(index) <= 4 else { return nil }
        if let (isBC, end) = era(index + 1) { return (isBC ? 1 - value : value, end) }
        guard atoms.length(index) == 4, (1000...2199).contains(value), !isInsideNumber(index) else { return nil }
        return (value, index + 1)
    }

    private func isInsideNumber(_ index: Int) -> Bool {
        if atoms.isGlued(index + 1), isPartOfNumber(index + 1) { return true }
        if atoms.isGlued(index + 1), atoms.atoms[index + 1].kind == .letters { return true }
        guard atoms.isGlued(index), index > 0 else { return false }
        let before = atoms.atoms[index - 1]
        return before.kind == .letters || ["$", "#", ".", "@", "£", "_", ":"].contains { atoms.isMark(index - 1, $0) }
    }

    /// `BC`, `B.C.`, `AD`
    func era(_ index: Int) -> (isBC: Bool, end: Int)? {
        if case .era(let isBC) = atoms.word(index), atoms.isCapital(index) { return (isBC, index + 1) }
        guard atoms.isCapital(index), atoms.isMark(index + 1, "."), atoms.isGlued(index + 2) else { return nil }
        let isBC = atoms.isWord(index, "b") && atoms.isWord(index + 2, "c")
        guard isBC || atoms.isWord(index, "a") && atoms.isWord(index + 2, "d") else { return nil }
        return (isBC, pastStop(index + 3))
    }

    /// `nineteen eighty-nine`, `two thousand and eighteen`
    func spelledYear(_ index: Int) -> (value: Int, end: Int)? {
        guard let (first, next) = belowHundred(index) else { return nil }
        if case .scale(1000) = atoms.word(next), let (value, end) = cardinal(index), (1000...2199).contains(value) {
            return (value, end)
        }
        guard (10...21).contains(first) else { return nil }
        if case .scale(100) = atoms.word(next) { return cardinal(index) }
        if case .cardinal(0) = atoms.word(next), let (ones, end) = belowHundred(next + 1), ones < 10 {
            return (first * 100 + ones, end)
        }
        guard let (rest, end) = belowHundred(pastDash(next)), rest >= 10 else { return nil }
        return (first * 100 + rest, end)
    }
}
