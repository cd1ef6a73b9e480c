/// A token's head and label while a text is parsed.
struct Arc: Sendable {
    /// The token itself for a root.
    var head: Int32
    /// An index into the parser's labels.
    var label: UInt16
}

/// The moves and labels of the parser, from its model.
struct ParserModel: Sendable {
    let network: TransitionModel
    /// The labels of arcs; the first is *ROOT*.
    let labels: [String]
    /// For each move its label.
    let labelOfMove: [UInt16]
    let actionOfMove: [UInt8]
    /// For a label made by pseudo-projective encoding, `label||head's label`: the two.
    let decorated: [(label: UInt16, head: UInt16)?]

    init(_ file: ModelFile) throws(ModelError) {
        network = try TransitionModel("parser", slots: 8, in: file)
        var labels = ["ROOT"]
        func number(_ label: String) -> UInt16 {
            if let known = labels.firstIndex(of: label) { return UInt16(known) }
            labels.append(label)
            return UInt16(labels.count - 1)
        }
        labelOfMove = network.moves.map { number($0.label) }
        actionOfMove = network.moves.map { UInt8($0.action) }
        guard actionOfMove.allSatisfy({ $0 <= 4 }) else { throw file.invalid("parser.moves") }
        var decorated: [Int: (UInt16, UInt16)] = [:]
        for index in labels.indices {
            guard let bars = labels[index].firstRange(of: "||") else { continue }
            let (label, head) = (String(labels[index][..<bars.lowerBound]), String(labels[index][bars.upperBound...]))
            decorated[index] = (number(label), number(head))
        }
        self.labels = labels
        self.decorated = labels.indices.map { index in decorated[index].map { (label: $0.0, head: $0.1) } }
    }
}

/// spaCy's parser: an arc-eager transition system that can put a token back, attach anew, and break sentences
/// (Honnibal and Johnson 2015). One greedy pass; about two moves a token.
struct DependencyParser {
    private enum Action { static let shift = 0, reduce = 1, left = 2, right = 3, `break` = 4 }

    private let model: ParserModel
    private let scorer: TransitionScorer
    private let count: Int
    private var stack: [Int32] = []
    /// Tokens put back in front of the unread ones; the last is next.
    private var putBack: [Int32] = []
    private var unread = 0
    private var heads: [Int32]
    private var labels: [UInt16]
    private var startsSentence: [Bool]
    private var wasPutBack: [Bool]
    private var lastLeft: [Int32]
    private var lastRight: [Int32]
    private var previousSibling: [Int32]

    /// The arcs of a text of `count` tokens. `read` is told how far the parser is about to look, `encode` gives rows anew.
    static func arcs(
        _ model: ParserModel, _ scorer: TransitionScorer, count: Int, read: (Int) -> Void,
        encode: (Range<Int>) -> UnsafePointer<Float>
    ) -> [Arc] {
        var parser = DependencyParser(model, scorer, count)
        scorer.begin(count: count)
        parser.run(read, encode)
        return (0..<count).map { token in
            parser.heads[token] < 0
                ? Arc(head: Int32(token), label: 0) : Arc(head: parser.heads[token], label: parser.labels[token])
        }
    }

    private init(_ model: ParserModel, _ scorer: TransitionScorer, _ count: Int) {
        self.model = model
        self.scorer = scorer
        self.count = count
        heads = Array(repeating: -1, count: count)
        labels = Array(repeating: 0, count: count)
        startsSentence = Array(repeating: false, count: count)
        wasPutBack = startsSentence
        lastLeft = heads
        lastRight = heads
        previousSibling = heads
    }

    private var bufferCount: Int { count - unread + putBack.count }

    private func buffer(_ index: Int) -> Int32 {
        if index < putBack.count { return putBack[putBack.count - 1 - index] }
        let token = unread + index - putBack.count
        return token < count ? Int32(token) : -1
    }

    private func stack(_ index: Int) -> Int32 { index < stack.count ? stack[stack.count - 1 - index] : -1 }

    private mutating func run(_ read: (Int) -> Void, _ encode: (Range<Int>) -> UnsafePointer<Float>) {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 8) { slots in
            while !(stack.isEmpty && bufferCount == 0) {
                let (next, afterNext, top) = (buffer(0), buffer(1), stack(0))
                read(min(count, max(Int(next), Int(afterNext)) + 1))
                slots[0] = next
                slots[1] = afterNext
                slots[2] = top
                slots[3] = stack(1)
                slots[4] = stack(2)
                slots[5] = next >= 0 ? lastLeft[Int(next)] : -1
                slots[6] = top >= 0 ? lastLeft[Int(top)] : -1
                slots[7] = top >= 0 ? lastRight[Int(top)] : -1
                scorer.score(UnsafeBufferPointer(slots), encode: encode)
                guard let move = bestMove(next, afterNext) else {
                    stack.removeAll()
                    putBack.removeAll()
                    unread = count
                    return
                }
                apply(move, next, afterNext, top)
            }
        }
    }

    /// The best valid move, the first of equal ones.
    private func bestMove(_ next: Int32, _ afterNext: Int32) -> Int? {
        let valid = validActions(next, afterNext)
        var best: Int?
        var score = -Float.infinity
        for move in model.actionOfMove.indices where valid >> model.actionOfMove[move] & 1 == 1 {
            if best == nil || scorer.scores[move] > score {
                best = move
                score = scorer.scores[move]
            }
        }
        return best
    }

    /// A bit for every action that is allowed.
    private func validActions(_ next: Int32, _ afterNext: Int32) -> UInt8 {
        let count = bufferCount
        let isStart = next >= 0 && startsSentence[Int(next)]
        let isPutBack = next >= 0 && wasPutBack[Int(next)]
        var valid: UInt8 = 0
        if stack.isEmpty || count >= 2 && !isStart && !isPutBack { valid |= 1 << Action.shift }
        if !stack.isEmpty { valid |= 1 << Action.reduce }
        if !stack.isEmpty, count > 0, !isStart { valid |= 1 << Action.left | 1 << Action.right }
        if count >= 2, afterNext == next + 1, !startsSentence[Int(afterNext)] { valid |= 1 << Action.break }
        return valid
    }

    private mutating func apply(_ move: Int, _ next: Int32, _ afterNext: Int32, _ top: Int32) {
        switch Int(model.actionOfMove[move]) {
        case Action.shift: shift(next)
        case Action.reduce: reduce(top)
        case Action.left: attachLeft(top, to: next, model.labelOfMove[move])
        case Action.right:
            heads[Int(next)] = top
            labels[Int(next)] = model.labelOfMove[move]
            previousSibling[Int(next)] = lastRight[Int(top)]
            lastRight[Int(top)] = next
            shift(next)
        default: startsSentence[Int(afterNext)] = true
        }
    }

    private mutating func shift(_ token: Int32) {
        if putBack.isEmpty { unread += 1 } else { putBack.removeLast() }
        stack.append(token)
    }

    private mutating func reduce(_ top: Int32) {
        let isDone = heads[Int(top)] >= 0 || stack.count == 1
        stack.removeLast()
        guard !isDone else { return }
        wasPutBack[Int(top)] = true
        putBack.append(top)
    }

    /// An earlier head is replaced, and loses its last child.
    private mutating func attachLeft(_ top: Int32, to next: Int32, _ label: UInt16) {
        let (child, earlier) = (Int(top), Int(heads[Int(top)]))
        if earlier >= 0 {
            if earlier > child {
                if lastLeft[earlier] == top { lastLeft[earlier] = previousSibling[child] }
            } else if lastRight[earlier] == top {
                lastRight[earlier] = previousSibling[child]
            }
        }
        heads[child] = next
        labels[child] = label
        previousSibling[child] = lastLeft[Int(next)]
        lastLeft[Int(next)] = top
        wasPutBack[Int(next)] = false
        stack.removeLast()
    }
}
