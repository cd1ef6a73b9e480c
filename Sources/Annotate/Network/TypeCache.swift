import CKernels

/// What an ``Encoder`` works out for a type of token, a lexeme with or without a blank behind it, kept for the next time:
/// half of all multiplications.
final class TypeCache {
    /// No more types are kept, so that memory has a bound: about 4 KB each.
    private static let most = 8192

    private let encoder: Encoder
    private let kernels: kernels
    private var places: [Int32] = []
    private var store: [UnsafeMutablePointer<Float>] = []
    private var used = 0
    private let scratch = FloatBuffer(1)

    init(_ encoder: Encoder, _ kernels: kernels) {
        self.encoder = encoder
        self.kernels = kernels
    }

    deinit { for pointer in store { pointer.deallocate() } }

    /// Forgets all types when so many new ones might not fit. Pointers from before are then no longer of use.
    func makeRoom(for count: Int) {
        if used + count > Self.most { forget() }
    }

    func forget() {
        used = 0
        places.removeAll(keepingCapacity: true)
    }

    /// The mixed embedding of the type, with its parts in the first convolution behind it.
    func type(_ token: RawToken, _ vocabulary: Vocabulary) -> UnsafePointer<Float> {
        let key = Int(token.lexeme) * 2 + (token.isFollowedByBlank ? 1 : 0)
        if key < places.count, places[key] >= 0 { return UnsafePointer(store[Int(places[key])]) }
        while places.count <= key { places.append(-1) }
        if used == store.count { store.append(.allocate(capacity: encoder.typeSize)) }
        let place = store[used]
        encoder.encodeType(
            vocabulary.lexemes[Int(token.lexeme)], isFollowedByBlank: token.isFollowedByBlank, kernels,
            scratch: scratch, to: place)
        places[key] = Int32(used)
        used += 1
        return UnsafePointer(place)
    }
}
