internal import CBrotli
internal import CZlib
internal import CZstd

/// A way of compressing that is undone piece by piece.
enum Compression: String {
    case gzip, zstd
    /// Of HTTP only: with zlib's head, or raw as some servers send it.
    case deflate, rawDeflate
    case brotli

    /// By the first bytes of a file.
    init?(head: some Collection<UInt8>) {
        switch Array(head.prefix(4)) {
        case let bytes where bytes.starts(with: [0x1F, 0x8B]): self = .gzip
        case [0x28, 0xB5, 0x2F, 0xFD]: self = .zstd
        default: return nil
        }
    }

    func decompressor() -> any Decompressor {
        switch self {
        case .gzip: ZlibDecompressor(windowBits: 31)
        case .deflate: ZlibDecompressor(windowBits: 15)
        case .rawDeflate: ZlibDecompressor(windowBits: -15)
        case .zstd: ZstdDecompressor()
        case .brotli: BrotliDecompressor()
        }
    }
}

/// How far one step of a ``Decompressor`` came.
struct DecompressionStep {
    /// How many bytes of the input it took.
    var used: Int
    /// How many bytes it gave.
    var given: Int
    /// Whether the compressed stream ended; the next begins behind what was used.
    var isEnd: Bool
    var isDamaged: Bool
}

/// Undoes one compression. One value serves one compressed stream.
protocol Decompressor: AnyObject {
    /// Takes of `input` what fits and writes at most `output.count` bytes.
    func step(_ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer) -> DecompressionStep
}

final class ZlibDecompressor: Decompressor {
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let isReady: Bool

    init(windowBits: Int32) {
        stream.initialize(to: z_stream())
        isReady = demarche_inflate_start(stream, windowBits) == Z_OK
    }

    deinit {
        if isReady { inflateEnd(stream) }
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    func step(_ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer) -> DecompressionStep {
        guard isReady else { return DecompressionStep(used: 0, given: 0, isEnd: false, isDamaged: true) }
        let inputCount = min(input.count, Int(UInt32.max))
        let outputCount = min(output.count, Int(UInt32.max))
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(inputCount)
        stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_out = UInt32(outputCount)
        let status = inflate(stream, Z_NO_FLUSH)
        return DecompressionStep(
            used: inputCount - Int(stream.pointee.avail_in), given: outputCount - Int(stream.pointee.avail_out),
            isEnd: status == Z_STREAM_END, isDamaged: status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
    }
}

final class ZstdDecompressor: Decompressor {
    /// The largest window that is granted, 128 MiB as the zstd program grants: what asks for more is refused.
    private static let largestWindow: Int32 = 27
    private let stream = ZSTD_createDStream()

    init() { _ = ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, Self.largestWindow) }

    deinit { ZSTD_freeDStream(stream) }

    func step(_ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer) -> DecompressionStep {
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let status = ZSTD_decompressStream(stream, &target, &source)
        return DecompressionStep(
            used: source.pos, given: target.pos, isEnd: status == 0, isDamaged: ZSTD_isError(status) != 0)
    }
}

final class BrotliDecompressor: Decompressor {
    private let state = BrotliDecoderCreateInstance(nil, nil, nil)

    deinit { BrotliDecoderDestroyInstance(state) }

    func step(_ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer) -> DecompressionStep {
        var (inputLeft, outputLeft) = (input.count, output.count)
        var source = input.bindMemory(to: UInt8.self).baseAddress
        var target = output.bindMemory(to: UInt8.self).baseAddress
        let result = BrotliDecoderDecompressStream(state, &inputLeft, &source, &outputLeft, &target, nil)
        return DecompressionStep(
            used: input.count - inputLeft, given: output.count - outputLeft,
            isEnd: result == BROTLI_DECODER_RESULT_SUCCESS, isDamaged: result == BROTLI_DECODER_RESULT_ERROR)
    }
}
