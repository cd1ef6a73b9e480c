/// What a robots.txt says to this program, after RFC 9309.
///
/// The groups that name the program count, else those for `*`. Of the rules that match the longest counts, and of equal
/// ones the one that allows. `Crawl-delay`, which the RFC does not have, is read in a group as many crawlers do.
struct RobotsRules: Sendable, Equatable {
    /// How much of a file is read, the least that the RFC asks for.
    static let limit = 500 << 10

    private struct Rule: Equatable {
        let pattern: [UInt8]
        let allows: Bool
    }

    private var rules: [Rule] = []
    /// In seconds.
    private(set) var crawlDelay: Double?

    /// No rules: all is allowed.
    static let none = RobotsRules()

    private init() {}

    /// - Parameter agent: the name in lower case by which the file may call this program.
    init(_ bytes: [UInt8], agent: String) {
        let lines = RobotsLine.lines(bytes.prefix(Self.limit))
        let isNamed = lines.contains { $0.name == "user-agent" && $0.product == agent }
        var (isOurs, isInAgents) = (false, false)
        for line in lines {
            if line.name == "user-agent" {
                isOurs = (isInAgents && isOurs) || line.product == (isNamed ? agent : "*")
                isInAgents = true
            } else if ["allow", "disallow", "crawl-delay"].contains(line.name) {
                isInAgents = false
                if isOurs { add(line) }
            }
        }
    }

    private mutating func add(_ line: RobotsLine) {
        if line.name == "crawl-delay" {
            guard let seconds = Double(line.value), seconds.isFinite, seconds >= 0 else { return }
            crawlDelay = max(seconds, crawlDelay ?? 0)
        } else if !line.value.isEmpty {
            rules.append(Rule(pattern: Self.normalized(Array(line.value.utf8)), allows: line.name == "allow"))
        }
    }

    /// - Parameter target: path and query of an address.
    func allows(_ target: String) -> Bool {
        if target == "/robots.txt" { return true }
        let target = Self.normalized(Array(target.utf8))
        var (longest, allows) = (-1, true)
        for rule in rules where rule.pattern.count >= longest && Self.matches(rule.pattern, target) {
            allows = rule.allows || (rule.pattern.count == longest && allows)
            longest = rule.pattern.count
        }
        return allows
    }

    /// `*` stands for any bytes, `$` at the end for the end. Time grows with the product of the lengths at most.
    private static func matches(_ pattern: [UInt8], _ target: [UInt8]) -> Bool {
        let isAnchored = pattern.last == UInt8(ascii: "$")
        let body = isAnchored ? pattern.dropLast() : pattern[...]
        let pieces = body.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        guard let first = pieces.first, target.starts(with: first) else { return false }
        var rest = target.dropFirst(first.count)
        for piece in pieces.dropFirst().dropLast(isAnchored ? 1 : 0) {
            while !rest.starts(with: piece) {
                if rest.isEmpty { return false }
                rest = rest.dropFirst()
            }
            rest = rest.dropFirst(piece.count)
        }
        guard isAnchored else { return true }
        guard pieces.count > 1, let last = pieces.last else { return rest.isEmpty }
        return rest.count >= last.count && rest.suffix(last.count) == last
    }

    /// With what needs no `%` written plainly and the rest in capitals, so that two ways of writing one path are equal.
    private static func normalized(_ path: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = path[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.first != 0x2B
            {
                rest = rest.dropFirst(2)
                result += isUnreserved(value) ? [value] : escaped(value)
            } else {
                result += (0x21...0x7E).contains(byte) ? [byte] : escaped(byte)
            }
        }
        return result
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}

/// `Name: value` of a robots.txt, without its comment.
struct RobotsLine: Equatable {
    /// In lower case.
    let name: String
    let value: String

    static func lines(_ bytes: ArraySlice<UInt8>) -> [RobotsLine] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes
        return text.split { $0 == 0x0A || $0 == 0x0D }.compactMap(RobotsLine.init)
    }

    private init?(_ line: ArraySlice<UInt8>) {
        let said = line.prefix { $0 != UInt8(ascii: "#") }
        guard let colon = said.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        name = Self.trimmed(said[..<colon]).lowercased()
        value = Self.trimmed(said[(colon + 1)...])
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        let isBlank = { (byte: UInt8) in byte <= 0x20 }
        let start = bytes.drop(while: isBlank)
        let end = start.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start.startIndex
        return String(decoding: start[..<end], as: UTF8.self)
    }

    /// The program that a `User-agent` line names, in lower case and without its version.
    var product: String {
        if value.hasPrefix("*") { return "*" }
        return String(value.lowercased().prefix { ($0.isASCII && $0.isLetter) || $0 == "-" || $0 == "_" })
    }
}
