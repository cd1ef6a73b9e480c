/// Takes the names out of a byline: `By Ana Kovač and Jo Reed in Tallinn` names two.
enum BylineNames {
    /// The names in `byline`; a line that does not look like names is given whole. What is no name at all, a login or a
    /// stand-in, gives none.
    static func names(in byline: String) -> [String] {
        let line = stripped(byline)
        guard !line.isEmpty, !WebAddress.isAddress(line), !isStandIn(line) else { return [] }
        let parts = parts(of: line)
        return parts.count > 1 && parts.allSatisfy({ isName($0) || Agencies.isAgency($0) }) ? parts : [line]
    }

    /// The people in a line that the page shows, which may go on with an office, a date or a place; none when it does not
    /// begin with a name.
    static func people(in line: some StringProtocol) -> [String] {
        var people: [String] = []
        for part in parts(of: stripped(String(line.prefix(160)))) {
            if let last = people.last, isDegree(part) {
                people[people.count - 1] = "\(last), \(part)"
                continue
            }
            let name = withoutOffice(part)
            guard isName(name), !isStandIn(name) else { break }
            people.append(name)
        }
        return people
    }

    /// Letters behind a name: `MD`, `PhD`, `M.D.`.
    private static func isDegree(_ part: String) -> Bool {
        let letters = part.filter { $0 != "." }
        return (2...5).contains(letters.count) && letters.allSatisfy(\.isLetter) && letters.last?.isUppercase == true
            && letters.count(where: \.isUppercase) >= 2
    }

    /// The one word with a capital behind a label, where no more stands on the line: `By Amanda`.
    static func pseudonym(in rest: some StringProtocol) -> [String] {
        let words = String(rest).split(separator: " ")
        guard words.count == 1, let word = words.first, word.first?.isUppercase == true, word.allSatisfy(\.isLetter),
            word.count > 2, !offices.contains(word.lowercased()), !isStandIn(String(word))
        else { return [] }
        return [String(word)]
    }

    /// `Jo Reed Senior Editor` without the office. A line that is an office alone is no name.
    private static func withoutOffice(_ part: String) -> String {
        let words = part.split(separator: " ")
        guard let office = words.firstIndex(where: { offices.contains($0.lowercased()) }) else { return part }
        return words[..<office].joined(separator: " ")
    }

    private static let offices: Set<String> = [
        "editor", "writer", "reporter", "director", "manager", "analyst", "officer", "correspondent", "author", "staff",
        "senior", "executive", "chief", "head", "associate", "managing", "contributing", "contributor", "columnist",
        "producer", "specialist", "founder", "former", "corresponding", "photo", "articles", "fact", "corporate",
    ]

    private static func parts(of line: String) -> [String] {
        line.replacing(" and ", with: ", ").replacing(" & ", with: ", ").split(separator: ", ")
            .map { PlainText.collapsed(String($0)) ?? "" }.filter { !$0.isEmpty }
    }

    private static func stripped(_ byline: String) -> String {
        var line = PlainText.collapsed(PlainText.decoded(byline)) ?? ""
        for opening in openings where line.lowercased().hasPrefix(opening) {
            line.removeFirst(opening.count)
            break
        }
        if line.hasPrefix("By"), line.dropFirst(2).first?.isUppercase == true { line.removeFirst(2) }
        for separator in separators {
            if let cut = line.firstRange(of: separator), cut.lowerBound > line.startIndex {
                line = String(line[..<cut.lowerBound])
            }
        }
        if let digit = line.firstIndex(where: \.isNumber), digit > line.startIndex { line = withoutDate(line, digit) }
        for ending in endings { if let cut = line.firstRange(of: ending) { line = String(line[..<cut.lowerBound]) } }
        while let first = line.first, !first.isLetter, !first.isNumber { line.removeFirst() }
        while let last = line.last, ",;|-–—•·:*\"”".contains(last) || last.isWhitespace { line.removeLast() }
        return line.lowercased() == "by" ? "" : line
    }

    /// What stands before a date or a reading time: `Jo Reed December 2, 2025`, `Jo Reed 5 min read`.
    private static func withoutDate(_ line: String, _ digit: String.Index) -> String {
        guard
            line[..<digit].last.map({
                !$0.isLetter || isDateWord(String(line[..<digit].split(separator: " ").last ?? ""))
            }) ?? false
        else {
            return line
        }
        var words = line[..<digit].split(separator: " ")
        while let last = words.last, isDateWord(last.lowercased()) { words.removeLast() }
        return words.joined(separator: " ")
    }

    /// A login or a number that has letters and digits mixed is kept as it is: only a word of a date may go.
    private static func isDateWord(_ word: String) -> Bool {
        let letters = word.filter(\.isLetter)
        return letters.isEmpty || dateWords.contains(letters)
    }

    private static let openings = [
        "written by ", "recipe by ", "articles by ", "reported by ", "posted by ", "words by ", "by: ", "by ",
        "author: ", "authors: ", "authors:",
        "about the author ",
    ]
    private static let separators = [
        " | ", "|", " • ", "• ", " · ", " ⋅ ", " - ", " – ", " — ", " / ", " in ", " on ", " (", "\t",
    ]
    private static let endings = [
        "Published", "Updated", "Last update", " View in", " View In", " Sponsored", "Edited by", ". Last", " Released",
    ]
    private static let dateWords: Set<String> = [
        "updated", "published", "posted", "on", "last", "january", "february", "march", "april", "may", "june", "july",
        "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
        "sep",
        "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// What systems put where no author is named.
    private static func isStandIn(_ name: String) -> Bool {
        let words = name.lowercased()
        return standIns.contains(words) || !words.contains(where: \.isLetter)
    }

    private static let standIns: Set<String> = [
        "admin", "administrator", "webmaster", "undefined", "null", "none", "editor", "staff", "anonymous", "unknown",
        "guest", "author", "authors", "written by", "by", "user", "root", "test", "about the author", "read more",
        "view all posts", "contributor",
    ]

    /// Whether `part` is written as a name is: two to five words with capitals, particles between them left aside.
    private static func isName(_ part: String) -> Bool {
        let words = part.split(separator: " ")
        guard (2...5).contains(words.count), part.utf8.count < 60 else { return false }
        guard words.first?.first?.isUppercase == true, words.last?.first?.isUppercase == true else { return false }
        return words.allSatisfy { word in
            guard word.allSatisfy({ $0.isLetter || "’'.-".contains($0) }) else { return false }
            return word.first?.isUppercase == true || particles.contains(String(word))
        } && !noNames.contains { part.lowercased().contains($0) }
    }

    private static let particles: Set<String> = [
        "de", "der", "den", "van", "von", "da", "di", "du", "la", "le", "bin", "ibn", "al", "el", "dos", "del", "ten",
        "ter",
        "y", "zu", "af", "e",
    ]
    private static let noNames = [
        "read", "share", "subscribe", "editorial", "news", "updated", "privacy", "about ", "contact", "follow",
        "reviewed",
    ]
}
