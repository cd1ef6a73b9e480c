extension DateText {
    /// Reads ISO 8601 in all its widths (`2021-10-01T12:00:00+02:00`, `20211001T120000Z`, `2021-274`), dates of mail and RSS
    /// (`Fri, 01 Oct 2021 12:00 GMT`, two-digit years, day and month the other way round), of C's `asctime`, dates in
    /// English words (`October 1, 2021`) and seconds since 1970. Nil for what is no date or names a day that there is not.
    package init?(_ text: String) {
        if let day = Self.plainDay(text), day.isPossible {
            self = day
            return
        }
        guard text.utf8.count <= 80, let text = PlainText.collapsed(text) else { return nil }
        guard let date = Self.iso(text) ?? Self.compact(text) ?? Self.worded(text), date.isPossible else { return nil }
        self = date
    }

    private var isPossible: Bool {
        guard (1...9_999).contains(year), (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second),
            abs(minutesAhead) <= 26 * 60
        else { return false }
        guard let month else { return day == nil }
        guard (1...12).contains(month) else { return false }
        return day.map { (1...Self.days(in: month, of: year)).contains($0) } ?? true
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    // MARK: Numbers

    /// `2021-10-01`, the way most dumps write it.
    private static func plainDay(_ text: String) -> DateText? {
        let bytes = text.utf8.span
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        var numbers = (0, 0, 0)
        for index in 0..<10 where index != 4 && index != 7 {
            let digit = Int(bytes[index] &- 0x30)
            guard digit < 10 else { return nil }
            if index < 4 {
                numbers.0 = numbers.0 * 10 + digit
            } else if index < 7 {
                numbers.1 = numbers.1 * 10 + digit
            } else {
                numbers.2 = numbers.2 * 10 + digit
            }
        }
        return DateText(year: numbers.0, month: numbers.1, day: numbers.2)
    }

    /// `2021`, `2021-10`, `2021-10-01`, `2021-274`, and a time behind `T` or a space.
    private static func iso(_ text: String) -> DateText? {
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: true) { $0 == "T" || $0 == "t" || $0 == " " }
        let parted = parts.first?.split(omittingEmptySubsequences: false) { "-/.".contains($0) } ?? []
        let numbers = parted.compactMap { Int(digits: $0) }
        guard numbers.count == parted.count, (1...3).contains(parted.count), parted[0].count == 4 else { return nil }
        guard parted.count > 1 || parts.count == 1, var date = day(numbers, parted) else { return nil }
        return parts.count == 1 || date.readTime(parts[1]) ? date : nil
    }

    private static func day(_ numbers: [Int], _ parted: [Substring]) -> DateText? {
        if numbers.count == 2, parted[1].count == 3 { return ordinal(numbers[0], numbers[1]) }
        guard parted.dropFirst().allSatisfy({ $0.count <= 2 }) else { return nil }
        return DateText(
            year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
    }

    private static func ordinal(_ year: Int, _ number: Int) -> DateText? {
        var day = number
        for month in 1...12 where day > 0 {
            let length = days(in: month, of: year)
            if day <= length { return DateText(year: year, month: month, day: day) }
            day -= length
        }
        return nil
    }

    /// `20211001`, `20211001T120000Z`, `20211001120000`, and seconds or milliseconds since 1970.
    private static func compact(_ text: String) -> DateText? {
        let digits = text.filter(\.isNumber)
        guard digits.utf8.count == digits.count, let number = Int(digits) else { return nil }
        if digits == text, digits.count == 10 || digits.count == 13 {
            return DateText(secondsSince1970: digits.count == 13 ? number / 1000 : number)
        }
        guard text.prefix(8).allSatisfy(\.isNumber), [8, 12, 14].contains(digits.count),
            text.allSatisfy({ $0.isNumber || "TtZz".contains($0) })
        else { return nil }
        let fields = [0..<4, 4..<6, 6..<8, 8..<10, 10..<12, 12..<14].map {
            Int(String(digits.dropFirst($0.lowerBound).prefix($0.count)))
        }
        guard let year = fields[0] else { return nil }
        var date = DateText(year: year, month: fields[1], day: fields[2])
        (date.hour, date.minute, date.second) = (fields[3] ?? 0, fields[4] ?? 0, fields[5] ?? 0)
        return date
    }

    /// - Parameter secondsSince1970: on UTC's clock. Days are counted as Howard Hinnant's `civil_from_days` counts them.
    init(secondsSince1970 seconds: Int) {
        let (days, second) = (seconds / 86_400, seconds % 86_400)
        let shifted = days + 719_468
        let (era, dayOfEra) = (shifted / 146_097, shifted % 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
        (hour, minute, self.second) = (second / 3_600, second % 3_600 / 60, second % 60)
    }

    /// The same moment on UTC's calendar; the day where no more is known.
    package var inUTC: DateText {
        guard minutesAhead != 0, let secondsSince1970 else { return self }
        return DateText(secondsSince1970: secondsSince1970 - minutesAhead * 60)
    }

    private var secondsSince1970: Int? {
        guard let month, let day, year > 1 else { return nil }
        let shiftedYear = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = (shiftedYear / 400, shiftedYear % 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        return ((days * 24 + hour) * 60 + minute) * 60 + second
    }

    // MARK: Words

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// Day, month by name, year and time in whatever order they stand.
    private static func worded(_ text: String) -> DateText? {
        let words = text.lowercased().replacing("-", with: " -").split { " ,()".contains($0) }
            .flatMap { $0.hasPrefix("-") && !isZone($0) ? [$0.dropFirst()] : [$0] }
        guard let place = words.firstIndex(where: { month($0) != nil }), let month = month(words[place]) else {
            return nil
        }
        var date = DateText(year: 0, month: month)
        var numbers: [Substring] = []
        for word in words where word != words[place] {
            if word.contains(":") {
                guard date.readTime(word) else { return nil }
            } else if let ahead = minutesAhead(word) {
                date.minutesAhead = ahead
            } else if Int(digits: word.ordinalNumber) != nil {
                numbers.append(word.ordinalNumber)
            }
        }
        return date.readDay(numbers) ? date : nil
    }

    private static func month(_ word: Substring) -> Int? {
        guard word.count >= 3, word.allSatisfy({ $0.isLetter || $0 == "." }) else { return nil }
        return months.firstIndex(of: String(word.prefix(3))).map { $0 + 1 }
    }

    private static func isZone(_ word: Substring) -> Bool { word.count == 5 && Int(digits: word.dropFirst()) != nil }

    /// Of two numbers the one with four digits, or too large for a day, is the year; else the second is.
    private mutating func readDay(_ numbers: [Substring]) -> Bool {
        guard numbers.count == 2, let first = Int(digits: numbers[0]), let second = Int(digits: numbers[1]) else {
            return false
        }
        let isYearFirst = numbers[0].count == 4 || first > 31
        let (dayNumber, yearNumber) = isYearFirst ? (second, first) : (first, second)
        let isShort = numbers[isYearFirst ? 0 : 1].count <= 2
        day = dayNumber
        year = isShort ? yearNumber + (yearNumber < 70 ? 2_000 : 1_900) : yearNumber
        return true
    }

    /// `12:00`, `12:00:00.5`, and the zone behind it.
    private mutating func readTime(_ text: Substring) -> Bool {
        let zoneStart = text.firstIndex { !($0.isNumber || $0 == ":" || $0 == ".") } ?? text.endIndex
        let clock = text[..<zoneStart].split(separator: ":").map { $0.prefix { $0 != "." } }
        let numbers = clock.compactMap { Int(digits: $0) }
        guard !clock.isEmpty, clock.count <= 3, numbers.count == clock.count, clock.allSatisfy({ $0.count <= 2 }) else {
            return false
        }
        hour = numbers[0]
        minute = numbers.count > 1 ? numbers[1] : 0
        second = numbers.count > 2 ? numbers[2] : 0
        let zone = text[zoneStart...].lowercased().filter { $0 != " " }
        if let ahead = Self.minutesAhead(zone[...]) { minutesAhead = ahead }
        if zone.hasPrefix("pm"), hour < 12 { hour += 12 }
        return true
    }

    private static let zones = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
        "pst": -8,
        "pdt": -7, "at": -4, "et": -5, "ct": -6, "mt": -7, "pt": -8, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3,
        "msk": 3, "jst": 9,
    ]

    /// `+0200`, `+02:00`, `+02`, `GMT+2` or a name.
    private static func minutesAhead(_ zone: Substring) -> Int? {
        if let hours = zones[String(zone)] { return hours * 60 }
        let offset = zone.hasPrefix("gmt") || zone.hasPrefix("utc") ? zone.dropFirst(3) : zone
        guard let sign = offset.first, sign == "+" || sign == "-" else { return nil }
        let digits = offset.dropFirst().filter { $0 != ":" }
        guard let number = Int(digits: digits[...]), (1...4).contains(digits.count) else { return nil }
        let minutes = digits.count <= 2 ? number * 60 : number / 100 * 60 + number % 100
        return sign == "-" ? -minutes : minutes
    }
}

extension Int {
    /// Nil unless all of `text` is ASCII digits.
    fileprivate init?(digits text: Substring) {
        guard !text.isEmpty, text.count < 10, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        self.init(text)
    }
}

extension Substring {
    /// `1st` as `1`.
    fileprivate var ordinalNumber: Substring {
        let digits = prefix(while: \.isNumber)
        return ["", "st", "nd", "rd", "th"].contains(self[digits.endIndex...]) ? digits : self
    }
}
