import DemarcheRecords
import DemarcheSourceText

/// Walks a document once, without recursion, and gives its ``Page``.
struct PageWalker {
    /// What an open element does to the text inside.
    private struct Frame: OptionSet {
        let rawValue: UInt8
        static let block = Frame(rawValue: 1)
        static let link = Frame(rawValue: 2)
        static let signature = Frame(rawValue: 4)
        static let date = Frame(rawValue: 8)
    }

    private var page = Page()
    private var buffer: TextBuffer
    private var frames: [Frame] = []
    private var open: [Int] = []
    private var links = 0
    private var signatures = 0
    private var dates = 0
    private var block = PageBlock(span: TextSpan(0, 0), element: 0)

    private init(capacity: Int) { buffer = TextBuffer(capacity: capacity) }

    /// The page of `document`, whose source had `size` bytes.
    static func walk(_ document: borrowing HTMLDocument, size: Int) -> Page {
        guard let root = document.root else { return Page() }
        var walker = PageWalker(capacity: size / 4)
        walker.walk(root)
        walker.page.text = walker.buffer.bytes
        return walker.page
    }

    private mutating func walk(_ root: HTMLNode) {
        var next = root.firstChild
        while let node = next {
            if enter(node) {
                if let child = node.firstChild {
                    next = child
                    continue
                }
                leave()
            }
            next = following(node, root)
        }
        endBlock()
    }

    /// The node after `node` and its descendants, leaving the elements that end before it.
    private mutating func following(_ node: HTMLNode, _ root: HTMLNode) -> HTMLNode? {
        var node = node
        while true {
            if let next = node.next { return next }
            guard let parent = node.parent, parent != root else { return nil }
            leave()
            node = parent
        }
    }

    /// Begins a node; gives whether its children are to be read.
    private mutating func enter(_ node: HTMLNode) -> Bool {
        if node.isText {
            append(node.text)
            return false
        }
        guard node.isElement else { return false }
        let attributes = node.attributes
        page.facts.read(node, attributes, inside: open.last ?? 0)
        switch Tag.layout(node.tag) {
        case .skipped: return false
        case .lineBreak:
            if buffer.breakLine() { endBlock() }
            return false
        case .inline: return enterInline(node, attributes)
        case .block: return enterBlock(node, attributes)
        }
    }

    private mutating func enterBlock(_ node: HTMLNode, _ attributes: HTMLAttributes) -> Bool {
        var element = PageElement(tag: node.tag, parent: open.last, end: 0)
        guard ElementReader.read(attributes, into: &element) else { return false }
        endBlock()
        open.append(page.elements.count)
        page.elements.append(element)
        frames.append(.block)
        return true
    }

    private mutating func enterInline(_ node: HTMLNode, _ attributes: HTMLAttributes) -> Bool {
        var frame: Frame = node.tag == Tag.a ? .link : node.tag == Tag.time ? .date : []
        if !attributes.isEmpty {
            var element = PageElement(tag: node.tag, parent: open.last, end: 0)
            guard ElementReader.read(attributes, into: &element) else { return false }
            if element.marks.contains(.credit), isInFigure { return enterBlock(node, attributes) }
            if element.marks.contains(.byline) { frame.insert(.signature) }
            if element.marks.contains(.date) { frame.insert(.date) }
        }
        frames.append(frame)
        count(frame, 1)
        return true
    }

    private var isInFigure: Bool {
        var index = open.last
        while let element = index {
            if page.elements[element].marks.contains(.figure) { return true }
            index = page.elements[element].parent
        }
        return false
    }

    private mutating func leave() {
        guard let frame = frames.popLast() else { return }
        guard frame.contains(.block) else { return count(frame, -1) }
        endBlock()
        guard let element = open.popLast() else { return }
        page.elements[element].end = page.elements.count
    }

    private mutating func count(_ frame: Frame, _ change: Int) {
        if frame.contains(.link) { links += change }
        if frame.contains(.signature) { signatures += change }
        if frame.contains(.date) { dates += change }
    }

    private mutating func append(_ run: UnsafeBufferPointer<UInt8>) {
        guard let element = open.last else { return }
        let added = buffer.append(run)
        guard added > 0 else { return }
        if links > 0 { block.linked += added }
        if dates > 0 { block.dated += added }
        guard signatures > 0 else { return }
        block.signed += added
        page.facts.authors.append((TextSpan(buffer.bytes.count - added, buffer.bytes.count), element))
    }

    private mutating func endBlock() {
        guard let range = buffer.endBlock(), let element = open.last else { return }
        block.span = TextSpan(range.lowerBound, range.upperBound)
        block.element = element
        page.blocks.append(block)
        block = PageBlock(span: TextSpan(0, 0), element: 0)
    }
}
