import DemarcheRecords
import DemarcheSourceText

/// What no single line tells, in whatever format: what is said twice, and where the outlet speaks for itself.
struct Sections {
    let text: SourceText

    func marked(_ blocks: [Block]) -> [Block] { opinionMarked(repeatsMarked(blocks)) }

    /// A headline, standfirst or caption that stands again further down is furniture of the page. Other words may stand
    /// in an article more than once: labels, cells of a table, the questions of an interview.
    private func repeatsMarked(_ blocks: [Block]) -> [Block] {
        var seen: Set<Words> = []
        return blocks.map { block in
            guard block.kind != .boilerplate, block.span.count < 400 else { return block }
            let words = Words(utf8: Array(text[block.span].utf8))
            if seen.contains(words), block.kind != .quotation {
                return Block(.boilerplate, block.span, reason: .repeat)
            }
            if block.kind == .headline || block.kind == .standfirst || block.kind == .caption { seen.insert(words) }
            return block
        }
    }

    /// The words of a block, hashed by their bytes at once.
    private struct Words: Hashable {
        let utf8: [UInt8]

        func hash(into hasher: inout Hasher) { utf8.withUnsafeBytes { hasher.combine(bytes: $0) } }
    }

    /// Under a heading such as `Our Take`, up to the next heading that is none, the outlet comments.
    private func opinionMarked(_ blocks: [Block]) -> [Block] {
        var isOpinion = blocks.first.map { isColumn(text[$0.span]) } ?? false
        return blocks.map { block in
            switch block.kind {
            case .heading: isOpinion = isLabel(text[block.span])
            case .paragraph where isOpinion: return Block(.opinion, block.span)
            default: break
            }
            return block
        }
    }

    private func isLabel(_ heading: Substring) -> Bool {
        guard heading.utf8.count < 40 else { return false }
        return Self.labels.contains(
            heading.lowercased().filter { $0.isLetter || $0 == " " }.drop { $0 == " " }.description)
    }

    private func isColumn(_ headline: Substring) -> Bool {
        let words = headline.lowercased()
        return Self.columns.contains { words.hasPrefix($0 + ":") || words.hasPrefix($0 + " |") }
    }

    private static let labels: Set<String> = [
        "our take", "our view", "our opinion", "opinion", "editorial", "comment", "commentary", "our analysis",
        "the bottom line", "why it matters", "editors note", "what we think",
    ]
    private static let columns = [
        "opinion", "editorial", "comment", "column", "commentary", "op-ed", "our view", "analysis",
    ]
}
