/// The way to the neighbouring stretches of a list, shown by the template `paging`.
struct Paging {
    let previous: String?
    let next: String?
    let page: Int
    /// Whether there is more than one page.
    let isNeeded: Bool

    init(_ filter: PageFilter, at path: String, goesOn: Bool) {
        page = filter.page
        previous = filter.page > 1 ? filter.onPage(filter.page - 1).address(path) : nil
        next = goesOn ? filter.onPage(filter.page + 1).address(path) : nil
        isNeeded = previous != nil || next != nil
    }
}

/// `1,234`
enum Figure {
    static func written(_ number: Int) -> String {
        var digits = String(number.magnitude)
        var groups: [Substring] = []
        while digits.count > 3 {
            groups.append(digits.suffix(3))
            digits.removeLast(3)
        }
        groups.append(digits[...])
        return (number < 0 ? "−" : "") + groups.reversed().joined(separator: ",")
    }

    /// `1 statement`, `1,234 statements`
    static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(written(number)) \(number == 1 ? noun : plural ?? noun + "s")"
    }
}
