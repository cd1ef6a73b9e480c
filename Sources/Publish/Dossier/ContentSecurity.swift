internal import DemarcheRecords
internal import FoundationEssentials

/// The policy that holds the page to what it carries: its own style and script by hash, and nothing from elsewhere.
enum ContentSecurity {
    static func policy(style: String, script: String) -> String {
        [
            "default-src 'none'", "style-src 'sha256-\(hash(style))'", "script-src 'sha256-\(hash(script))'",
            "img-src data:", "base-uri 'none'", "form-action 'none'",
        ].joined(separator: "; ")
    }

    /// The SHA-256 of `text` in base64, as a policy writes it.
    static func hash(_ text: String) -> String {
        Data(bytes(hexadecimal: Identifier.sha256(text.utf8))).base64EncodedString()
    }

    private static func bytes(hexadecimal digits: String) -> [UInt8] {
        let halves = digits.compactMap(\.hexDigitValue)
        return stride(from: 0, to: halves.count - 1, by: 2).map { UInt8(halves[$0] << 4 | halves[$0 + 1]) }
    }
}
