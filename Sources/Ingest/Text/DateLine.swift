import DemarcheRecords

/// A line that holds a date and nothing else, or a time of day behind it: `March 24, 2022`, `Published: 22 October 1962`,
/// `2022-03-24`, `5 Nov 1956 - 21:10 GMT`.
enum DateLine {
    static func date(in line: Substring) -> RecordedDate? {
        guard line.utf8.count < 80, line.utf8.contains(where: { $0 &- 0x30 < 10 }) else { return nil }
        var words = line.utf8.split { parting.contains($0) }.map(Substring.init)
        while let first = words.first, leads.contains(first.lowercased()) { words.removeFirst() }
        words.removeLast(timeLength(words))
        if words.count == 1 { return RecordedDate(iso: words[0], basis: .text) }
        guard words.count == 3, let year = words[2].isFourDigits ? Int(words[2]) : nil else { return nil }
        if let month = month(words[0]), let day = Int(words[1]) { return date(year, month, day) }
        if let month = month(words[1]), let day = Int(words[0]) { return date(year, month, day) }
        return nil
    }

    private static let parting = Array(" ,.:|*_".utf8)
    private static let leads: Set<String> = [
        "published", "updated", "posted", "date", "on", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday",
    ]

    /// How many of the last words are a time of day and what parts it from the date.
    private static func timeLength(_ words: [Substring]) -> Int {
        var rest = words[...]
        while let last = rest.last, zones.contains(last.lowercased()) { rest.removeLast() }
        guard rest.count > 3,
            rest.suffix(2).allSatisfy({ $0.utf8.count <= 2 && $0.utf8.allSatisfy { $0 &- 0x30 < 10 } })
        else { return 0 }
        rest.removeLast(2)
        while let last = rest.last, last == "-" || last == "–" || last == "at" { rest.removeLast() }
        return words.count - rest.count
    }

    private static let zones: Set<String> = [
        "gmt", "utc", "am", "pm", "et", "est", "edt", "bst", "cet", "cest", "eet", "eest", "msk", "ist", "jst", "kst",
    ]

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private static func month(_ word: Substring) -> Int? {
        let word = word.lowercased()
        guard word.count >= 3 else { return nil }
        return months.firstIndex { $0.hasPrefix(word) || (word == "sept" && $0 == "september") }.map { $0 + 1 }
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> RecordedDate? {
        RecordedDate(iso: "\(year)-\(month.twoDigits)-\(day.twoDigits)", basis: .text)
    }
}

extension Int {
    fileprivate var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}

extension Substring {
    fileprivate var isFourDigits: Bool { count == 4 && allSatisfy { $0.isASCII && $0.isNumber } }
}
