internal import CLexbor
internal import CUchardet
package import DemarcheRecords

/// Finds the charset of bytes and decodes them: a byte-order mark first, then valid UTF-8 (even against what a page
/// declares), then what uchardet detects, decoded by lexbor's implementation of the WHATWG Encoding Standard.
package enum Charset {
    /// How many bytes uchardet is shown; the rest of a long text does not change its mind.
    private static let detectionLength = 256 * 1024

    /// The text in UTF-8 without its byte-order mark, and the name of the charset it was in.
    ///
    /// - Throws: ``Refusal`` with `binary` when the bytes are no text, with `unknownCharset` when no charset explains them.
    package static func decode(_ bytes: [UInt8], path: String) throws(Refusal) -> (utf8: [UInt8], charset: String) {
        if let mark = byteOrderMarks.first(where: { bytes.starts(with: $0.bytes) }) {
            let rest = Array(bytes.dropFirst(mark.bytes.count))
            return (mark.charset == "UTF-8" ? repaired(rest) : try decode(rest, from: mark.charset, path), mark.charset)
        }
        try refuseBinary(bytes, path)
        if isValidUTF8(bytes) { return (bytes, "UTF-8") }
        if let repaired = repairedIfNearlyUTF8(bytes) { return (repaired, "UTF-8") }
        let charset = try detect(bytes, path)
        return (try decode(bytes, from: charset, path), WHATWGDecoder(charset)?.name ?? charset)
    }

    /// As ``decode(_:path:)``, with the charset that a header declares: it goes before uchardet, and before UTF-8 where it
    /// writes other letters in ASCII.
    static func decode(
        _ bytes: [UInt8], declared: String?, path: String
    ) throws(Refusal) -> (utf8: [UInt8], charset: String) {
        let decoder = declared.flatMap(WHATWGDecoder.init)
        let isMarked = byteOrderMarks.contains { bytes.starts(with: $0.bytes) }
        guard let decoder, let declared, !isMarked else { return try decode(bytes, path: path) }
        let isStateful = ["ISO-2022-JP", "UTF-16LE", "UTF-16BE"].contains { $0 == decoder.name.uppercased() }
        if !isStateful, isValidUTF8(bytes) { return (bytes, "UTF-8") }
        return (try decode(bytes, from: declared, path), decoder.name)
    }

    private static let byteOrderMarks: [(bytes: [UInt8], charset: String)] = [
        ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
    ]

    private static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    /// The text with U+FFFD for what is ill-formed, when at most one in ten of its characters beyond ASCII is: a page cut in
    /// the middle of a character is still UTF-8, while other charsets hardly form its sequences by chance.
    private static func repairedIfNearlyUTF8(_ bytes: [UInt8]) -> [UInt8]? {
        let text = String(decoding: bytes, as: UTF8.self)
        let broken = text.unicodeScalars.count { $0 == "\u{FFFD}" }
        let beyondASCII = text.unicodeScalars.count { !$0.isASCII }
        return broken * 10 <= beyondASCII ? Array(text.utf8) : nil
    }

    /// Ill-formed sequences become U+FFFD, as the Encoding Standard has it.
    private static func repaired(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

    private static func refuseBinary(_ bytes: [UInt8], _ path: String) throws(Refusal) {
        let head = bytes.prefix(64 * 1024)
        let controls = head.count { $0 < 0x20 && !($0 == 0x09 || $0 == 0x0A || $0 == 0x0C || $0 == 0x0D) }
        let isKnown = signatures.contains { bytes.starts(with: $0.utf8) }
        guard isKnown || head.contains(0) || controls * 50 > head.count else { return }
        throw Refusal(
            path: path, code: .binary, reason: "binary data, not text; save the article as text or HTML")
    }

    private static let signatures = ["%PDF-", "PK\u{3}\u{4}", "{\\rtf", "GIF8"]

    private static func detect(_ bytes: [UInt8], _ path: String) throws(Refusal) -> String {
        let detector = uchardet_new()
        defer { uchardet_delete(detector) }
        let head = bytes.prefix(detectionLength)
        head.withUnsafeBytes { buffer in
            _ = uchardet_handle_data(detector, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
        }
        uchardet_data_end(detector)
        let name = uchardet_get_charset(detector).map { String(cString: $0) } ?? ""
        guard !name.isEmpty else {
            throw Refusal(
                path: path, code: .unknownCharset,
                reason: "not UTF-8, and no other charset was recognised; save it as UTF-8")
        }
        return name
    }

    private static func decode(_ bytes: [UInt8], from charset: String, _ path: String) throws(Refusal) -> [UInt8] {
        guard let scalars = WHATWGDecoder(charset)?.scalars(bytes) else {
            throw Refusal(
                path: path, code: .unknownCharset, reason: "charset \(charset) is not supported; save it as UTF-8")
        }
        var text = String.UnicodeScalarView()
        for scalar in scalars { text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
        return Array(String(text).utf8)
    }
}

/// One of the encodings of the WHATWG Encoding Standard, as lexbor implements them.
private struct WHATWGDecoder {
    private let encoding: UnsafePointer<lxb_encoding_data_t>

    /// Nil when the standard knows no such label.
    init?(_ label: String) {
        var label = label
        let found = label.withUTF8 { lxb_encoding_data_by_name($0.baseAddress, $0.count) }
        guard let found else { return nil }
        encoding = found
    }

    /// The name that the standard gives the encoding.
    var name: String { encoding.pointee.name.map { String(cString: $0) } ?? "" }

    /// The code points; what cannot be decoded is U+FFFD.
    func scalars(_ bytes: [UInt8]) -> [UInt32] {
        var scalars: [UInt32] = []
        scalars.reserveCapacity(bytes.count)
        var buffer = [UInt32](repeating: 0, count: 4096)
        let replacement: [UInt32] = [0xFFFD]
        replacement.withUnsafeBufferPointer { replacement in
            buffer.withUnsafeMutableBufferPointer { buffer in
                decode(bytes, through: buffer, replacement) { scalars.append(contentsOf: $0) }
            }
        }
        return scalars
    }

    private func decode(
        _ bytes: [UInt8], through buffer: UnsafeMutableBufferPointer<UInt32>,
        _ replacement: UnsafeBufferPointer<UInt32>, _ take: (UnsafeMutableBufferPointer<UInt32>.SubSequence) -> Void
    ) {
        var context = lxb_encoding_decode_t()
        lxb_encoding_decode_init(&context, encoding, buffer.baseAddress, buffer.count)
        lxb_encoding_decode_replace_set(&context, replacement.baseAddress, replacement.count)
        bytes.withUnsafeBufferPointer { source in
            guard var next = source.baseAddress else { return }
            let end = next + source.count
            var status = LXB_STATUS_SMALL_BUFFER.rawValue
            while status == LXB_STATUS_SMALL_BUFFER.rawValue {
                var position: UnsafePointer<UInt8>? = next
                status = encoding.pointee.decode(&context, &position, end)
                next = position ?? end
                take(buffer[..<lxb_encoding_decode_buf_used(&context)])
                lxb_encoding_decode_buf_used_set(&context, 0)
            }
            _ = lxb_encoding_decode_finish(&context)
            take(buffer[..<lxb_encoding_decode_buf_used(&context)])
        }
    }
}
