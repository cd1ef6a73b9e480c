import DemarcheRecords

/// The answer of a server as an archive holds it.
struct HTTPMessage {
    private(set) var status: Int?
    private(set) var fields = HeaderFields()
    /// As it came over the line.
    private(set) var body: ArraySlice<UInt8> = []

    /// Nil when the bytes do not begin as an answer does.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: "HTTP/".utf8) else { return nil }
        var rest = bytes[...]
        status = Self.line(&rest).flatMap(Self.status)
        while let line = Self.line(&rest), !line.isEmpty {
            guard rest.startIndex <= ArchiveRecord.headLimit else { return nil }
            fields.add(Array(line))
        }
        body = rest
    }

    /// The code in the first line of an answer.
    static func status(_ line: some Sequence<UInt8>) -> Int? {
        let words = String(decoding: Array(line), as: UTF8.self).split(separator: " ")
        return words.count > 1 ? Int(words[1]) : nil
    }

    /// Whether the head says how long the body is, and all of it is there.
    var isWhole: Bool {
        guard fields["transfer-encoding"] == nil, let length = fields["content-length"].flatMap({ Int($0) }), length > 0
        else { return false }
        return body.count >= length
    }

    private static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
        var line = rest[..<end]
        if line.last == 0x0D { line.removeLast() }
        rest = rest[end...].dropFirst()
        return line
    }

    /// The body with its codings undone: chunks first, then compressions.
    ///
    /// A coding that the header names but the body does not have, as crawlers leave it, is passed over.
    /// - Throws: ``Refusal`` with `damaged` when a compression is, with `tooLarge` past ``Ingest/largestFile``.
    func content(path: String, _ budget: UnpackingBudget) throws(Refusal) -> [UInt8] {
        var content = Array(body)
        let transfer = fields.codings("transfer-encoding")
        if transfer.contains("chunked") { content = Chunks.joined(content) }
        let codings = (fields.codings("content-encoding") + transfer.filter { $0 != "chunked" }).suffix(4)
        for coding in codings.reversed() { content = try Self.undone(coding, content, path, budget) }
        return content
    }

    private static func undone(
        _ coding: String, _ content: [UInt8], _ path: String, _ budget: UnpackingBudget
    ) throws(Refusal) -> [UInt8] {
        let all = { (compression: Compression) throws(Refusal) in
            try Inflation.all(content, compression, path, budget)
        }
        let head = Compression(head: content)
        switch coding {
        case "gzip", "x-gzip": return head == .gzip ? try all(.gzip) : content
        case "zstd": return head == .zstd ? try all(.zstd) : content
        case "br":
            do throws(Refusal) { return try all(.brotli) } catch {
                guard error.code == .damaged, content.first == UInt8(ascii: "<") else { throw error }
                return content
            }
        case "deflate":
            do throws(Refusal) { return try all(.deflate) } catch {
                guard error.code == .damaged else { throw error }
                return try all(.rawDeflate)
            }
        default: return content
        }
    }
}

/// A compressed body as a whole.
enum Inflation {
    static func all(
        _ bytes: [UInt8], _ compression: Compression, _ path: String, _ budget: UnpackingBudget
    ) throws(Refusal) -> [UInt8] {
        let source = DecompressedBytes(BytesInMemory(bytes), compression, path: path)
        var content: [UInt8] = []
        while case let piece = try source.next(), !piece.isEmpty {
            content += piece
            budget.add(piece.count)
            guard content.count <= Ingest.largestFile else { throw Ingest.tooLarge(path) }
        }
        return content
    }
}

/// The chunks of HTTP's chunked coding.
enum Chunks {
    /// The body that the chunks make. From where a chunk is none the rest stays as it is: archives hold bodies whose
    /// chunks were joined though the header names them.
    static func joined(_ bytes: [UInt8]) -> [UInt8] {
        var body: [UInt8] = []
        var rest = bytes[...]
        while let (size, start) = size(rest) {
            if size == 0 { return body }
            let chunk = rest[start...].prefix(size)
            body += chunk
            rest = rest[chunk.endIndex...]
            if rest.starts(with: [0x0D, 0x0A]) {
                rest = rest.dropFirst(2)
            } else if rest.first == 0x0A {
                rest = rest.dropFirst()
            }
        }
        return body + rest
    }

    /// The size at the head of a chunk, and where its bytes begin.
    private static func size(_ rest: ArraySlice<UInt8>) -> (Int, Int)? {
        guard let end = rest.prefix(1_024).firstIndex(of: 0x0A) else { return nil }
        let line = String(decoding: rest[..<end], as: UTF8.self)
        let digits = line.prefix { $0 != ";" && !$0.isWhitespace }
        guard (1...8).contains(digits.utf8.count), let size = Int(digits, radix: 16), size >= 0 else { return nil }
        return (size, end + 1)
    }
}
