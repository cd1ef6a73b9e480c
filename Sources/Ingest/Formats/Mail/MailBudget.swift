import DemarcheRecords

/// What GMime may be asked to build: it keeps every part and every field of a message, and goes down into each group of
/// addresses by a call of its own, so that a long field would run over the stack.
///
/// The lines are looked at before GMime sees them. What may be a head counts as one: the beginning, what stands behind a line
/// that begins with `--`, and what goes on behind an empty line.
struct MailBudget {
    /// How many lines may begin as those do that part a message; GMime takes 2 KB for a part.
    static let boundaries = 100_000
    /// How many bytes the heads of a message and its parts may have; GMime takes 60 times as many.
    static let heads = 4 << 20
    /// How many colons and brackets a field of addresses may have.
    static let groups = 1_000

    private static let addressFields: Set<String> = [
        "from", "to", "cc", "bcc", "sender", "reply-to", "resent-from", "resent-to", "resent-cc", "resent-bcc",
        "resent-sender", "resent-reply-to",
    ]

    private var (boundaryCount, headBytes, groupCount) = (0, 0, 0)
    private var isInHead = true
    private var isBehindBlank = false
    private var isInAddresses = false

    /// - Throws: ``Refusal`` with `tooComplex` past the budget.
    static func check(_ message: [UInt8], path: String) throws(Refusal) {
        var budget = MailBudget()
        var rest = message[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
            budget.take(rest[..<end])
            rest = rest[end...].dropFirst()
            if let excess = budget.excess {
                throw Refusal(
                    path: path, code: .tooComplex,
                    reason: "the message has more than \(excess); save the article's text alone")
            }
        }
    }

    private var excess: String? {
        if boundaryCount > Self.boundaries { return "\(Self.boundaries) parts" }
        if headBytes > Self.heads { return "\(Self.heads >> 20) MiB in its heads" }
        return groupCount > Self.groups ? "\(Self.groups) groups in a list of addresses" : nil
    }

    private mutating func take(_ line: ArraySlice<UInt8>) {
        if line.starts(with: "--".utf8) {
            boundaryCount += 1
            (isInHead, isBehindBlank, isInAddresses) = (true, false, false)
        } else if line.allSatisfy({ $0 == 0x0D }) {
            isBehindBlank = true
        } else if isInHead {
            takeHead(line)
        }
    }

    private mutating func takeHead(_ line: ArraySlice<UInt8>) {
        let isMore = line.first == 0x20 || line.first == 0x09
        let name = isMore ? nil : Self.fieldName(line)
        if isBehindBlank { isInHead = name != nil }
        isBehindBlank = false
        guard isInHead, isMore || name != nil else { return }
        headBytes += line.count
        if let name { (isInAddresses, groupCount) = (Self.addressFields.contains(name), 0) }
        if isInAddresses { groupCount += line.count { ":(<[".utf8.contains($0) } }
    }

    /// In lower case; nil for a line that begins no field. White space before the colon is forgiven, as GMime does.
    private static func fieldName(_ line: ArraySlice<UInt8>) -> String? {
        guard let colon = line.prefix(128).firstIndex(of: 0x3A), colon > line.startIndex else { return nil }
        let name = line[..<colon].reversed().drop { $0 == 0x20 || $0 == 0x09 }
        guard name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        return String(decoding: name.reversed(), as: UTF8.self).lowercased()
    }
}
