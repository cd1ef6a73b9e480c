internal import DemarcheStore
internal import Foundation

/// Words, and whether they are what was sought.
package struct TextPiece: Equatable {
    package let text: String
    package let isHit: Bool

    /// `text` cut at every place where one of `words` stands, in any case. Linear in the text for each word.
    package static func pieces(_ text: String, marking words: [String]) -> [TextPiece] {
        var hits: [Range<String.Index>] = []
        for word in words where !word.isEmpty {
            var rest = text.startIndex..<text.endIndex
            while let hit = text.range(of: word, options: [.caseInsensitive, .diacriticInsensitive], range: rest),
                !hit.isEmpty
            {
                hits.append(hit)
                rest = hit.upperBound..<text.endIndex
            }
        }
        return cut(text, at: hits.sorted { $0.lowerBound < $1.lowerBound })
    }

    private static func cut(_ text: String, at hits: [Range<String.Index>]) -> [TextPiece] {
        var pieces: [TextPiece] = []
        var end = text.startIndex
        for hit in hits where hit.lowerBound >= end {
            if hit.lowerBound > end { pieces.append(TextPiece(text: String(text[end..<hit.lowerBound]), isHit: false)) }
            pieces.append(TextPiece(text: String(text[hit]), isHit: true))
            end = hit.upperBound
        }
        if end < text.endIndex { pieces.append(TextPiece(text: String(text[end...]), isHit: false)) }
        return pieces
    }

    /// The pieces of a snippet of the full-text index, in which hits stand between signs of their own.
    package static func pieces(snippet: String) -> [TextPiece] {
        var pieces: [TextPiece] = []
        for part in snippet.split(separator: Character(DemarcheStore.Passage.open), omittingEmptySubsequences: false) {
            let halves = part.split(
                separator: Character(DemarcheStore.Passage.close), maxSplits: 1, omittingEmptySubsequences: false)
            if halves.count == 2 { pieces.append(TextPiece(text: String(halves[0]), isHit: true)) }
            if let rest = halves.last, !rest.isEmpty { pieces.append(TextPiece(text: String(rest), isHit: false)) }
        }
        return pieces
    }
}
