/// The line that names the authors: `By Ann Example and Bo Sample`, `Written by Ann Example.`
enum ByLine {
    /// The names as the line gives them; nil when the line is no byline.
    static func names(in line: Substring) -> [String]? {
        guard let first = line.utf8.first, "BbWw*_".utf8.contains(first) else { return nil }
        let line = line.drop { $0 == "*" || $0 == "_" }
        guard let opening = ["Written by ", "By ", "BY "].first(where: line.hasPrefix), line.wordCount <= 14 else {
            return nil
        }
        let rest = line.dropFirst(opening.count)
        guard rest.first?.isUppercase == true, !rest.dropLast().contains(". ") || rest.wordCount < 6 else {
            return nil
        }
        return names(parting: rest)
    }

    private static func names(parting words: Substring) -> [String] {
        let names = words.prefix { $0 != "," }.split(separator: " ").split { $0 == "and" || $0 == "&" }
        return names.map { name in
            var name = name.joined(separator: " ")[...]
            while let last = name.last, " .*_|".contains(last) { name.removeLast() }
            return String(name)
        }.filter { !$0.isEmpty }
    }
}
