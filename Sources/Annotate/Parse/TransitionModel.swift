import CKernels

/// The network that scores the moves of a transition system: what each token contributes to each slot of the state is
/// worked out once (Chen and Manning 2014's trick, as in spaCy's parser), a state is their sum.
struct TransitionModel: Sendable {
    struct Move: Sendable {
        let action: Int
        let label: String
    }

    /// Numbers that a token contributes to one slot: two pieces of 64.
    static let slotWidth = 128

    let slots: Int
    let moves: [Move]
    private let input: DenseLayer
    private let lower: DenseLayer
    private let upper: DenseLayer
    private let bias: MappedNumbers<Float>
    private let pad: MappedNumbers<Float>

    init(_ name: String, slots: Int, in file: ModelFile) throws(ModelError) {
        self.slots = slots
        var moves: [Move] = []
        for line in try file.strings("\(name).moves") {
            let fields = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            guard fields.count == 2, let action = Int(fields[0]), (0...5).contains(action) else {
                throw file.invalid("\(name).moves")
            }
            moves.append(Move(action: action, label: String(fields[1])))
        }
        guard !moves.isEmpty, moves.count <= 255 else { throw file.invalid("\(name).moves") }
        self.moves = moves
        input = try DenseLayer("\(name).input", inputs: 96, outputs: 64, in: file)
        lower = try DenseLayer("\(name).lower", inputs: 64, outputs: slots * Self.slotWidth, in: file)
        upper = try DenseLayer("\(name).upper", inputs: 64, outputs: moves.count, in: file)
        bias = try file.numbers("\(name).bias", of: Float.self, count: Self.slotWidth)
        pad = try file.numbers("\(name).pad", of: Float.self, count: slots * Self.slotWidth)
    }

    var tokenSize: Int { lower.width }
    var hiddenSize: Int { input.width }
    var scoreSize: Int { upper.width }

    /// What `count` tokens contribute, from their encoded rows.
    func contributions(
        _ rows: UnsafePointer<Float>, stride: Int, count: Int, _ kernels: kernels, scratch: FloatBuffer,
        to output: UnsafeMutablePointer<Float>
    ) {
        let hidden = scratch.reserve(count * input.width)
        input.apply(kernels, rows, stride: stride, rows: count, to: hidden)
        lower.apply(kernels, hidden, stride: input.width, rows: count, to: output)
    }

    /// What an empty slot contributes.
    func padding(_ slot: Int) -> UnsafePointer<Float> { pad.pointer + slot * Self.slotWidth }

    /// The scores of all moves in a state whose slots hold what `filled` points at.
    @inline(__always)
    func score(
        _ filled: UnsafePointer<UnsafePointer<Float>?>, _ kernels: kernels, hidden: UnsafeMutablePointer<Float>,
        to scores: UnsafeMutablePointer<Float>
    ) {
        kernels.hidden(filled, slots, bias.pointer, hidden)
        upper.apply(kernels, hidden, stride: 64, rows: 1, to: scores)
    }
}

/// What the tokens near the reading head contribute, and the scores of a state.
///
/// Memory is bounded: a ring holds the latest tokens; those from farther back, which the stack may still hold, are worked out
/// again, with those around them, which are likely to be next.
final class TransitionScorer {
    private static let ring = 2048
    /// Tokens worked out at a time.
    static let chunk = 384

    private let model: TransitionModel
    private let kernels: kernels
    private let contributions: UnsafeMutablePointer<Float>
    private var owner = [Int32](repeating: -1, count: ring)
    /// A smaller ring for tokens that were worked out again, and for each slot of a state what one of them contributes.
    private let back: UnsafeMutablePointer<Float>
    private var backOwner = [Int32](repeating: -1, count: backRing)
    private let spill: UnsafeMutablePointer<Float>
    /// A prime, so that tokens that are asked for in turn hardly share a place.
    private static let backRing = 521
    private static let backChunk = 48
    private var filled: [UnsafePointer<Float>?]
    private var count = 0
    private let scratch = FloatBuffer(1)
    private let hidden = FloatBuffer(64)
    let scores: UnsafeMutablePointer<Float>

    init(_ model: TransitionModel, _ kernels: kernels) {
        self.model = model
        self.kernels = kernels
        contributions = .allocate(capacity: Self.ring * model.tokenSize)
        contributions.initialize(repeating: 0, count: Self.ring * model.tokenSize)
        back = .allocate(capacity: Self.backRing * model.tokenSize)
        spill = .allocate(capacity: model.slots * TransitionModel.slotWidth)
        scores = .allocate(capacity: model.scoreSize)
        scores.initialize(repeating: 0, count: model.scoreSize)
        filled = Array(repeating: nil, count: model.slots)
    }

    deinit {
        contributions.deallocate()
        back.deallocate()
        spill.deallocate()
        scores.deallocate()
    }

    /// Before the tokens of a text of `count`.
    func begin(count: Int) {
        self.count = count
        for index in owner.indices { owner[index] = -1 }
        for index in backOwner.indices { backOwner[index] = -1 }
    }

    /// Takes in the encoded rows of the tokens in `range`.
    func take(_ range: Range<Int>, _ rows: UnsafePointer<Float>, stride: Int) {
        var start = range.lowerBound
        while start < range.upperBound {
            let place = start % Self.ring
            let count = min(range.upperBound - start, Self.ring - place)
            model.contributions(
                rows + (start - range.lowerBound) * stride, stride: stride, count: count, kernels, scratch: scratch,
                to: contributions + place * model.tokenSize)
            for token in start..<start + count { owner[token % Self.ring] = Int32(token) }
            start += count
        }
    }

    /// Scores the state whose slots hold `tokens`, -1 for an empty one; `encode` gives the rows of tokens that the ring no
    /// longer holds.
    @inline(__always)
    func score(_ tokens: UnsafeBufferPointer<Int32>, encode: (Range<Int>) -> UnsafePointer<Float>) {
        filled.withUnsafeMutableBufferPointer { filled in
            guard let base = filled.baseAddress else { return }
            for slot in tokens.indices { base[slot] = contribution(of: tokens[slot], to: slot, encode) }
            model.score(UnsafePointer(base), kernels, hidden: hidden.pointer, to: scores)
        }
    }

    @inline(__always)
    private func contribution(
        of token: Int32, to slot: Int, _ encode: (Range<Int>) -> UnsafePointer<Float>
    ) -> UnsafePointer<Float> {
        if token < 0 { return model.padding(slot) }
        let place = Int(token) % Self.ring
        let offset = slot * TransitionModel.slotWidth
        if owner[place] == token { return UnsafePointer(contributions + place * model.tokenSize + offset) }
        let room = spill + slot * TransitionModel.slotWidth
        room.update(from: recalled(Int(token), encode) + offset, count: TransitionModel.slotWidth)
        return UnsafePointer(room)
    }

    /// What a token from farther back contributes.
    private func recalled(_ token: Int, _ encode: (Range<Int>) -> UnsafePointer<Float>) -> UnsafePointer<Float> {
        if backOwner[token % Self.backRing] != token {
            let range = max(0, token - Self.backChunk / 2)..<min(count, token + Self.backChunk / 2)
            let rows = encode(range)
            for (index, token) in range.enumerated() {
                let place = token % Self.backRing
                model.contributions(
                    rows + index * 96, stride: 96, count: 1, kernels, scratch: scratch,
                    to: back + place * model.tokenSize)
                backOwner[place] = Int32(token)
            }
        }
        return UnsafePointer(back + token % Self.backRing * model.tokenSize)
    }
}
