internal import Mustache

/// Escapes text for HTML, in element content and in quoted attributes alike.
///
/// The engine's own escaping compares `Character`s, so a `<` that forms one grapheme with a neighbour (U+0600 before it,
/// a combining mark behind it) passes unescaped. This one goes by Unicode scalar. Code points that HTML forbids
/// (controls, noncharacters) become U+FFFD. Every template names it in its first line, since a partial does not inherit.
struct MarkupText: MustacheContentType {
    static let name = "MARKUP"

    /// Makes it known to the engine under ``name``; more than once does no harm.
    static func register() { MustacheContentTypes.register(MarkupText(), named: name) }

    func escapeText(_ text: String) -> String {
        if text.utf8.allSatisfy(Self.isPlain) { return text }
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let replacement = Self.replacement(for: scalar) {
                escaped.append(contentsOf: replacement.unicodeScalars)
            } else {
                escaped.append(Self.isForbidden(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(escaped)
    }

    /// Whether a byte of UTF-8 belongs to no code point that is replaced: those begin with C2, EF or F0 and beyond, or are ASCII.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        case 0x09, 0x0A, 0x0C: true
        case ..<0x20, 0x7F, 0xC2, 0xEF...: false
        default: true
        }
    }

    private static func replacement(for scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "<": "&lt;"
        case ">": "&gt;"
        case "&": "&amp;"
        case "\"": "&quot;"
        case "'": "&#39;"
        case "\r": "&#10;"
        default: nil
        }
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0C: false
        case ..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}

/// The escaping of our templates, for other stages that have some.
package enum Markup {
    /// Lets templates name `MARKUP` as their content type.
    package static func register() { MarkupText.register() }

    /// `text` with what HTML reads as markup taken out of it.
    package static func escaped(_ text: String) -> String { MarkupText().escapeText(text) }
}
