import DemarcheRecords

/// A date as people and systems write it into a line: `August 14, 2025`, `14 Aug. 2025`, `Thu, 09/25/2025 - 11:38`,
/// `23.07.2025`, `2025-08-14T13:02`.
///
/// Days and months in figures are told apart by a dot, by a year in front, or by a number over twelve. Where nothing tells
/// (`03/04/2025`) there is no date rather than a wrong one.
enum WrittenDate {
    /// The first date in the first 400 bytes of `line`.
    static func first(in line: some StringProtocol, basis: RecordedDate.Basis) -> RecordedDate? {
        guard line.utf8.prefix(longest).contains(where: { $0 &- 0x30 < 10 }) else { return nil }
        let words = words(of: line)
        for index in words.indices {
            if let date = date(words, index) { return RecordedDate(iso: date, basis: basis) }
        }
        return nil
    }

    /// How many bytes of a line are looked at.
    private static let longest = 400

    /// A run of letters or of digits, with the byte behind it.
    private struct Word {
        var text: String
        var number: Int?
        var next: UInt8
    }

    private static func words(of line: some StringProtocol) -> [Word] {
        var words: [Word] = []
        var run: [UInt8] = []
        for byte in Array(line.utf8.prefix(longest)) + [0x20] {
            let isDigit = byte &- 0x30 < 10
            let isLetter = (byte | 0x20) &- 0x61 < 26
            if let last = run.last, !isDigit && !isLetter || (last &- 0x30 < 10) != isDigit {
                let text = String(decoding: run, as: UTF8.self).lowercased()
                words.append(Word(text: text, number: run.count <= 4 ? Int(text) : nil, next: byte))
                run = []
            }
            if isDigit || isLetter { run.append(byte) }
        }
        return words.filter { !["th", "st", "nd", "rd", "of"].contains($0.text) }
    }

    private static func date(_ words: [Word], _ index: Int) -> String? {
        guard index + 2 < words.count else { return nil }
        let (first, second, third) = (words[index], words[index + 1], words[index + 2])
        if let month = month(first.text), let day = second.number, let year = year(third) {
            return iso(year, month, day)
        }
        if let day = first.number, let month = month(second.text), let year = year(third) {
            return iso(year, month, day)
        }
        guard let one = first.number, let two = second.number, first.next == second.next else { return nil }
        if year(first) != nil, [0x2D, 0x2F, 0x2E].contains(first.next), let day = third.number, third.text.count <= 2 {
            return iso(one, two, day)
        }
        guard let year = year(third), first.text.count <= 2, second.text.count <= 2 else { return nil }
        if first.next == 0x2E { return iso(year, two, one) }
        guard first.next == 0x2F || first.next == 0x2D else { return nil }
        if one > 12 || one == two { return iso(year, two, one) }
        return two > 12 ? iso(year, one, two) : nil
    }

    private static func year(_ word: Word) -> Int? {
        guard word.text.count == 4, let year = word.number, 1900..<2100 ~= year else { return nil }
        return year
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private static func month(_ word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        return months.firstIndex { $0.hasPrefix(word) || word == "sept" && $0 == "september" }.map { $0 + 1 }
    }
}

extension RecordedDate {
    /// Whether both are the same day, or one follows the other.
    func isSameOrNextTo(_ other: RecordedDate?) -> Bool {
        guard let one = CalendarDay(iso: date), let two = other.flatMap({ CalendarDay(iso: $0.date) }) else {
            return false
        }
        return abs(one.number - two.number) <= 1
    }
}
