import DemarchePublish

/// Dates as pages write them.
enum Dates {
    /// `22 October 1962`; `1962-10-22/1962-10-28` becomes a range of two.
    static func written(_ date: String) -> String {
        date.split(separator: "/").map { Wording.date(String($0)) }.joined(separator: " to ")
    }

    /// `22 to 28 October 1962` as far as the two share nothing, else the one day.
    static func period(_ from: String?, _ to: String?) -> String {
        guard let from else { return to.map(written) ?? "undated" }
        guard let to, to != from else { return written(from) }
        return "\(written(from)) to \(written(to))"
    }
}
