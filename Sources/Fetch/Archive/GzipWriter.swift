internal import CZlib

/// Packs bytes as one gzip member, which can be appended to others.
enum GzipWriter {
    /// Nil when zlib has no memory for it.
    static func member(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard demarche_gzip_start(&stream) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var bytes = bytes
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        var status = Z_OK
        let member = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            bytes.withUnsafeMutableBufferPointer { input in
                (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
                (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(bound))
                status = deflate(&stream, Z_FINISH)
            }
            count = Int(stream.total_out)
        }
        return status == Z_STREAM_END ? member : nil
    }
}
