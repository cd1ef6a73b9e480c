/// The names of news agencies, from `agencies.txt`.
struct AgencyNames: Sendable {
    /// Stands for agencies that a credit does not name.
    static let unnamed = "*"
    static let known = AgencyNames(PackageResources.agencies_txt)

    /// By the names as written and, if they are longer than four letters, in lower case.
    private let names: [String: String]
    private let longestName: Int

    private init(_ table: [UInt8]) {
        var names: [String: String] = [:]
        for line in String(decoding: table, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "|").map { $0.trimmed }
            guard let name = fields.first else { continue }
            for alias in [name] + (fields.dropFirst().first ?? "").split(separator: ",").map({ $0.trimmed }) {
                names[alias] = name
                if alias.count > 4 { names[alias.lowercased()] = name }
            }
        }
        self.names = names
        longestName = names.keys.map { $0.split(separator: " ").count }.max() ?? 1
    }

    /// The agency with this name, ``unnamed`` for a credit such as `agencies`, or nil.
    func agency(_ name: some StringProtocol) -> String? {
        let name = name.trimmed
        return names[name] ?? names[name.lowercased()]
    }

    /// The agencies whose names stand among the words of a byline, each once, in the order of the words.
    func agencies(in byline: some StringProtocol) -> [String] {
        let marks: Set<Character> = [" ", "\t", "\n", "/", ",", ";", "(", ")", "&", "|"]
        let words = byline.split { (sign: Character) in marks.contains(sign) }.map { String($0) }
        var (found, start) = ([String](), 0)
        while start < words.count {
            var (agency, length): (String?, Int) = (nil, 1)
            for count in (1...longestName).reversed() where agency == nil && start + count <= words.count {
                agency = self.agency(words[start..<start + count].joined(separator: " "))
                length = agency == nil ? 1 : count
            }
            if let agency, !found.contains(agency) { found.append(agency) }
            start += length
        }
        return found
    }
}

extension StringProtocol {
    /// Without white space at its ends.
    fileprivate var trimmed: String {
        let ends = drop { $0.isWhitespace }
        return String(ends.prefix(upTo: ends.lastIndex { !$0.isWhitespace }.map(ends.index(after:)) ?? ends.startIndex))
    }
}
