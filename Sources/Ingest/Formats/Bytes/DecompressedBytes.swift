import DemarcheRecords

/// How much packed bytes may stand for, so that a small file cannot keep the program busy for hours: ``freeBytes``, and past
/// them ``factor`` times what was read of the file so far.
final class UnpackingBudget {
    private static let freeBytes = 256 << 20
    /// Text packs to a twentieth; a page repeated over and over to a hundredth.
    private static let factor = 200
    private var given = 0

    func add(_ count: Int) { given += count }

    func isExceeded(by taken: Int) -> Bool { given > max(Self.freeBytes, Self.factor * taken) }

    func refusal(_ path: String, _ taken: Int) -> Refusal {
        Refusal(
            path: path, code: .tooLarge,
            reason: "\(taken) compressed bytes stand for \(given) or more, over \(Self.factor) times as many; "
                + "decompress the file and read that if it is no bomb")
    }
}

/// What compressed bytes stand for; several compressed streams behind each other are one.
///
/// They are bounded by an ``UnpackingBudget``. Memory holds one piece.
final class DecompressedBytes: ByteSource {
    private let source: any ByteSource
    private let compression: Compression
    private let path: String
    private var decompressor: any Decompressor
    private var input: ArraySlice<UInt8> = []
    private var taken = 0
    private let budget = UnpackingBudget()
    private var isBetweenStreams = true
    private var isDone = false
    /// Whether what comes behind the last piece is damaged.
    private var isBroken = false

    init(_ source: any ByteSource, _ compression: Compression, path: String) {
        self.source = source
        self.compression = compression
        self.path = path
        decompressor = compression.decompressor()
    }

    func next() throws(Refusal) -> [UInt8] {
        while !isDone {
            if isBroken { throw damaged("is damaged") }
            if input.isEmpty, try !readMore() { break }
            let piece = try decompress()
            budget.add(piece.count)
            guard !budget.isExceeded(by: taken) else { throw tooLarge() }
            if !piece.isEmpty { return piece }
        }
        return []
    }

    private func readMore() throws(Refusal) -> Bool {
        input = try source.next()[...]
        if input.isEmpty {
            isDone = true
            if !isBetweenStreams { throw damaged("ends in the middle") }
        }
        return !input.isEmpty
    }

    private func decompress() throws(Refusal) -> [UInt8] {
        if isBetweenStreams, isPadding() { return [] }
        isBetweenStreams = false
        var step = DecompressionStep(used: 0, given: 0, isEnd: false, isDamaged: false)
        let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { output, count in
            step = input.withUnsafeBytes { decompressor.step($0, UnsafeMutableRawBufferPointer(output)) }
            count = step.given
        }
        taken += step.used
        input = input.dropFirst(step.used)
        if step.isDamaged || (step.used == 0 && step.given == 0 && !step.isEnd) {
            if piece.isEmpty { throw damaged("is damaged") }
            isBroken = true
        }
        if step.isEnd {
            decompressor = compression.decompressor()
            isBetweenStreams = true
        }
        return piece
    }

    /// Zero bytes between or behind the streams, as tapes have them, say nothing.
    private func isPadding() -> Bool {
        let rest = input.drop { $0 == 0 }
        guard rest.count < input.count, taken > 0 else { return false }
        taken += input.count - rest.count
        input = rest
        return true
    }

    private func damaged(_ what: String) -> Refusal {
        isDone = true
        return Refusal(
            path: path, code: .damaged,
            reason: "the \(compression.rawValue) data \(what) at byte \(taken); what stands before it was read. "
                + "Get the file again")
    }

    private func tooLarge() -> Refusal {
        isDone = true
        return budget.refusal(path, taken)
    }
}
