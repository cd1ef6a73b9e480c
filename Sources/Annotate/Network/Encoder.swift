import CKernels

/// The tok2vec network: hash embeddings of a token's features, mixed, then convolutions over a window of three tokens, each
/// with maxout, layer normalisation and a residual connection (Honnibal 2017; spaCy's MultiHashEmbed and MaxoutWindowEncoder).
///
/// In front of and behind a text stand rows of zeros that the layers change as they change tokens.
struct Encoder: Sendable {
    let width: Int
    /// How many convolutions there are: a token's row depends on so many tokens to either side.
    let reach: Int
    let pad: Int
    private let mixPieces: Int
    private let pieces: Int
    private let embeddings: [HashEmbedding]
    private let vectorLayer: DenseLayer?
    private let vectors: StaticVectors?
    private let mix: DenseLayer
    /// The first convolution in three parts: see ``ModelConversion``.
    private let window: DenseLayer
    private let convolutions: [DenseLayer]
    private let norms: [LayerNorm]

    init(_ name: String, vectors: StaticVectors?, in file: ModelFile) throws(ModelError) {
        let shape = try file.numbers("\(name).shape", of: Int32.self, count: 5)
        (width, mixPieces, pieces) = (Int(shape[0]), Int(shape[1]), Int(shape[2]))
        (reach, pad) = (Int(shape[3]), Int(shape[4]))
        guard width > 0, width % 16 == 0, width <= 1024, (1...8).contains(mixPieces), (1...8).contains(pieces),
            (1...8).contains(reach), pad >= reach, pad <= 16, width * pieces % Int(KERNEL_PANEL) == 0,
            width * max(pieces, mixPieces) <= EncoderState.widest
        else { throw file.invalid("\(name).shape") }
        embeddings = try Self.embeddings(name, width: width, file)
        let hasVectors = file.has("\(name).vectors.w")
        guard !hasVectors || vectors != nil else { throw file.invalid("vectors.keys") }
        self.vectors = hasVectors ? vectors : nil
        vectorLayer =
            hasVectors
            ? try DenseLayer("\(name).vectors", inputs: StaticVectors.width, outputs: width, in: file) : nil
        let inputs = (embeddings.count + (hasVectors ? 1 : 0)) * width
        mix = try DenseLayer("\(name).layer.0", inputs: inputs, outputs: mixPieces * width, in: file)
        window = try DenseLayer("\(name).window", inputs: width, outputs: 3 * pieces * width, in: file)
        var convolutions: [DenseLayer] = []
        var norms: [LayerNorm] = []
        for layer in 0...reach {
            norms.append(try LayerNorm(name, layer: layer, width: width, in: file))
            guard layer > 1 else { continue }
            convolutions.append(
                try DenseLayer("\(name).layer.\(layer)", inputs: 3 * width, outputs: pieces * width, in: file))
        }
        (self.convolutions, self.norms) = (convolutions, norms)
    }

    private static func embeddings(
        _ name: String, width: Int, _ file: ModelFile
    ) throws(ModelError) -> [HashEmbedding] {
        var embeddings: [HashEmbedding] = []
        for (index, line) in try file.strings("\(name).tables").enumerated() {
            let fields = line.split(separator: " ")
            guard fields.count == 3, let feature = Lexeme.Feature(rawValue: String(fields[0])),
                let seed = UInt64(fields[1]), let rows = Int(fields[2])
            else { throw file.invalid("\(name).tables") }
            embeddings.append(
                try HashEmbedding(
                    "\(name).table.\(index)", feature: feature, seed: seed, rows: rows, width: width, in: file))
        }
        guard !embeddings.isEmpty else { throw file.invalid("\(name).tables") }
        return embeddings
    }

    // MARK: types of tokens

    /// So many floats are kept for a type of token: its mixed embedding and its three parts in the first convolution.
    var typeSize: Int { width + window.width }

    /// Works out what depends on a token's features alone, for several types at once: reading the weights is what costs.
    func encode(
        _ types: [(lexeme: Lexeme, isFollowedByBlank: Bool)], _ kernels: kernels, scratch: FloatBuffer,
        to outputs: ArraySlice<UnsafeMutablePointer<Float>>
    ) {
        let count = types.count
        let inputs = mix.inputs
        let concatenated = scratch.reserve(count * (inputs + mix.width + width + window.width))
        let mixed = concatenated + count * inputs
        let normed = mixed + count * mix.width
        let windows = normed + count * width
        for (index, type) in types.enumerated() {
            embed(type.lexeme, type.isFollowedByBlank, kernels, to: concatenated + index * inputs)
        }
        mix.apply(kernels, concatenated, stride: inputs, rows: count, to: mixed)
        for index in 0..<count {
            norms[0].apply(
                kernels, mixed + index * mix.width, pieces: mixPieces, residual: nil, to: normed + index * width)
        }
        window.apply(kernels, normed, stride: width, rows: count, to: windows)
        for (index, output) in outputs.enumerated() {
            output.update(from: normed + index * width, count: width)
            (output + width).update(from: windows + index * window.width, count: window.width)
        }
    }

    /// The embeddings of a type's features side by side, then its word vector's.
    private func embed(
        _ lexeme: Lexeme, _ isFollowedByBlank: Bool, _ kernels: kernels, to concatenated: UnsafeMutablePointer<Float>
    ) {
        for (index, embedding) in embeddings.enumerated() {
            let value = lexeme.value(embedding.feature, isFollowedByBlank: isFollowedByBlank)
            embedding.embed(value, kernels, to: concatenated + index * width)
        }
        if let vectorLayer, let vectors {
            let place = concatenated + embeddings.count * width
            if let vector = vectors.vector(of: lexeme.id) {
                vectorLayer.apply(kernels, vector, stride: StaticVectors.width, rows: 1, to: place)
            } else {
                place.update(repeating: 0, count: width)
            }
        }
    }

    // MARK: rows

    /// The rows of the tokens in `range` of a text whose types are `types`, the same as when the whole text is encoded at once.
    ///
    /// The types of the tokens that lie ``reach`` around the range are asked for. The rows stand in `state` until its next use.
    func rows(
        _ range: Range<Int>, of count: Int, _ kernels: kernels, state: EncoderState,
        type: (Int) -> UnsafePointer<Float>
    ) -> UnsafePointer<Float> {
        let margin = reach - 1
        let first = range.lowerBound - margin
        let last = range.upperBound + margin
        state.reserve(rows: last - first, width: width, scratch: Self.block * pieces * width)
        encodeFirst(first..<last, count, kernels, state, type)
        for (index, convolution) in convolutions.enumerated() {
            let left = margin - index - 1
            convolve(
                convolution, norms[index + 2], (range.lowerBound - left - first)..<(range.upperBound + left - first),
                kernels, state)
        }
        return UnsafePointer(state.current + (range.lowerBound - first) * width)
    }

    /// Rows worked on at a time.
    private static let block = 96

    /// The first convolution, put together from what was worked out for each type.
    private func encodeFirst(
        _ range: Range<Int>, _ count: Int, _ kernels: kernels, _ state: EncoderState,
        _ type: (Int) -> UnsafePointer<Float>
    ) {
        let part = pieces * width
        let none = state.zeros
        let alone = window.bias(from: part)
        func at(_ token: Int) -> UnsafePointer<Float>? { token >= 0 && token < count ? type(token) : nil }
        var (before, here) = (at(range.lowerBound - 1), at(range.lowerBound))
        for token in range {
            let after = at(token + 1)
            kernels.add3(
                before.map { $0 + width } ?? none, here.map { $0 + width + part } ?? alone,
                after.map { $0 + width + 2 * part } ?? none, state.scratch, part)
            norms[1].apply(
                kernels, state.scratch, pieces: pieces, residual: here ?? none,
                to: state.current + (token - range.lowerBound) * width)
            (before, here) = (here, after)
        }
    }

    private func convolve(
        _ layer: DenseLayer, _ norm: LayerNorm, _ rows: Range<Int>, _ kernels: kernels, _ state: EncoderState
    ) {
        var row = rows.lowerBound
        while row < rows.upperBound {
            let count = min(Self.block, rows.upperBound - row)
            layer.apply(kernels, state.current + (row - 1) * width, stride: width, rows: count, to: state.scratch)
            for index in 0..<count {
                norm.apply(
                    kernels, state.scratch + index * layer.width, pieces: pieces,
                    residual: state.current + (row + index) * width, to: state.next + (row + index) * width)
            }
            row += count
        }
        state.swap()
    }
}

/// Layer normalisation behind a maxout layer.
struct LayerNorm: Sendable {
    private let width: Int
    private let gain: MappedNumbers<Float>
    private let shift: MappedNumbers<Float>

    init(_ name: String, layer: Int, width: Int, in file: ModelFile) throws(ModelError) {
        self.width = width
        gain = try file.numbers("\(name).gain.\(layer)", of: Float.self, count: width)
        shift = try file.numbers("\(name).shift.\(layer)", of: Float.self, count: width)
    }

    @inline(__always)
    func apply(
        _ kernels: kernels, _ input: UnsafePointer<Float>, pieces: Int, residual: UnsafePointer<Float>?,
        to output: UnsafeMutablePointer<Float>
    ) {
        kernels.maxout_norm(input, pieces, width, residual, gain.pointer, shift.pointer, output)
    }
}

/// The memory in which an ``Encoder`` works: two sets of rows that take turns.
final class EncoderState {
    private let first = FloatBuffer(1)
    private let second = FloatBuffer(1)
    private let scratchBuffer = FloatBuffer(1)
    /// No row of a layer's output is wider.
    static let widest = 4096
    private let zeroBuffer = FloatBuffer(widest)
    private var isSwapped = false

    func reserve(rows: Int, width: Int, scratch: Int) {
        _ = first.reserve(rows * width)
        _ = second.reserve(rows * width)
        _ = scratchBuffer.reserve(scratch)
        isSwapped = false
    }

    var current: UnsafeMutablePointer<Float> { isSwapped ? second.pointer : first.pointer }
    var next: UnsafeMutablePointer<Float> { isSwapped ? first.pointer : second.pointer }
    var scratch: UnsafeMutablePointer<Float> { scratchBuffer.pointer }
    /// As many zeros as the widest row has numbers.
    var zeros: UnsafePointer<Float> { UnsafePointer(zeroBuffer.pointer) }

    func swap() { isSwapped.toggle() }
}
