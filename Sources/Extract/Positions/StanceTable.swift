import DemarcheRecords

/// The words of `Lexicon/stances.txt`, loaded once. A reference, as ``Tree`` is.
final class StanceTable: Sendable {
    /// Stances by word, for each frame in which the word takes one.
    private let frames: [String: [String: Position.Stance]]
    private let sets: [String: Set<String>]
    private let firstWords: Set<String>

    static let english = StanceTable(PackageResources.stances_txt)

    private init(_ bytes: [UInt8]) {
        var frames: [String: [String: Position.Stance]] = [:]
        var sets: [String: Set<String>] = [:]
        for row in WordTable.rows(bytes) where row.keys.count == 2 {
            sets[row.keys[1], default: []].formUnion(row.words)
            guard let stance = Position.Stance(rawValue: row.keys[0]) else { continue }
            for word in row.words where frames[row.keys[1]]?[word] == nil {
                frames[row.keys[1], default: [:]][word] = stance
            }
        }
        (self.frames, self.sets) = (frames, sets)
        firstWords = Set(sets.values.joined().map { String($0.prefix { $0 != " " }) })
    }

    /// Whether any phrase of the table begins with this word.
    func knows(_ word: String) -> Bool { firstWords.contains(word) }

    /// The stance that a word takes in a frame; nil when it does not have the frame.
    func stance(_ word: String, _ frame: String) -> Position.Stance? { frames[frame]?[word] }

    /// Whether the word stands in the list of this name.
    func lists(_ word: String, _ list: String) -> Bool { sets[list]?.contains(word) ?? false }
}
