/// What a token is to a named entity: outside, at its beginning, or inside (IOB).
package enum EntityPlace: UInt8, Sendable { case outside, begin, inside }

/// The moves and labels of the entity recognizer, from its model.
struct EntityModel: Sendable {
    enum Action { static let begin = 1, inside = 2, last = 3, unit = 4, out = 5 }

    let network: TransitionModel
    /// The types of entities; the first is empty.
    let labels: [String]
    let labelOfMove: [UInt8]
    let actionOfMove: [UInt8]

    init(_ file: ModelFile) throws(ModelError) {
        network = try TransitionModel("ner", slots: 3, in: file)
        var labels = [""]
        labelOfMove = network.moves.map { move in
            if let known = labels.firstIndex(of: move.label) { return UInt8(known) }
            labels.append(move.label)
            return UInt8(labels.count - 1)
        }
        self.labels = labels
        actionOfMove = network.moves.map { UInt8($0.action) }
        guard actionOfMove.contains(UInt8(Action.out)) else { throw file.invalid("ner.moves") }
    }
}

/// spaCy's entity recognizer: a BILUO transition system, one greedy move a token (Lample et al. 2016 for the idea). An
/// entity ends with its sentence and does not begin with white space.
struct EntityRecognizer {
    private typealias Action = EntityModel.Action

    let model: EntityModel
    let scorer: TransitionScorer

    /// The place and the type, as an index into the model's labels, of every token.
    func entities(
        count: Int, startsSentence: [Bool], isSpace: (Int) -> Bool, read: (Int) -> Void,
        encode: (Range<Int>) -> UnsafePointer<Float>
    ) -> [(place: EntityPlace, label: UInt8)] {
        scorer.begin(count: count)
        var found: [(place: EntityPlace, label: UInt8)] = Array(repeating: (.outside, 0), count: count)
        var open: (start: Int, label: UInt8)?
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3) { slots in
            for token in 0..<count {
                read(token + 1)
                slots[0] = Int32(token)
                slots[1] = open.map { Int32($0.start) } ?? -1
                slots[2] = open == nil ? -1 : Int32(token - 1)
                scorer.score(UnsafeBufferPointer(slots), encode: encode)
                let goesOn = token + 1 < count && !startsSentence[token + 1]
                guard let move = bestMove(open?.label, goesOn: goesOn, isSpace: isSpace(token)) else { continue }
                let label = model.labelOfMove[move]
                switch Int(model.actionOfMove[move]) {
                case Action.begin:
                    open = (token, label)
                    found[token] = (.begin, label)
                case Action.unit: found[token] = (.begin, label)
                case Action.inside: found[token] = (.inside, label)
                case Action.last:
                    found[token] = (.inside, label)
                    open = nil
                default: break
                }
            }
        }
        return found
    }

    private func bestMove(_ open: UInt8?, goesOn: Bool, isSpace: Bool) -> Int? {
        var best: Int?
        var score = -Float.infinity
        for move in model.actionOfMove.indices where isValid(move, open, goesOn, isSpace) {
            if best == nil || scorer.scores[move] > score {
                best = move
                score = scorer.scores[move]
            }
        }
        return best
    }

    private func isValid(_ move: Int, _ open: UInt8?, _ goesOn: Bool, _ isSpace: Bool) -> Bool {
        let label = model.labelOfMove[move]
        switch Int(model.actionOfMove[move]) {
        case Action.last: return open == label
        case Action.inside: return open == label && goesOn
        case Action.out: return open == nil
        case Action.unit: return open == nil && !isSpace && label != 0
        case Action.begin: return open == nil && !isSpace && goesOn
        default: return false
        }
    }
}
