/// Takes the names out of a byline: `By Ana Kovač and Jo Reed in Tallinn` names two.
enum BylineNames {
    /// The names in `byline`; a line that does not look like names is given whole.
    static func names(in byline: String) -> [String] {
        let line = stripped(byline)
        guard !line.isEmpty, !WebAddress.isAddress(line) else { return [] }
        let parts = line.replacing(" and ", with: ", ").replacing(" & ", with: ", ")
            .split(separator: ", ").map { PlainText.collapsed(String($0)) ?? "" }.filter { !$0.isEmpty }
        return parts.count > 1 && parts.allSatisfy(isName) ? parts : [line]
    }

    private static func stripped(_ byline: String) -> String {
        var line = PlainText.collapsed(byline) ?? ""
        for opening in ["Written by ", "Reported by ", "By: ", "By "]
        where line.lowercased().hasPrefix(opening.lowercased()) {
            line.removeFirst(opening.count)
            break
        }
        for separator in [" | ", " • ", " · "] {
            if let cut = line.firstRange(of: separator) { line = String(line[..<cut.lowerBound]) }
        }
        while let last = line.last, last == "," || last == ";" || last == "|" { line.removeLast() }
        return line.lowercased() == "by" ? "" : line
    }

    private static func isName(_ part: String) -> Bool {
        let words = part.split(separator: " ")
        return (2...4).contains(words.count) && words.first?.first?.isUppercase == true
            && words.last?.first?.isUppercase == true
    }
}
