import DemarcheSourceText

/// What the markup says about the article, as it stands there: the first value of every name, nothing judged.
struct PageFacts {
    /// Values of `meta` by name, property or itemprop in lower case.
    var meta: [String: String] = [:]
    /// Dates of `time` and other elements by itemprop in lower case.
    var dates: [String: String] = [:]
    /// `datetime` of every `time`, with the block-level element around it.
    var times: [(datetime: String, element: Int)] = []
    /// Authors as scholarly pages name them, one `meta` each.
    var citedAuthors: [String] = []
    var canonical: String?
    var title: String?
    var language: String?
    /// The bytes of the `application/ld+json` scripts, as far as ``HTMLLimits/structuredData`` allows.
    var structuredData: [[UInt8]] = []
    private var structuredBytes = 0
    /// Where marked authors' names stand in the text, with the block-level element around them.
    var authors: [(span: TextSpan, element: Int)] = []

    /// Reads an element that speaks about the page: `meta`, `link`, `title`, `script`, `time` and `html`.
    mutating func read(_ node: HTMLNode, _ attributes: HTMLAttributes, inside element: Int) {
        switch node.tag {
        case Tag.meta: readMeta(attributes)
        case Tag.link: readLink(attributes)
        case Tag.title: if title == nil { title = Self.string(node.ownText) }
        case Tag.script: readScript(node, attributes)
        case Tag.time: readTime(attributes, element)
        case Tag.html: language = attributes.string("lang")
        default: break
        }
    }

    private mutating func readMeta(_ attributes: HTMLAttributes) {
        guard let content = attributes.string("content") else { return }
        for names in [attributes.string("property"), attributes.string("name"), attributes.string("itemprop")] {
            if names?.lowercased() == "citation_author", citedAuthors.count < 100 { citedAuthors.append(content) }
            for key in names?.lowercased().split(whereSeparator: \.isWhitespace) ?? [] where meta[String(key)] == nil {
                meta[String(key)] = content
            }
        }
    }

    private mutating func readLink(_ attributes: HTMLAttributes) {
        guard canonical == nil, attributes.string("rel")?.lowercased() == "canonical" else { return }
        canonical = attributes.string("href")
    }

    private mutating func readScript(_ node: HTMLNode, _ attributes: HTMLAttributes) {
        guard attributes.string("type")?.lowercased().contains("ld+json") == true else { return }
        let script = node.ownText
        guard structuredBytes + script.count <= HTMLLimits.structuredData else { return }
        structuredBytes += script.count
        structuredData.append(script)
    }

    private mutating func readTime(_ attributes: HTMLAttributes, _ element: Int) {
        guard let datetime = attributes.string("datetime") else { return }
        times.append((datetime, element))
        if let property = attributes.string("itemprop")?.lowercased(), dates[property] == nil {
            dates[property] = datetime
        }
    }

    private static func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
