/// Tells agencies from authors: `Jo Reed and Agencies` is one person, and a credit.
enum Agencies {
    /// The bylines that name people, and the agencies that the others credit, each once.
    static func parted(_ bylines: [String]) -> (people: [String], agencies: [String]) {
        var (people, agencies): ([String], [String]) = ([], [])
        for byline in bylines {
            if !isAgency(byline) {
                people.append(byline)
            } else if !agencies.contains(byline) {
                agencies.append(byline)
            }
        }
        return (people, agencies)
    }

    /// Whether a byline is an agency's name, or says that agencies wrote it.
    static func isAgency(_ byline: String) -> Bool {
        var words = byline.lowercased().split(whereSeparator: \.isWhitespace)
        if words.first == "the" { words.removeFirst() }
        while let last = words.last, last == "staff" || last == "news" || last == "desk", words.count > 1 {
            words.removeLast()
        }
        return names.contains(words.joined(separator: " "))
    }

    private static let names: Set<String> = [
        "agencies", "agency", "news agencies", "staff and agencies", "wire services", "wires", "reuters", "ap",
        "associated press", "afp", "agence france-presse", "agence france presse", "tass", "itar-tass", "interfax",
        "ria novosti", "sputnik", "xinhua", "anadolu", "anadolu agency", "aa", "dpa", "upi",
        "united press international",
        "efe", "ansa", "pti", "press trust of india", "ani", "ians", "kyodo", "yonhap", "irna", "press association",
        "pa media", "ukrinform", "unian", "bta", "prensa latina", "kcna", "petra", "wafa", "sana",
    ]
}
