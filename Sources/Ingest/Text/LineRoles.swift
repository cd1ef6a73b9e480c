import DemarcheRecords
import DemarcheSourceText

/// Gives every line of a plain text its part in the article.
struct LineRoles {
    let text: SourceText
    let lines: [TextSpan]
    private let words: [Substring]
    private let wordCounts: [Int]
    private let endsSentence: [Bool]

    init(text: SourceText, lines: [TextSpan]) {
        self.text = text
        self.lines = lines
        words = lines.map { text[$0] }
        wordCounts = words.map(\.wordCount)
        endsSentence = words.map(\.endsSentence)
    }

    private func isParagraph(_ index: Int) -> Bool {
        endsSentence[index] && wordCounts[index] >= 8 || wordCounts[index] > 30
    }

    func blocks() -> [Block] {
        var blocks = lines.indices.map { Block(kind(of: $0), lines[$0], reason: nil) }
        for index in lines.indices {
            if let reason = Furniture.reason(of: words[index]), blocks[index].kind != .byline {
                blocks[index] = furniture(index, reason)
            }
        }
        markStandfirst(in: &blocks)
        markTail(in: &blocks)
        markListsUnderLabels(in: &blocks)
        return blocks
    }

    private func kind(of index: Int) -> Block.Kind {
        let line = words[index]
        if index == 0 { return wordCounts[index] <= 40 && !(line.hasSuffix(".")) ? .headline : .paragraph }
        if line.hasPrefix("#") { return .heading }
        if line.hasPrefix(">") { return .quotation }
        if index <= 6, ByLine.names(in: line) != nil { return .byline }
        if DateLine.date(in: line) != nil { return .dateline }
        return isHeading(index) ? .heading : .paragraph
    }

    /// A short line without the marks of a sentence or of speech.
    private func isHeading(_ index: Int) -> Bool {
        let line = words[index]
        guard !isParagraph(index), wordCounts[index] <= 14, let last = line.last else { return false }
        return !".,;:…\"”’'»".contains(last) && line.first?.isLowercase == false && !"“\"«‘".contains(line.first ?? " ")
    }

    /// A credit under or in a picture's line makes a caption of it; elsewhere furniture is boilerplate.
    private func furniture(_ index: Int, _ reason: Block.Reason) -> Block {
        Block(.boilerplate, lines[index], reason: reason)
    }

    /// What stands between headline and body: captions before a credit line, and one sentence before furniture.
    private func markStandfirst(in blocks: inout [Block]) {
        for index in blocks.indices.prefix(8).dropFirst() where blocks[index].kind.isRead {
            if Self.photographs.first(in: Array(words[index].utf8)) != nil {
                blocks[index].kind = .caption
            } else if index + 1 < blocks.count, blocks[index + 1].reason == .credit, wordCounts[index] < 50 {
                blocks[index].kind = .caption
            }
        }
        guard blocks.count > 2, blocks[0].kind == .headline, blocks[1].kind == .paragraph, wordCounts[1] <= 40,
            blocks[2].kind == .caption || blocks[2].kind == .byline || words[2] == words[0]
        else { return }
        blocks[1].kind = .standfirst
    }

    private static let photographs = Phrases<Void>([("Photo: ", ()), ("Photo by ", ())])

    /// From the last line up to the last paragraph: all that is no sentence is furniture.
    private func markTail(in blocks: inout [Block]) {
        guard blocks.contains(where: { $0.kind == .paragraph }) else { return }
        for index in blocks.indices.reversed().dropLast() {
            if blocks[index].kind == .boilerplate { continue }
            guard !isParagraph(index), !endsSentence[index], blocks[index].kind != .quotation,
                words[index].last != "”", words[index].last != "\""
            else { return }
            blocks[index] = Block(.boilerplate, lines[index], reason: .related)
        }
    }

    /// Under a label such as `Our sponsors:` the short lines that follow are its list.
    private func markListsUnderLabels(in blocks: inout [Block]) {
        var label: Block.Reason?
        for index in blocks.indices {
            if let reason = blocks[index].reason, reason == .related || reason == .sponsor, words[index].hasSuffix(":")
            {
                label = reason
            } else if let label, !isParagraph(index), blocks[index].kind != .byline {
                blocks[index] = Block(.boilerplate, lines[index], reason: label)
            } else {
                label = nil
            }
        }
    }
}
