import DemarcheRecords

/// JSON Lines: one record a line. A line that is damaged is refused, and the next is read.
struct JSONLines: DocumentReader {
    private let bytes: ByteReader
    private let path: String
    private let map: FieldMap
    private var hasFailed = false

    init(_ bytes: ByteReader, path: String, map: FieldMap) {
        self.bytes = bytes
        self.path = path
        self.map = map
    }

    mutating func next() -> DocumentEvent? {
        while true {
            bytes.dropLineEnds()
            let offset = bytes.offset
            guard let line = bytes.line(limit: Ingest.largestFile) else { return end() }
            guard line.isWhole else { return .refused(Ingest.tooLarge(Source.place(path, offset))) }
            let record = line.bytes.trimmedOfSpace
            if record.isEmpty { continue }
            return RecordDocument.event(Array(record), path: path, offset: offset, map: map)
        }
    }

    private mutating func end() -> DocumentEvent? {
        guard !hasFailed, let failure = bytes.failure else { return nil }
        hasFailed = true
        return .refused(failure)
    }
}

/// One record of a dump as a document.
enum RecordDocument {
    /// The record as it stands; with a map, its fields under our names, so that its bytes alone give the article again.
    static func event(_ json: [UInt8], path: String, offset: Int?, map: FieldMap) -> DocumentEvent {
        do throws(Refusal) {
            let bytes = map.isEmpty ? json : try RenamedRecord(json, map, path: Source.place(path, offset)).line
            return .document(Document(path: path, offset: offset, mediaType: .record, bytes: bytes))
        } catch {
            return .refused(error)
        }
    }
}

extension Array<UInt8> {
    /// Without the white space of JSON at both ends.
    var trimmedOfSpace: ArraySlice<UInt8> {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte &- 0x09 < 5 }
        let head = drop(while: isSpace)
        return head.prefix((head.lastIndex { !isSpace($0) } ?? head.startIndex - 1) + 1 - head.startIndex)
    }
}
