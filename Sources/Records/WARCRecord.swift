/// One record of a WARC 1.1 file, to be written (ISO 28500:2017).
package struct WARCRecord: Sendable {
    package var type: String
    /// In UTC: `2022-03-24T10:00:00Z`.
    package var date: String
    package var address: String?
    /// What the block is, such as `application/http;msgtype=response`.
    package var contentType: String
    package var block: [UInt8]
    /// The fields that only some records have, in their order.
    package var more: [(name: String, value: String)] = []

    package init(type: String, date: String, address: String? = nil, contentType: String, block: [UInt8]) {
        self.type = type
        self.date = date
        self.address = address
        self.contentType = contentType
        self.block = block
    }

    /// The first record of a file, which says who wrote it.
    package static func information(date: String) -> WARCRecord {
        WARCRecord(
            type: "warcinfo", date: date, contentType: "application/warc-fields",
            block: Array("software: \(ProgramVersion.name)\r\nformat: WARC File Format 1.1\r\n".utf8))
    }

    /// A UUID of the eighth version of RFC 9562, made of a SHA-256 in hexadecimal digits.
    package static func id(_ sha256: String) -> String {
        let digits = Array(sha256)
        let parts = [
            String(digits[0..<8]), String(digits[8..<12]), "8" + String(digits[13..<16]), "8" + String(digits[17..<20]),
            String(digits[20..<32]),
        ]
        return "<urn:uuid:\(parts.joined(separator: "-"))>"
    }

    /// The record with its head. The same record gives the same bytes.
    ///
    /// - Parameter id: ``id(_:)`` of what tells the record from others.
    package func bytes(id: String) -> [UInt8] {
        var head = [("WARC-Type", type), ("WARC-Record-ID", id), ("WARC-Date", date)]
        if let address { head.append(("WARC-Target-URI", address)) }
        head += more.map { ($0.name, $0.value) }
        head += [("Content-Type", contentType), ("Content-Length", "\(block.count)")]
        let lines = head.map { "\($0): \(Self.oneLine($1))\r\n" }
        return Array("WARC/1.1\r\n\(lines.joined())\r\n".utf8) + block + Array("\r\n\r\n".utf8)
    }

    /// What is no line would end the head.
    private static func oneLine(_ value: String) -> String {
        String(String.UnicodeScalarView(value.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
    }
}
