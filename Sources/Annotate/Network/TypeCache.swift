import CKernels
import Glibc

/// What an ``Encoder`` works out for a type of token, a lexeme with or without a blank behind it, kept for the next time:
/// half of all multiplications.
final class TypeCache {
    /// No more types are kept, so that memory has a bound: about 4 KB each.
    private static let most = 8192

    private let encoder: Encoder
    private let kernels: kernels
    private var places: [Int32] = []
    private var slabs: [UnsafeMutableRawPointer] = []
    private var store: [UnsafeMutablePointer<Float>] = []
    private var used = 0
    private var timesFull = 0
    private let scratch = FloatBuffer(1)

    init(_ encoder: Encoder, _ kernels: kernels) {
        self.encoder = encoder
        self.kernels = kernels
    }

    deinit { for slab in slabs { slab.deallocate() } }

    func forget() {
        used = 0
        places.removeAll(keepingCapacity: true)
    }

    /// The types that came first stay, since the frequent ones are among them; every eighth time they go as well.
    private func forgetSome() {
        timesFull += 1
        guard timesFull % 8 != 0 else { return forget() }
        let stay = Int32(Self.most / 2)
        for key in places.indices where places[key] >= stay { places[key] = -1 }
        used = Int(stay)
    }

    /// Works out the types of the tokens that are not known yet. When there is no room for so many, others are forgotten
    /// first, and pointers from before are no longer of use.
    func prepare(_ tokens: ArraySlice<RawToken>, _ vocabulary: Vocabulary) {
        if used + tokens.count > Self.most { forgetSome() }
        while places.count < vocabulary.lexemes.count * 2 { places.append(-1) }
        var missing: [RawToken] = []
        for token in tokens where places[Self.key(token)] < 0 {
            places[Self.key(token)] = Int32(used + missing.count)
            missing.append(token)
        }
        for start in stride(from: 0, to: missing.count, by: Self.batch) {
            encode(missing[start..<min(missing.count, start + Self.batch)], vocabulary)
        }
    }

    private static let batch = 48

    private func encode(_ tokens: ArraySlice<RawToken>, _ vocabulary: Vocabulary) {
        while store.count < used + tokens.count { addSlab() }
        encoder.encode(
            tokens.map { (vocabulary.lexemes[Int($0.lexeme)], $0.isFollowedByBlank) }, kernels, scratch: scratch,
            to: store[used..<used + tokens.count])
        used += tokens.count
    }

    /// Room for some hundred types in one large page, where the system has such: they are read all over.
    private func addSlab() {
        let slab = UnsafeMutableRawPointer.allocate(byteCount: Self.slab, alignment: Self.slab)
        madvise(slab, Self.slab, MADV_HUGEPAGE)
        slabs.append(slab)
        let size = encoder.typeSize * MemoryLayout<Float>.stride
        for place in 0..<Self.slab / size {
            store.append((slab + place * size).bindMemory(to: Float.self, capacity: encoder.typeSize))
        }
    }

    private static let slab = 2 << 20

    private static func key(_ token: RawToken) -> Int { Int(token.lexeme) * 2 + (token.isFollowedByBlank ? 1 : 0) }

    /// The mixed embedding of the token's type, with its parts in the first convolution behind it.
    ///
    /// - Precondition: the token was prepared.
    @inline(__always)
    func type(_ token: RawToken) -> UnsafePointer<Float> { UnsafePointer(store[Int(places[Self.key(token)])]) }
}
