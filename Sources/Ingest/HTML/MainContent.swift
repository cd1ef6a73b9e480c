import DemarcheRecords
import DemarcheSourceText

/// Finds the element that holds the article.
///
/// An `articleBody` or `article` with most of the page's running text is taken at its word. Otherwise, as Arc90's
/// Readability does (2009), every paragraph votes for its parent with its length and for its grandparent with half of
/// it. From either the reader climbs to the furthest element that holds so much more that the article must go on there.
struct MainContent {
    /// What counts as running text: a paragraph of at least so many bytes outside links.
    private static let paragraphBytes = 40
    /// An element is wrapped around the article, whatever its class says, when it holds more than half of all text.
    private static let wrapperShare = 0.5
    /// How much of the running text `articleBody` and `article` must hold to be believed.
    private static let bodyShare = 0.4, articleShare = 0.5
    /// An element around it with so many times the text is the article, and what was found is one section of it. 1.2
    /// costs 0.1 points of F1 on both sets of `Docs/ingest.md`.
    private static let sectionFactor = 1.5

    /// The element that holds the article, nil when the page has no running text.
    private(set) var element: Int?
    /// For every element why it is not the article, by itself or by what stands around it inside the article.
    private(set) var reasons: [Block.Reason?]
    private let page: Page

    init(_ page: Page) {
        self.page = page
        reasons = page.elements.map(\.reason)
        markTeasers()
        dropWrappers(Self.totals(page) { _ in true })
        let inherited = inherit(from: nil)
        let totals = Self.totals(page) { inherited[$0] == nil }
        let net = Self.net(page, totals) { inherited[$0] == nil }
        element = select(totals, net, inherited)
        reasons = inherit(from: element)
    }

    func holds(_ block: PageBlock) -> Bool {
        guard let element else { return false }
        return element <= block.element && block.element < page.elements[element].end
    }

    /// How much running text `block` holds.
    private static func weight(_ block: PageBlock, _ page: Page) -> Int {
        let element = page.elements[block.element]
        let free = block.span.count - block.linked
        guard free >= paragraphBytes, block.linked <= free, !Tag.isHeading(element.tag),
            !element.marks.contains(.caption)
        else { return 0 }
        return free
    }

    /// The running text of every element with its descendants, from blocks in elements that are `included`.
    private static func totals(_ page: Page, _ included: (Int) -> Bool) -> [Int] {
        var totals = [Int](repeating: 0, count: page.elements.count)
        for block in page.blocks where included(block.element) { totals[block.element] += weight(block, page) }
        for index in totals.indices.reversed() {
            if let parent = page.elements[index].parent { totals[parent] += totals[index] }
        }
        return totals
    }

    /// The running text of every element less the text of its links that stand by themselves: lists of links speak
    /// against an element.
    private static func net(_ page: Page, _ totals: [Int], _ included: (Int) -> Bool) -> [Int] {
        var links = [Int](repeating: 0, count: page.elements.count)
        for block in page.blocks where included(block.element) && block.linked * 2 > block.span.count {
            links[block.element] += block.linked
        }
        for index in links.indices.reversed() {
            if let parent = page.elements[index].parent { links[parent] += links[index] }
        }
        return zip(totals, links).map { $0 - $1 }
    }

    /// An item of a list under a heading that is a link tells of another article.
    private mutating func markTeasers() {
        for block in page.blocks where block.linked * 10 >= block.span.count * 9 {
            guard Tag.isHeading(page.elements[block.element].tag), let item = item(around: block.element) else {
                continue
            }
            if reasons[item] == nil { reasons[item] = .related }
        }
    }

    /// The `li` around an element, at most five elements out.
    private func item(around element: Int) -> Int? {
        var next = page.elements[element].parent
        for _ in 0..<5 {
            guard let index = next else { return nil }
            if page.elements[index].tag == Tag.li { return index }
            next = page.elements[index].parent
        }
        return nil
    }

    private mutating func dropWrappers(_ totals: [Int]) {
        let all = Double(totals.first ?? 0)
        for (index, element) in page.elements.enumerated() where element.isNamedOnly || element.tag == Tag.li {
            let isWrapper = Double(totals[index]) > Self.wrapperShare * all
            if isWrapper, element.reason != .comments || holdsHeadline(index) { reasons[index] = nil }
        }
    }

    private func holdsHeadline(_ index: Int) -> Bool {
        (index..<page.elements[index].end).contains { page.elements[$0].tag == Tag.h1 }
    }

    /// Reasons handed down to descendants; what stands around `main`, and main itself, hands nothing down to it.
    private func inherit(from main: Int?) -> [Block.Reason?] {
        var inherited = reasons
        for (index, element) in page.elements.enumerated() {
            if let main, index <= main, main < element.end {
                inherited[index] = nil
            } else if let parent = element.parent, inherited[index] == nil {
                inherited[index] = inherited[parent]
            }
        }
        return inherited
    }

    private func select(_ totals: [Int], _ net: [Int], _ inherited: [Block.Reason?]) -> Int? {
        guard let all = totals.first, all > 0 else { return nil }
        let body = largest(totals, { $0.marks.contains(.articleBody) }, Self.bodyShare)
        if let named = body ?? largest(totals, { $0.tag == Tag.article }, Self.articleShare) {
            return climb(from: named, net)
        }
        let main = largest(totals, { $0.marks.contains(.main) }, Self.articleShare)
        return vote(within: main, inherited).map { climb(from: $0, net) }
    }

    /// The element of a kind with the most running text, when that is the given share of the page's.
    private func largest(_ totals: [Int], _ isCandidate: (PageElement) -> Bool, _ share: Double) -> Int? {
        var best: Int?
        for (index, element) in page.elements.enumerated() where isCandidate(element) {
            if totals[index] > best.map({ totals[$0] }) ?? 0 { best = index }
        }
        return best.flatMap { Double(totals[$0]) >= share * Double(totals[0]) ? $0 : nil }
    }

    private func vote(within main: Int?, _ inherited: [Block.Reason?]) -> Int? {
        var votes = [Int](repeating: 0, count: page.elements.count)
        for block in page.blocks where inherited[block.element] == nil {
            let weight = Self.weight(block, page)
            guard weight > 0 else { continue }
            let isParagraph = page.elements[block.element].tag == Tag.p
            let parent = isParagraph ? page.elements[block.element].parent ?? block.element : block.element
            votes[parent] += weight
            if let grandparent = page.elements[parent].parent { votes[grandparent] += weight / 2 }
        }
        let range = main.map { $0..<page.elements[$0].end } ?? votes.indices
        return range.max { votes[$0] < votes[$1] }
    }

    /// The furthest element around `element` that holds so much more that the article must go on outside.
    private func climb(from element: Int, _ net: [Int]) -> Int {
        var (element, next) = (element, page.elements[element].parent)
        while let parent = next, page.elements[parent].tag != Tag.html {
            if Double(net[parent]) >= Self.sectionFactor * Double(net[element]) { element = parent }
            next = page.elements[parent].parent
        }
        return element
    }
}
