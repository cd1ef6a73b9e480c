package import DemarcheRecords

/// A word or phrase that attributes, with what is done by saying it and the constructions in which it hands content to
/// its source.
///
/// Frames are named in the header of `Lexicon/en/cue-verbs.txt`: `that`, `wh`, `quote`, `to`, `np`, `ing`, `as`, `pred`, a
/// preposition, and the same behind `np-` where an object stands in between.
package struct CueEntry: Hashable, Sendable {
    package enum Reading: Sendable {
        /// The construction is as a rule one of speech or attitude.
        case sure
        /// It is so only now and then; more must speak for it.
        case doubtful
    }

    package let lemma: String
    package let act: Cue.Act
    private let frames: [String: Reading]

    /// How a frame is to be read with this cue; nil when the cue does not have it.
    package func reading(_ frame: String) -> Reading? { frames[frame] }
    /// Whether any of its frames is surely one of speech or attitude.
    package var isSpeech: Bool { frames.values.contains(.sure) }
    package func has(_ frame: String) -> Bool { frames[frame] != nil }

    /// Reads a row `lemma | act | frame frame? …`; nil when the act is not one of the exchange format's.
    package init?(row: [String]) {
        guard row.count == 3, let act = Cue.Act(rawValue: row[1]) else { return nil }
        lemma = row[0]
        self.act = act
        var frames: [String: Reading] = [:]
        for frame in row[2].split(separator: " ") {
            frames[frame.hasSuffix("?") ? String(frame.dropLast()) : String(frame)] =
                frame.hasSuffix("?") ? .doubtful : .sure
        }
        self.frames = frames
    }
}
