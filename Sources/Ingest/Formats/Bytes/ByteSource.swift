package import DemarcheRecords

/// Bytes that come one piece after another, so that memory holds a piece and not the file.
package protocol ByteSource: AnyObject {
    /// The next piece, some 64 KiB; empty at the end and after a failure.
    ///
    /// - Throws: ``Refusal`` when the rest cannot be had.
    func next() throws(Refusal) -> [UInt8]
}

/// Bytes that are in memory already.
package final class BytesInMemory: ByteSource {
    private let bytes: [UInt8]
    private let piece: Int
    private var position = 0

    package init(_ bytes: [UInt8], piece: Int = 1 << 16) {
        self.bytes = bytes
        self.piece = piece
    }

    package func next() -> [UInt8] {
        let end = min(bytes.count, position + piece)
        defer { position = end }
        return Array(bytes[position..<end])
    }
}
