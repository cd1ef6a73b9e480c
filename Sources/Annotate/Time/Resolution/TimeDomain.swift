import DemarcheRecords

/// Whether an article reports the news of a day or tells a history (the domains of Strötgen and Gertz 2012).
enum TimeDomain {
    /// True when more of its dates have years far from that of writing than point at or near that day; without a day of
    /// writing, always, as nothing else is there to count from.
    static func isNarrative(_ meanings: [TimeMeaning], written: WritingDay?) -> Bool {
        guard let year = written?.day.year else { return true }
        var (near, far) = (0, 0)
        for meaning in meanings {
            switch meaning {
            case .date(let fields, nil):
                if let own = fields.year { if abs(own - year) <= 1 { near += 1 } else { far += 1 } }
                if fields.year == nil, fields.month == nil, fields.weekday != nil { near += 1 }
            case .day, .distance(_, .ago): near += 1
            case .relative(let relation, _, false) where relation == .last || relation == .this || relation == .next:
                near += 1
            default: break
            }
        }
        return far >= 3 && far > near
    }
}
