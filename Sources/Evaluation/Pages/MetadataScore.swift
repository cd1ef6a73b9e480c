/// How many titles, authors and dates of pages were read right.
package struct MetadataScore: Sendable {
    /// The counts of one field. Accuracy is over the pages whose gold has the field.
    package struct Field: Sendable, Equatable {
        package let name: String
        /// Pages whose gold has it, and of these those that were read right and those for which nothing was read.
        package fileprivate(set) var gold = 0
        package fileprivate(set) var right = 0
        package fileprivate(set) var missing = 0
        /// Pages whose gold has none, and of these those for which something was read all the same.
        package fileprivate(set) var none = 0
        package fileprivate(set) var invented = 0

        package var accuracy: Double? { gold > 0 ? Double(right) / Double(gold) : nil }

        fileprivate mutating func add(_ gold: String?, _ predicted: String?, _ isRight: (String, String) -> Bool) {
            guard let gold, !gold.isEmpty else {
                none += 1
                if predicted?.isEmpty == false { invented += 1 }
                return
            }
            self.gold += 1
            guard let predicted, !predicted.isEmpty else { return missing += 1 }
            if isRight(gold, predicted) { right += 1 }
        }
    }

    package private(set) var fields = [Field(name: "title"), Field(name: "author"), Field(name: "date")]
    /// A line for every page and field that was not read right: page, field, gold, prediction.
    package private(set) var errors: [String] = []
    package private(set) var pages = 0

    package init(_ gold: [GoldPage], _ predicted: [GoldPage]) {
        let byID = Dictionary(predicted.map { ($0.id, $0) }) { first, _ in first }
        for page in gold {
            pages += 1
            let found = byID[page.id] ?? GoldPage(id: page.id)
            add(0, page.id, page.title, found.title) { Self.words($0) == Self.words($1) }
            add(1, page.id, page.author, found.author) { Self.names($0) == Self.names($1) }
            add(2, page.id, page.date, found.date) { $0 == $1 }
        }
    }

    private mutating func add(
        _ field: Int, _ page: String, _ gold: String?, _ predicted: String?, _ isRight: (String, String) -> Bool
    ) {
        fields[field].add(gold, predicted, isRight)
        let (gold, predicted) = (gold ?? "", predicted ?? "")
        guard gold.isEmpty != predicted.isEmpty || !gold.isEmpty && !isRight(gold, predicted) else { return }
        errors.append("\(page)\t\(fields[field].name)\t\(gold)\t\(predicted)")
    }

    /// Titles are equal when their characters are, white space aside.
    private static func words(_ title: String) -> [Substring] { title.split(whereSeparator: \.isWhitespace) }

    /// The set of names in lower case; names are parted by commas, semicolons, `&` and `and`.
    private static func names(_ authors: String) -> Set<String> {
        let plain = authors.lowercased().replacing(" and ", with: ",").replacing("&", with: ",")
        let parts = plain.split { $0 == "," || $0 == ";" }
        return Set(parts.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty })
    }

    package var lines: [String] {
        AttributionTable.columns(
            ["field", "gold", "right", "accuracy", "missing", "none", "invented"],
            fields.map { field in
                [field.name, "\(field.gold)", "\(field.right)", AttributionTable.percent(field.accuracy)]
                    + [field.missing, field.none, field.invented].map(String.init)
            })
    }

    /// The line that scripts read: accuracies in hundredths, and how many pages without a date were given none.
    package var summary: String {
        let figures = fields.filter { $0.gold > 0 }.map { "\($0.name)=\(AttributionTable.percent($0.accuracy)) " }
        let dates = fields[2]
        let none = dates.none > 0 ? Double(dates.none - dates.invented) / Double(dates.none) : nil
        return "metadata " + figures.joined() + (none.map { "no_date=\(AttributionTable.percent($0)) " } ?? "")
            + "pages=\(pages)"
    }
}
