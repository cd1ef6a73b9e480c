import DemarcheRecords
internal import Foundation

extension UtteranceScore {
    private struct Line: Encodable {
        var act: String
        var place: String
        var words: String
        var statement: String?
        var utterance: String?
        var speaker: String?
        var state: String?
        var said: String?
        var direct: Bool?
    }

    /// A JSON object for each mark, in the order of the texts: its act, and the statement, utterance and speaker found there.
    package var predictionLines: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return mentions.compactMap { mention in
            let line = Line(
                act: mention.act, place: mention.place, words: mention.words, statement: mention.statement?.id,
                utterance: group(mention), speaker: mention.speaker, state: mention.state,
                said: mention.statement?.said?.date, direct: mention.statement.map { $0.directness == .direct })
            return (try? encoder.encode(line)).map { String(decoding: $0, as: UTF8.self) + "\n" }
        }.joined()
    }
}
