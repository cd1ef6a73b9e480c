/// A text with one web address a line. Blank lines and those that begin with `#` say nothing.
package struct AddressList: Equatable, Sendable {
    package struct Entry: Equatable, Sendable {
        package let line: Int
        /// As it stands there; it may be no address.
        package let text: String
    }

    package let entries: [Entry]

    /// Nil unless more than half of the lines look like addresses, so that an article with its address above it is none.
    package init?(_ utf8: [UInt8]) {
        let all = Self.entries(utf8)
        let addresses = all.count { Self.isAddress($0.text) }
        guard addresses * 2 > all.count else { return nil }
        entries = all
    }

    /// Whether `text` begins as an address of any kind does and has no blanks.
    package static func isAddress(_ text: String) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), text[colon...].hasPrefix("://") else {
            return false
        }
        let scheme = text[..<colon].utf8
        return !scheme.isEmpty && scheme.allSatisfy(isOfScheme) && !text.utf8.contains { $0 <= 0x20 }
    }

    private static func isOfScheme(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
        default: false
        }
    }

    private static func entries(_ utf8: [UInt8]) -> [Entry] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let lines = utf8.dropFirst(utf8.starts(with: mark) ? 3 : 0).split(
            separator: 0x0A, omittingEmptySubsequences: false)
        return lines.enumerated().compactMap { number, line in
            let start = line.drop { $0 <= 0x20 }
            let end = start.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start.startIndex
            let text = start[..<end]
            if text.isEmpty || text.first == UInt8(ascii: "#") { return nil }
            return Entry(line: number + 1, text: String(decoding: text, as: UTF8.self))
        }
    }
}
