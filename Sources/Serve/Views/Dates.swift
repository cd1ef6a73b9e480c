import DemarchePublish

/// Dates as pages write them.
enum Dates {
    /// `22 October 1962`; `1962-10-22/1962-10-28` becomes a range of two.
    static func written(_ date: String) -> String {
        date.split(separator: "/").map { Wording.date(String($0)) }.joined(separator: " to ")
    }

    /// `22 to 28 October 1962`, `October to November 1962`: what the two share at the end is said once.
    static func period(_ from: String?, _ to: String?) -> String {
        guard let from else { return to.map(written) ?? "undated" }
        guard let to, to != from else { return written(from) }
        let (first, last) = (written(from).split(separator: " "), written(to).split(separator: " "))
        let shared = first.count == last.count ? zip(first.reversed(), last.reversed()).prefix { $0 == $1 }.count : 0
        return first.dropLast(shared).joined(separator: " ") + " to " + last.joined(separator: " ")
    }
}
