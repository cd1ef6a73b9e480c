import DemarcheRecords
import DemarcheSourceText

/// Tells for every block of a page which part of the article it is, or why it is not the article.
struct BlockClassifier {
    /// How many bytes an element may hold for its class to be believed; what holds more is wrapped around something.
    private static let believed: [(PageElement.Marks, Int)] = [
        (.standfirst, 700), (.summary, 700), (.byline, 300), (.date, 150), (.credit, 300), (.caption, 1_500),
        (.figure, 3_000), (.header, 2_000),
    ]
    private static let furnitureCharacters = 200, labelBytes = 80, standfirstBytes = 700, bylineBytes = 160
    /// A shorter `h2` under the headline is the title of a list.
    private static let secondHeadingBytes = 40

    private let page: Page
    private let content: MainContent
    private let headline: Int?
    private let marks: [PageElement.Marks]
    /// How many bytes every element holds, and how many of them stand in links.
    private let sizes: [Int]
    private let linked: [Int]
    /// The blocks from the headline to the beginning of the main content, which belong to the article.
    private let lead: Range<Int>
    private var hasHeadline = false
    private var hasStandfirst = false
    private var hasParagraph = false
    private var hasTextSinceHeadline = false

    init(_ page: Page, _ content: MainContent, headline: Int?) {
        self.page = page
        self.content = content
        self.headline = headline
        sizes = Self.sums(page) { $0.span.count }
        linked = Self.sums(page) { $0.linked }
        marks = Self.inheritedMarks(page, sizes)
        lead = Self.lead(page, content, headline)
    }

    /// The blocks in text order.
    static func blocks(of page: Page, _ content: MainContent, headline: Int?) -> [Block] {
        var classifier = Self(page, content, headline: headline)
        return page.blocks.enumerated().map { classifier.classify($1, at: $0) }
    }

    private mutating func classify(_ block: PageBlock, at index: Int) -> Block {
        let (kind, reason) = kind(of: block, at: index)
        switch kind {
        case .headline: hasHeadline = true
        case .standfirst: hasStandfirst = true
        case .paragraph, .quotation: hasParagraph = true
        default: break
        }
        if hasHeadline, kind == .paragraph || kind == .heading { hasTextSinceHeadline = true }
        return Block(kind, block.span, reason: reason)
    }

    private func kind(of block: PageBlock, at index: Int) -> (Block.Kind, Block.Reason?) {
        if isHeadline(block) { return (.headline, nil) }
        let isMain = content.holds(block)
        let reason = content.reasons[block.element]
        guard isMain || lead.contains(index) else { return (.boilerplate, reason ?? .navigation) }
        if isMain, let reason { return (.boilerplate, reason) }
        if let kind = markedKind(block) { return kind }
        guard isMain else { return (.boilerplate, reason ?? .navigation) }
        if isLabel(block) { return (.boilerplate, .navigation) }
        if isLink(block), !isLinkInText(block, at: index) { return (.boilerplate, .related) }
        if let reason = wording(block) { return (.boilerplate, reason) }
        return (plainKind(block), nil)
    }

    /// The kind that class, itemprop and element give.
    private func markedKind(_ block: PageBlock) -> (Block.Kind, Block.Reason?)? {
        let marks = marks[block.element]
        if marks.contains(.figure), marks.contains(.credit) { return (.boilerplate, .credit) }
        if !marks.isDisjoint(with: [.figure, .caption]) || namesPicture(block) { return (.caption, nil) }
        if isStandfirst(block, marks) { return (.standfirst, nil) }
        return isByline(block, marks) ? (.byline, nil) : nil
    }

    /// A line that closes with the source of its picture: `The harbour at noon (Image: J. Oduya)`.
    private func namesPicture(_ block: PageBlock) -> Bool {
        let bytes = page.text[block.span.start..<block.span.end]
        guard bytes.last == UInt8(ascii: ")"), bytes.count < 300, let open = bytes.lastIndex(of: UInt8(ascii: "("))
        else {
            return false
        }
        let source = String(decoding: bytes[open...].dropFirst().prefix(12), as: UTF8.self).lowercased()
        return ["image:", "image credit", "photo:", "photo by", "picture:", "pic:"].contains(where: source.hasPrefix)
    }

    private func plainKind(_ block: PageBlock) -> Block.Kind {
        if Tag.isHeading(page.elements[block.element].tag) { return .heading }
        return marks[block.element].contains(.quotation) ? .quotation : .paragraph
    }

    private func isHeadline(_ block: PageBlock) -> Bool {
        guard let headline else { return false }
        return headline <= block.element && block.element < page.elements[headline].end
    }

    private func isStandfirst(_ block: PageBlock, _ marks: PageElement.Marks) -> Bool {
        guard block.span.count < Self.standfirstBytes, !hasParagraph, !hasTextSinceHeadline else { return false }
        if marks.contains(.standfirst) { return hasHeadline || headline == nil }
        guard hasHeadline, !hasStandfirst else { return false }
        let isSecondHeading = page.elements[block.element].tag == Tag.h2 && block.span.count >= Self.secondHeadingBytes
        return marks.contains(.summary) || isSecondHeading
    }

    private func isByline(_ block: PageBlock, _ marks: PageElement.Marks) -> Bool {
        guard block.span.count < Self.bylineBytes else { return false }
        let saysBy = page.string(block).lowercased().hasPrefix("by ")
        if marks.contains(.byline) || block.signed * 2 > block.span.count {
            return (saysBy || block.signed > 0 || !holdsYear(block)) && wording(block) == nil
        }
        return saysBy && !hasParagraph && block.span.count < Self.labelBytes && !endsSentence(block)
    }

    /// A short line that is no sentence: a section's name before the headline, a date, what stands in the header.
    private func isLabel(_ block: PageBlock) -> Bool {
        guard block.span.count < Self.labelBytes, !endsSentence(block) else { return false }
        let marks = marks[block.element]
        if marks.contains(.byline), holdsYear(block) { return true }
        if marks.contains(.header) || marks.contains(.date) || block.dated * 2 > block.span.count { return true }
        return headline != nil && !hasHeadline && !hasParagraph
    }

    /// A linked heading over text, and a linked item or cell in a list that is not all links.
    private func isLinkInText(_ block: PageBlock, at index: Int) -> Bool {
        let element = page.elements[block.element]
        if Tag.isHeading(element.tag) { return isOverText(index) }
        guard let list = list(around: block.element) else { return false }
        return linked[list] * 2 < sizes[list]
    }

    /// Whether text follows before the next heading, among the next three blocks.
    private func isOverText(_ index: Int) -> Bool {
        for next in page.blocks.dropFirst(index + 1).prefix(3) {
            if !content.holds(next) || Tag.isHeading(page.elements[next.element].tag) { return false }
            if content.reasons[next.element] == nil, !isLink(next) { return true }
        }
        return false
    }

    private func list(around element: Int) -> Int? {
        var next: Int? = element
        for _ in 0..<4 {
            guard let index = next else { return nil }
            let tag = page.elements[index].tag
            if tag == Tag.ul || tag == Tag.ol || tag == Tag.table { return index }
            next = page.elements[index].parent
        }
        return nil
    }

    private func isLink(_ block: PageBlock) -> Bool { block.linked * 10 >= block.span.count * 9 }

    private func wording(_ block: PageBlock) -> Block.Reason? {
        guard block.span.count < 4 * Self.furnitureCharacters else { return nil }
        let text = page.string(block)
        return text.count < Self.furnitureCharacters ? Furniture.reason(of: text[...]) : nil
    }

    private func endsSentence(_ block: PageBlock) -> Bool {
        let text = page.text[block.span.start..<block.span.end]
        guard let last = text.last(where: { $0 < 0x80 && $0 != 0x22 && $0 != 0x29 && $0 != 0x27 }) else { return false }
        return [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(last)
    }

    /// Whether four digits stand together, as in the date next to a byline.
    private func holdsYear(_ block: PageBlock) -> Bool {
        var digits = 0
        for byte in page.text[block.span.start..<block.span.end] {
            digits = (0x30...0x39).contains(byte) ? digits + 1 : 0
            if digits == 4 { return true }
        }
        return false
    }

    private static func lead(_ page: Page, _ content: MainContent, _ headline: Int?) -> Range<Int> {
        guard let headline, let main = content.element, headline < main,
            let start = page.blocks.firstIndex(where: { $0.element >= headline }),
            let end = page.blocks.firstIndex(where: content.holds), start < end
        else { return 0..<0 }
        return start..<end
    }

    /// The marks of every element and those around it, without those of elements that hold too much to mean them.
    private static func inheritedMarks(_ page: Page, _ sizes: [Int]) -> [PageElement.Marks] {
        var marks = page.elements.map(\.marks)
        for (index, element) in page.elements.enumerated() {
            for (mark, limit) in believed where sizes[index] > limit { marks[index].remove(mark) }
            if let parent = element.parent { marks[index].formUnion(marks[parent]) }
        }
        return marks
    }

    /// What the blocks of every element and its descendants add up to.
    private static func sums(_ page: Page, _ value: (PageBlock) -> Int) -> [Int] {
        var sums = [Int](repeating: 0, count: page.elements.count)
        for block in page.blocks { sums[block.element] += value(block) }
        for index in sums.indices.reversed() {
            if let parent = page.elements[index].parent { sums[parent] += sums[index] }
        }
        return sums
    }
}
