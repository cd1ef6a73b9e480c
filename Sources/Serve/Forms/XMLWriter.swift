import CXML

/// Writes an XML document in UTF-8 through libxml2. What XML 1.0 forbids, such as control characters, becomes U+FFFD.
struct XMLWriter: ~Copyable {
    private let writer: OpaquePointer?

    init() { writer = demarche_xml_writer_new() }

    deinit { if let writer { demarche_xml_writer_free(writer) } }

    /// An element with its attributes; those that are nil are left out.
    func element(_ name: String, _ attributes: [(String, String?)] = [], _ content: () -> Void) {
        demarche_xml_writer_start(writer, name)
        for case (let name, let value?) in attributes {
            demarche_xml_writer_attribute(writer, name, Self.allowed(value))
        }
        content()
        demarche_xml_writer_end(writer)
    }

    /// An element that holds nothing but text, or nothing.
    func element(_ name: String, _ attributes: [(String, String?)] = [], text: String? = nil) {
        element(name, attributes) { if let text { demarche_xml_writer_text(writer, Self.allowed(text)) } }
    }

    /// The document; nil when there was no memory for it.
    func finish() -> String? {
        var count = 0
        guard let bytes = demarche_xml_writer_finish(writer, &count) else { return nil }
        return String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// By production 2 (`Char`) of XML 1.0, without the controls and noncharacters that it discourages.
    private static func allowed(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isForbidden($0) ? "\u{FFFD}" : $0 }))
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case ..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
