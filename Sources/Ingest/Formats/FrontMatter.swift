import DemarcheRecords
internal import Foundation
internal import Yams

/// What stands above a text between two lines of `---`, in YAML, as writers of Markdown put it: title, date, author, url.
struct FrontMatter {
    /// A longer one is text.
    private static let longest = 64 << 10
    /// With more aliases it is text: one as a key is looked through with all that the aliases in it stand for, of which few
    /// make billions.
    private static let mostAliases = 32

    let metadata: Metadata
    let body: [UInt8]

    /// Nil when the text does not begin with one, or when it is no YAML with a field that is known.
    init?(_ utf8: [UInt8]) {
        guard utf8.starts(with: "---".utf8), let (matter, body) = Self.split(utf8),
            Self.aliases(in: matter) <= Self.mostAliases
        else { return nil }
        guard let node = try? Yams.compose(yaml: String(decoding: matter, as: UTF8.self)), let mapping = node.mapping
        else { return nil }
        var fields: [String: Any] = [:]
        for (key, value) in mapping {
            if let name = key.string { fields[name] = Self.value(value) }
        }
        metadata = RecordFields(fields).metadata()
        guard metadata != Metadata() else { return nil }
        self.body = Array(body)
    }

    /// How many aliases there are at most: asterisks at which a value may begin.
    private static func aliases(in matter: ArraySlice<UInt8>) -> Int {
        zip(matter, matter.dropFirst()).count { before, byte in
            byte == UInt8(ascii: "*") && (before <= 0x20 || "[]{},:?-".utf8.contains(before))
        }
    }

    /// A scalar or a list of them; deeper values hold nothing that is looked for.
    private static func value(_ node: Node) -> Any? {
        if let text = node.string { return text }
        return node.sequence.map { sequence in sequence.compactMap(\.string) }
    }

    private static func split(_ utf8: [UInt8]) -> (matter: ArraySlice<UInt8>, body: ArraySlice<UInt8>)? {
        var lines = utf8.prefix(longest)[...]
        guard let first = line(&lines), isFence(first) else { return nil }
        let start = lines.startIndex
        while let next = line(&lines) {
            if isFence(next) { return (utf8[start..<next.startIndex], utf8[lines.startIndex...]) }
        }
        return nil
    }

    private static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
        defer { rest = rest[end...] }
        return rest[..<end]
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x0A }
    }
}
