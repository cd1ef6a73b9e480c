import CKernels

/// The part-of-speech tagger: a linear layer over the encoded rows, whose first best class wins.
struct Tagger: Sendable {
    /// Penn Treebank tags as OntoNotes has them.
    let labels: [String]
    private let layer: DenseLayer

    init(_ file: ModelFile) throws(ModelError) {
        labels = try file.strings("tagger.labels")
        guard (1...255).contains(labels.count) else { throw file.invalid("tagger.labels") }
        layer = try DenseLayer("tagger", inputs: 96, outputs: labels.count, in: file)
    }

    /// Appends the class of each of `count` rows to `tags`.
    func tag(
        _ rows: UnsafePointer<Float>, count: Int, _ kernels: kernels, scratch: FloatBuffer, into tags: inout [UInt8]
    ) {
        layer.bestClasses(rows, count: count, kernels, scratch: scratch, into: &tags)
    }
}

extension DenseLayer {
    /// Appends the first best class of each of `count` rows.
    func bestClasses(
        _ rows: UnsafePointer<Float>, count: Int, _ kernels: kernels, scratch: FloatBuffer, into classes: inout [UInt8]
    ) {
        let scores = scratch.reserve(count * width)
        apply(kernels, rows, stride: inputs, rows: count, to: scores)
        for row in 0..<count {
            let scores = scores + row * width
            var best = 0
            for label in 1..<outputs where scores[label] > scores[best] { best = label }
            classes.append(UInt8(best))
        }
    }
}
