internal import CXML
import DemarcheRecords

/// Reads XML into a ``FeedElement``, well-formed or not: libxml2 mends what does not nest, and what it would stumble over is
/// mended before: letters by HTML's names, a lone `&`, control characters.
enum FeedXML {
    /// The root; nil when there is none.
    ///
    /// - Throws: ``Refusal`` with `tooComplex` when a tag has more attributes than ``HTMLLimits/attributes``.
    static func root(_ utf8: [UInt8], path: String) throws(Refusal) -> FeedElement? {
        var builder = FeedTreeBuilder()
        let mended = mended(utf8)
        guard !hasTagOfManyAttributes(mended) else {
            throw Refusal(
                path: path, code: .tooComplex,
                reason: "one tag has more than \(HTMLLimits.attributes) attributes; write the feed anew")
        }
        let isRead = mended.withUnsafeBytes { buffer in
            withUnsafeMutablePointer(to: &builder) { builder in
                demarche_xml_walk(
                    buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, FeedTreeBuilder.handlers, builder)
            }
        }
        return isRead == 0 ? nil : builder.root
    }

    /// libxml2 compares each attribute of a tag with all before it.
    private static func hasTagOfManyAttributes(_ utf8: [UInt8]) -> Bool {
        var (count, isInTag, isOpening) = (0, false, false)
        for byte in utf8 {
            if isOpening { isInTag = byte != UInt8(ascii: "!") }
            isOpening = byte == UInt8(ascii: "<")
            if byte == UInt8(ascii: ">") { isInTag = false }
            count = isInTag ? count + (byte == UInt8(ascii: "=") ? 1 : 0) : 0
            if count > HTMLLimits.attributes { return true }
        }
        return false
    }

    // MARK: Mending

    private static func mended(_ utf8: [UInt8]) -> [UInt8] {
        var mended: [UInt8] = []
        mended.reserveCapacity(utf8.count + 64)
        var sections = FeedSections()
        var rest = utf8.drop { $0 <= 0x20 }
        while let byte = rest.first {
            if byte == 0x3C, let end = sections.end(of: rest) {
                if !rest.starts(with: FeedSections.comment) { mended += rest[..<end].filter(isAllowed) }
                rest = rest[end...]
            } else if byte == 0x3C, rest.starts(with: FeedSections.comment) {
                // libxml2 would look for the end of each one anew, through all the rest.
                mended += "&lt;".utf8
                rest = rest.dropFirst()
            } else if byte == 0x26 {
                reference(&rest, &mended)
            } else {
                if isAllowed(byte) { mended.append(byte) }
                rest = rest.dropFirst()
            }
        }
        return mended
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// Takes a reference: XML's own and numbers stay, HTML's names become numbers, what the document may have declared
    /// stays, and a `&` that begins none is written as one.
    private static func reference(_ rest: inout ArraySlice<UInt8>, _ mended: inout [UInt8]) {
        let name = rest.dropFirst().prefix(32).prefix {
            $0 == 0x23 || $0 &- 0x30 < 10 || $0 &- 0x41 < 26 || $0 &- 0x61 < 26
        }
        let end = name.endIndex
        rest = rest.dropFirst()
        guard !name.isEmpty, end < rest.endIndex, rest[end] == 0x3B else {
            mended += "&amp;".utf8
            return
        }
        let word = String(decoding: name, as: UTF8.self)
        rest = rest[(end + 1)...]
        if ["amp", "lt", "gt", "quot", "apos"].contains(word) || word.hasPrefix("#") {
            mended += "&\(word);".utf8
        } else if case let scalar = demarche_html_entity(word), scalar > 0 {
            mended += "&#\(scalar);".utf8
        } else {
            mended += "&\(word);".utf8
        }
    }
}

/// Sections of CDATA and comments, in which `&` is a letter.
private struct FeedSections {
    static let comment = Array("<!--".utf8)
    private static let kinds = [("<![CDATA[", Array("]]>".utf8)), ("<!--", Array("-->".utf8))]
    /// Kinds of which no further end was found: looking again and again would take time in the square of the length.
    private var unclosed: Set<String> = []

    /// Where the section ends that `rest` begins with; nil where none begins, or where it has no end.
    mutating func end(of rest: ArraySlice<UInt8>) -> Int? {
        for (start, end) in Self.kinds where !unclosed.contains(start) && rest.starts(with: start.utf8) {
            var place = rest.startIndex + start.utf8.count
            while let next = rest[place...].firstIndex(of: end[0]) {
                if rest[next...].starts(with: end) { return next + end.count }
                place = next + 1
            }
            unclosed.insert(start)
        }
        return nil
    }
}

/// Builds the tree of what libxml2 walks over.
private struct FeedTreeBuilder {
    private var open: [FeedElement] = []
    private(set) var root: FeedElement?

    private mutating func start(_ name: String) { open.append(FeedElement(name: name)) }

    private mutating func addAttribute(_ name: String, _ value: String) {
        if !open.isEmpty { open[open.count - 1].attributes[name] = value }
    }

    private mutating func addText(_ text: String) {
        if !open.isEmpty { open[open.count - 1].nodes.append(.text(text)) }
    }

    private mutating func end() {
        guard let element = open.popLast() else { return }
        if open.isEmpty { root = element } else { open[open.count - 1].nodes.append(.element(element)) }
    }

    static let handlers = demarche_xml_handlers(
        start: { builder($0)?.pointee.start(FeedTreeBuilder.name($1, $2, $3)) },
        attribute: { builder($0)?.pointee.addAttribute(FeedTreeBuilder.name($1, $2, $3), FeedTreeBuilder.string($4)) },
        text: { builder($0)?.pointee.addText(FeedTreeBuilder.string($1)) },
        end: { builder($0)?.pointee.end() })

    private static func builder(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<FeedTreeBuilder>? {
        context?.assumingMemoryBound(to: FeedTreeBuilder.self)
    }

    private static func name(
        _ local: UnsafePointer<CChar>?, _ space: UnsafePointer<CChar>?, _ prefix: UnsafePointer<CChar>?
    ) -> String {
        FeedNamespaces.name(
            string(local).lowercased(), namespace: space.map { String(cString: $0) },
            prefix: prefix.map { String(cString: $0).lowercased() })
    }

    private static func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }
}
