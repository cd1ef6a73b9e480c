/// Units in which news counts time, from the shortest.
package enum TimeUnit: String, Sendable, Comparable, CaseIterable {
    case second, minute, hour, day, weekend, week, fortnight, month, quarter, season, year, decade, century

    package static func < (left: TimeUnit, right: TimeUnit) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    var isClock: Bool { self < .day }

    /// Its letter in a duration of TIMEX3: `P2W`, `PT3H`.
    var letter: String {
        switch self {
        case .second: "S"
        case .minute: "M"
        case .hour: "H"
        case .day: "D"
        case .weekend: "WE"
        case .week, .fortnight: "W"
        case .month: "M"
        case .quarter: "Q"
        case .season: "SE"
        case .year: "Y"
        case .decade: "DE"
        case .century: "CE"
        }
    }

    /// A period of this length that is not known, as TIMEX3 writes it: also what repeats with it.
    var unknown: String {
        switch self {
        case .second, .minute, .hour: "XXXX-XX-XXTXX"
        case .day: "XXXX-XX-XX"
        case .weekend: "XXXX-WXX-WE"
        case .week, .fortnight: "XXXX-WXX"
        case .month: "XXXX-XX"
        case .quarter: "XXXX-QX"
        case .season: "XXXX-XX"
        case .year: "XXXX"
        case .decade: "XXX"
        case .century: "XX"
        }
    }
}

/// A season, in TIMEX3's letters. Months are those of the northern half of the earth, in which nearly all news counts them.
package enum Season: String, Sendable, CaseIterable {
    case spring = "SP"
    case summer = "SU"
    case autumn = "FA"
    case winter = "WI"

    /// The month in its middle.
    var month: Int {
        switch self {
        case .spring: 4
        case .summer: 7
        case .autumn: 10
        case .winter: 1
        }
    }

    /// Its number in EDTF: `2001-21` is the spring of 2001.
    var number: Int {
        switch self {
        case .spring: 21
        case .summer: 22
        case .autumn: 23
        case .winter: 24
        }
    }
}
