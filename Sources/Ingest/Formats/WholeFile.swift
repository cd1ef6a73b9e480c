import DemarcheRecords

/// A file that is one document.
struct WholeFile: DocumentReader {
    private let bytes: ByteReader
    private let mediaType: MediaType
    private let path: String
    private let sidecar: [UInt8]?
    private var isRead = false

    init(_ bytes: ByteReader, _ mediaType: MediaType, _ path: String, sidecar: [UInt8]?) {
        self.bytes = bytes
        self.mediaType = mediaType
        self.path = path
        self.sidecar = sidecar
    }

    mutating func next() -> DocumentEvent? {
        guard !isRead else { return nil }
        isRead = true
        do throws(Refusal) { return .document(try document()) } catch { return .refused(error) }
    }

    private func document() throws(Refusal) -> Document {
        guard let content = bytes.rest(limit: Ingest.largestFile) else { throw Ingest.tooLarge(path) }
        if let failure = bytes.failure { throw failure }
        var document = Document(path: path, mediaType: mediaType, bytes: content)
        if let sidecar { document.stated = try RecordFields(json: sidecar, path: path + "'s sidecar").metadata(.given) }
        return document
    }
}
