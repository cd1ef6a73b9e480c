import DemarcheRecords
import DemarcheSourceText

/// A page as one walk over its document gives it: visible text in blocks, the elements that divide it, and what the
/// markup says about the article. Nothing is judged yet.
struct Page {
    /// The visible text in UTF-8, blocks parted by an empty line.
    var text: [UInt8] = []
    var blocks: [PageBlock] = []
    /// Block-level elements in document order, so that an element's descendants follow it directly.
    var elements: [PageElement] = []
    var facts = PageFacts()

    func string(_ span: TextSpan) -> String { String(decoding: text[span.start..<span.end], as: UTF8.self) }
    func string(_ block: PageBlock) -> String { string(block.span) }
}

/// A stretch of text that no block-level element interrupts.
struct PageBlock {
    var span: TextSpan
    /// The innermost block-level element, as an index into ``Page/elements``.
    var element: Int
    /// How many bytes stand in links, in marked authors' names and in dates.
    var linked = 0
    var signed = 0
    var dated = 0
}

/// A block-level element with what its own tag and attributes tell.
struct PageElement {
    var tag: UInt
    var parent: Int?
    /// The index after its last descendant.
    var end: Int
    /// Why it would not be the article, and whether only its class or id says so.
    var reason: Block.Reason?
    var isNamedOnly = false
    var marks: Marks = []

    /// What an element is in the article; its descendants are it too.
    struct Marks: OptionSet {
        let rawValue: UInt16
        static let standfirst = Marks(rawValue: 1 << 0)
        /// Words such as `summary`, which mean a standfirst only next to the headline.
        static let summary = Marks(rawValue: 1 << 1)
        static let byline = Marks(rawValue: 1 << 2)
        static let caption = Marks(rawValue: 1 << 3)
        static let credit = Marks(rawValue: 1 << 4)
        static let quotation = Marks(rawValue: 1 << 5)
        static let figure = Marks(rawValue: 1 << 6)
        static let header = Marks(rawValue: 1 << 7)
        static let date = Marks(rawValue: 1 << 8)
        static let articleBody = Marks(rawValue: 1 << 9)
        static let main = Marks(rawValue: 1 << 10)
    }
}
