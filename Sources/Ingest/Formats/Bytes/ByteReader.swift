import DemarcheRecords

/// Takes lines and counted stretches from a ``ByteSource`` and knows the offset at which it stands.
///
/// Memory holds what has been asked for and one piece; what is longer than the asker's limit is passed over.
final class ByteReader {
    private let source: any ByteSource
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    /// How many bytes were taken.
    private(set) var offset = 0
    /// Why the source ended early, if it did.
    private(set) var failure: Refusal?

    init(_ source: any ByteSource) { self.source = source }

    /// What can be had without asking the source.
    var available: ArraySlice<UInt8> { buffer[start...] }

    /// Up to `count` bytes from here on, without taking them; fewer only at the end.
    func peek(_ count: Int) -> ArraySlice<UInt8> {
        while buffer.count - start < count, fill() {}
        return buffer[start..<min(buffer.count, start + count)]
    }

    /// Takes up to `count` bytes; fewer only at the end.
    func take(_ count: Int) -> [UInt8] {
        let taken = Array(peek(count))
        drop(taken.count)
        return taken
    }

    /// Passes over `count` bytes and says how many there were.
    func skip(_ count: Int) -> Int {
        var skipped = 0
        while skipped < count {
            if start == buffer.count, !fill() { break }
            let step = min(count - skipped, buffer.count - start)
            drop(step)
            skipped += step
        }
        return skipped
    }

    /// Takes the line up to and with its line feed; nil at the end. Of a longer one than `limit` only so much is given,
    /// and the rest is passed over.
    func line(limit: Int) -> (bytes: [UInt8], isWhole: Bool)? {
        var line: [UInt8] = []
        var isWhole = true
        repeat {
            let rest = buffer[start...]
            let end = rest.firstIndex(of: 0x0A).map { $0 + 1 }
            let piece = rest[..<(end ?? buffer.count)]
            let room = max(0, limit - line.count)
            isWhole = isWhole && piece.count <= room
            line += piece.prefix(room)
            drop(piece.count)
            if end != nil { return (line, isWhole) }
        } while fill()
        return line.isEmpty ? nil : (line, isWhole)
    }

    /// Itself, behind the byte-order mark of UTF-8 if it stands before one.
    func behindMark() -> ByteReader {
        if peek(3).elementsEqual([0xEF, 0xBB, 0xBF]) { drop(3) }
        return self
    }

    /// Passes over line feeds and carriage returns.
    func dropLineEnds() {
        repeat {
            let end = available.firstIndex { $0 != 0x0A && $0 != 0x0D }
            drop((end ?? buffer.count) - start)
            if end != nil { return }
        } while fill()
    }

    /// All that is left; nil when it is more than `limit`.
    func rest(limit: Int) -> [UInt8]? {
        let bytes = take(limit)
        return peek(1).isEmpty ? bytes : nil
    }

    func drop(_ count: Int) {
        start += count
        offset += count
    }

    /// Asks the source for more; false at the end.
    func fill() -> Bool {
        guard !isAtEnd else { return false }
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        do throws(Refusal) {
            let piece = try source.next()
            isAtEnd = piece.isEmpty
            buffer += piece
        } catch {
            (failure, isAtEnd) = (error, true)
        }
        return !isAtEnd
    }
}
