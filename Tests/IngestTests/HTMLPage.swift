import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText

/// A page written for one test, read.
struct HTMLPage {
    let reading: Reading

    init(_ html: String) throws(Refusal) { try self.init(bytes: Array(html.utf8)) }

    init(bytes: [UInt8]) throws(Refusal) { reading = try HTMLReader().read(bytes, path: "page.html") }

    /// A whole page of the invented Harbour Courier with `body` and more for its head.
    static func courier(head: String = "", body: String) throws(Refusal) -> HTMLPage {
        try HTMLPage("<!doctype html><html lang=en><head>\(head)</head><body>\(body)</body></html>")
    }

    /// The text of every block of a kind.
    func texts(_ kind: Block.Kind) -> [String] {
        reading.blocks.filter { $0.kind == kind }.map { String(reading.text[$0.span]) }
    }

    /// Why the block with this text is not the article, nil when there is none or it is the article.
    func reason(of text: String) -> Block.Reason? {
        reading.blocks.first { reading.text[$0.span] == text }?.reason
    }

    /// Two paragraphs that are long enough to be taken for an article.
    static let paragraphs = """
        <p>The ministers of Ostrava Bay and Lindholm met for three hours on Tuesday without reaching an agreement.</p>
        <p>"We shall not sign under pressure," the Lindholm minister told reporters after the talks had ended.</p>
        """
}

/// What the reader refuses `bytes` with, nil when it reads them.
func refusal(of bytes: [UInt8]) -> Refusal? {
    do {
        _ = try HTMLReader().read(bytes, path: "page.html")
        return nil
    } catch { return error }
}
