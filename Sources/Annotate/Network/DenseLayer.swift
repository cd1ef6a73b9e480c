import CKernels

/// A dense layer whose weights lie packed in the model file: see `CKernels.h`.
struct DenseLayer: Sendable {
    let inputs: Int
    /// The outputs that count; ``width`` are written.
    let outputs: Int
    private let panels: Int
    private let weights: MappedNumbers<Float>
    private let bias: MappedNumbers<Float>

    /// The distance between two rows of output: the outputs padded to whole panels.
    var width: Int { panels * Int(KERNEL_PANEL) }

    /// The sections `name.w` and `name.b`.
    init(_ name: String, inputs: Int, outputs: Int, in file: ModelFile) throws(ModelError) {
        self.inputs = inputs
        self.outputs = outputs
        panels = Self.panels(outputs)
        let columns = panels * Int(KERNEL_PANEL)
        weights = try file.numbers(name + ".w", of: Float.self, count: columns * inputs)
        bias = try file.numbers(name + ".b", of: Float.self, count: columns)
    }

    static func panels(_ outputs: Int) -> Int { (outputs + Int(KERNEL_PANEL) - 1) / Int(KERNEL_PANEL) }

    /// The layer's outputs for `rows` rows of `input` at a distance of `stride`.
    @inline(__always)
    func apply(
        _ kernels: kernels, _ input: UnsafePointer<Float>, stride: Int, rows: Int,
        to output: UnsafeMutablePointer<Float>
    ) {
        kernels.dense(input, stride, rows, weights.pointer, inputs, panels, bias.pointer, output, width)
    }

    /// The bias of the outputs from `start` on.
    func bias(from start: Int) -> UnsafePointer<Float> { bias.pointer + start }

    /// Rows of weights, one an output, in the order of the kernels, with their biases; padded with zeros.
    static func packed(_ rows: [[Float]], bias: [Float]) -> (weights: [Float], bias: [Float]) {
        let (panel, inputs) = (Int(KERNEL_PANEL), rows.first?.count ?? 0)
        var weights = [Float](repeating: 0, count: panels(rows.count) * panel * inputs)
        for (output, row) in rows.enumerated() {
            let base = output / panel * panel * inputs + output % panel
            for (input, weight) in row.enumerated() { weights[base + input * panel] = weight }
        }
        return (weights, bias + [Float](repeating: 0, count: panels(rows.count) * panel - bias.count))
    }
}

/// Memory for floats that grows and is never copied when it does.
final class FloatBuffer {
    private(set) var pointer: UnsafeMutablePointer<Float>
    private var count: Int

    init(_ count: Int) {
        self.count = count
        pointer = Self.allocate(count)
    }

    deinit { pointer.deallocate() }

    /// At least `count` floats; what was in them may be gone.
    func reserve(_ count: Int) -> UnsafeMutablePointer<Float> {
        if count > self.count {
            pointer.deallocate()
            self.count = count + count / 2
            pointer = Self.allocate(self.count)
        }
        return pointer
    }

    private static func allocate(_ count: Int) -> UnsafeMutablePointer<Float> {
        let raw = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Float>.stride, alignment: 64)
        let pointer = raw.bindMemory(to: Float.self, capacity: count)
        pointer.initialize(repeating: 0, count: count)
        return pointer
    }
}
