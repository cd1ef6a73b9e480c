import CKernels

/// The stand-alone sentence splitter: a small encoder of its own and two classes. Cheaper than the parser, less exact.
struct Senter: Sendable {
    let encoder: Encoder
    private let layer: DenseLayer

    init(_ file: ModelFile, vectors: StaticVectors?) throws(ModelError) {
        encoder = try Encoder("senter.tok2vec", vectors: vectors, in: file)
        layer = try DenseLayer("senter", inputs: encoder.width, outputs: 2, in: file)
    }

    /// Appends, for each of `count` rows, 1 where a sentence starts.
    func classes(
        _ rows: UnsafePointer<Float>, count: Int, _ kernels: kernels, scratch: FloatBuffer, into classes: inout [UInt8]
    ) {
        layer.bestClasses(rows, count: count, kernels, scratch: scratch, into: &classes)
    }
}
