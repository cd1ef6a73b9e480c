import DemarcheIngest
import DemarcheRecords
import Foundation

/// What an input comes to, for tests.
struct StreamedInput {
    var documents: [Document] = []
    var refusals: [Refusal] = []
    var repetitions: [Repetition] = []
    var passedOver = 0

    /// - Parameter piece: how many bytes come at a time.
    init(_ bytes: [UInt8], path: String, options: DocumentOptions = DocumentOptions(), piece: Int = 1 << 16) {
        var stream = DocumentStream(BytesInMemory(bytes, piece: piece), path: path, options: options)
        while let event = stream.next() {
            switch event {
            case .document(let document): documents.append(document)
            case .refused(let refusal): refusals.append(refusal)
            case .repeated(let repetition): repetitions.append(repetition)
            case .passedOver: passedOver += 1
            }
        }
    }

    init(_ text: String, path: String, options: DocumentOptions = DocumentOptions(), piece: Int = 1 << 16) {
        self.init(Array(text.utf8), path: path, options: options, piece: piece)
    }

    /// The articles of those documents that hold one.
    var articles: [Article] { documents.compactMap { try? Ingest().article($0) } }
}

enum FormatSamples {
    static let prose = "The envoys of Ruritania and Graustark met again on Tuesday, and they left in the evening."

    /// The output of a compressor that the set-up brings.
    static func packed(_ bytes: [UInt8], with tool: String, _ arguments: String...) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "demarche-packed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, output) = (folder.appending(path: "in"), folder.appending(path: "out"))
        try Data(bytes).write(to: input)
        try Data().write(to: output)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        process.waitUntilExit()
        return [UInt8](try Data(contentsOf: output))
    }

    static func gzip(_ bytes: [UInt8]) throws -> [UInt8] { try packed(bytes, with: "gzip", "-c") }
    static func gzip(_ text: String) throws -> [UInt8] { try gzip(Array(text.utf8)) }

    /// A zstd frame with its content as it is, after RFC 8878: no compressor is needed.
    static func zstd(_ bytes: [UInt8]) -> [UInt8] {
        precondition(bytes.count < 256)
        let header: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x20, UInt8(bytes.count)]
        let size = UInt32(bytes.count) << 3 | 1
        return header + [UInt8(size & 0xFF), UInt8(size >> 8 & 0xFF), UInt8(size >> 16 & 0xFF)] + bytes
    }
}
