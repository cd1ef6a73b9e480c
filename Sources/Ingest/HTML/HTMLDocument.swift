import CLexbor
import DemarcheRecords

/// A parsed page; its memory is given back when the value ends.
struct HTMLDocument: ~Copyable {
    private let parser: UnsafeMutablePointer<lxb_html_parser_t>
    private let document: UnsafeMutablePointer<lxb_html_document_t>

    /// An empty page for ``parse(_:path:)`` to fill.
    init(path: String) throws(Refusal) {
        guard let parser = lxb_html_parser_create() else { throw Self.outOfMemory(path) }
        guard lxb_html_parser_init(parser) == UInt32(LXB_STATUS_OK.rawValue),
            let document = lxb_html_parse_chunk_begin(parser)
        else {
            lxb_html_parser_destroy(parser)
            throw Self.outOfMemory(path)
        }
        self.parser = parser
        self.document = document
    }

    deinit {
        lxb_html_parser_destroy(parser)
        lxb_html_document_destroy(document)
    }

    /// The document node, of which the page's elements are descendants.
    var root: HTMLNode? { demarche_document_node(document).map(HTMLNode.init) }

    /// What the first `title` holds, as it stands.
    var title: String? {
        var length = 0
        guard let start = lxb_html_document_title_raw(document, &length) else { return nil }
        return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
    }

    /// Parses `bytes`, chunk by chunk, and stops as soon as the page asks for more than ``HTMLLimits`` allow.
    func parse(_ bytes: [UInt8], path: String) throws(Refusal) {
        var meter = MemoryMeter()
        var offset = 0
        while offset < bytes.count {
            let count = min(HTMLLimits.chunk, bytes.count - offset)
            let status = bytes.withUnsafeBufferPointer { buffer in
                lxb_html_parse_chunk_process(parser, buffer.baseAddress.map { $0 + offset }, count)
            }
            guard status == UInt32(LXB_STATUS_OK.rawValue) else {
                throw Self.outOfMemory(path)
            }
            offset += count
            try checkLimits(&meter, path)
        }
        guard lxb_html_parse_chunk_end(parser) == UInt32(LXB_STATUS_OK.rawValue) else { throw Self.outOfMemory(path) }
    }

    private func checkLimits(_ meter: inout MemoryMeter, _ path: String) throws(Refusal) {
        let open = demarche_open_elements(document, parser)
        guard open <= HTMLLimits.openElements else {
            throw Self.tooComplex(path, "more than \(HTMLLimits.openElements) elements stand inside each other")
        }
        guard demarche_formatting_elements(parser) <= HTMLLimits.formattingElements else {
            throw Self.tooComplex(path, "more than \(HTMLLimits.formattingElements) formatting tags are not closed")
        }
        guard demarche_pending_attributes(parser, HTMLLimits.attributes + 1) <= HTMLLimits.attributes else {
            throw Self.tooComplex(path, "one tag has more than \(HTMLLimits.attributes) attributes")
        }
        guard meter.bytes(of: document) <= HTMLLimits.memory else {
            throw Self.tooComplex(path, "the parsed page takes more than \(HTMLLimits.memory >> 20) MiB")
        }
    }

    private static func tooComplex(_ path: String, _ what: String) -> Refusal {
        Refusal(
            path: path, code: .tooComplex,
            reason: "The markup is too complex: \(what). Save the article's text alone, or the page from a reader view."
        )
    }

    private static func outOfMemory(_ path: String) -> Refusal {
        Refusal(
            path: path, code: .tooComplex,
            reason: "The HTML parser found no memory for the page. Free memory, or save the article's text alone.")
    }
}

/// How many bytes the parser has taken for one document.
private struct MemoryMeter {
    private var total = 0
    private var nodes: UnsafeMutablePointer<lexbor_mem_chunk_t>?
    private var text: UnsafeMutablePointer<lexbor_mem_chunk_t>?

    mutating func bytes(of document: UnsafeMutablePointer<lxb_html_document_t>) -> Int {
        total += demarche_memory_since(demarche_node_memory(document), &nodes)
        total += demarche_memory_since(demarche_text_memory(document), &text)
        return total
    }
}
