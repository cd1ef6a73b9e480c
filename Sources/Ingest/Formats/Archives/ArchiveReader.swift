import DemarcheRecords

/// Reads the records of a WARC or ARC file, packed record by record, as a whole, or not at all.
///
/// Memory holds one record. A record that is damaged is refused with the offset at which it begins, and reading goes on
/// with the next that can be found.
struct ArchiveReader: DocumentReader {
    private let raw: ByteReader
    private let path: String
    private let payloads: PayloadIndex
    private let budget = UnpackingBudget()
    private let isPacked: Bool
    private var member: GzipMember?
    private var bytes: ByteReader
    /// The feed in the last record, while it has items.
    private var feed: FeedItems?
    private var isOver = false
    /// Whether what comes next is looked for behind a damaged place, so that what lies between is no news.
    private var isSearching = false

    /// - Parameter payloads: what the archives of the run held so far, for records that refer to others.
    init(_ raw: ByteReader, path: String, payloads: PayloadIndex) {
        self.raw = raw
        self.path = path
        self.payloads = payloads
        isPacked = Compression(head: raw.peek(4)) == .gzip
        bytes = isPacked ? ByteReader(BytesInMemory([])) : raw
    }

    mutating func next() -> DocumentEvent? {
        if let item = feed?.next() { return item }
        feed = nil
        while !isOver {
            if budget.isExceeded(by: raw.offset) { return end() }
            switch opening() {
            case .line(let line, let offset): if let event = record(opening: line, at: offset) { return event }
            case .damaged(let offset): return damaged("nothing of it can be unpacked", offset)
            case .end: return end()
            }
        }
        return nil
    }

    private mutating func end() -> DocumentEvent? {
        isOver = true
        if budget.isExceeded(by: raw.offset) { return .refused(budget.refusal(path, raw.offset)) }
        return raw.failure.map(DocumentEvent.refused)
    }

    /// Where the reader stands: in the file, and in a packed one, of its member.
    private var offset: Int { (member?.offset ?? 0) + bytes.offset }

    private enum Opening {
        case line([UInt8], offset: Int)
        /// A packed record of which nothing can be unpacked.
        case damaged(offset: Int)
        case end
    }

    /// The next line that is not blank.
    private mutating func opening() -> Opening {
        while true {
            bytes.dropLineEnds()
            let offset = offset
            if let line = bytes.line(limit: ArchiveRecord.lineLimit) {
                if line.bytes.contains(where: { $0 > 0x20 }) { return .line(line.bytes, offset: offset) }
            } else if let member, member.isDamaged, bytes.offset == 0, !isSearching {
                return .damaged(offset: member.offset)
            } else if !openMember() {
                return .end
            }
        }
    }

    /// Goes on to the next packed record; bytes between two that are none are skipped.
    private mutating func openMember() -> Bool {
        guard isPacked else { return false }
        while !raw.peek(1).isEmpty {
            if raw.peek(3).elementsEqual([0x1F, 0x8B, 0x08]) {
                let member = GzipMember(raw, budget)
                self.member = member
                bytes = ByteReader(member)
                return true
            }
            let rest = raw.available.dropFirst()
            let next = rest.firstIndex(of: 0x1F) ?? raw.available.endIndex
            raw.drop(next - raw.available.startIndex)
        }
        return false
    }

    /// What the record comes to that `line` opens; nil for a line behind a damaged record that opens none.
    private mutating func record(opening line: [UInt8], at offset: Int) -> DocumentEvent? {
        if ArchiveRecord.isWARC(line) {
            isSearching = false
            guard let fields = HeaderFields(head: bytes) else {
                return damaged("its head is cut off or over 1 MiB", offset)
            }
            guard let record = ArchiveRecord(fields: fields) else { return damaged("no length in its head", offset) }
            return block(of: record, offset)
        }
        if let record = ArchiveRecord(arcLine: line) {
            isSearching = false
            return block(of: record, offset)
        }
        guard !isSearching else { return nil }
        return damaged("no record begins here", offset)
    }

    private mutating func block(of record: ArchiveRecord, _ offset: Int) -> DocumentEvent {
        guard ArchivedPayload.isWanted(record) else { return pass(over: record, offset) }
        guard record.length <= Ingest.largestFile else {
            let event = pass(over: record, offset)
            return event == .passedOver ? .refused(Ingest.tooLarge(Source.place(path, offset))) : event
        }
        let block = take(record.length)
        guard block.count == record.length || HTTPMessage(block)?.isWhole == true else {
            return cutOff(record, block.count, offset)
        }
        guard !isCorrupt else { return damaged("its packed bytes do not fit their checksum", offset) }
        return event(record, block, offset)
    }

    private mutating func event(_ record: ArchiveRecord, _ block: [UInt8], _ offset: Int) -> DocumentEvent {
        if record.type == "revisit" {
            let revisit = Revisit(record: record, answer: HTTPMessage(block))
            return revisit.event(payloads, path: path, offset: offset)
        }
        do throws(Refusal) {
            switch try ArchivedPayload(path: path, offset: offset, budget: budget).content(record, block) {
            case .document(let document)?:
                payloads.note(.document(sha256: Identifier.sha256(document.bytes)), under: record.names)
                return .document(document)
            case .feed(let items)?:
                payloads.note(.feed, under: record.names)
                feed = items
                return feed?.next() ?? .passedOver
            case nil: return .passedOver
            }
        } catch {
            return .refused(error)
        }
    }

    /// Whether the member of the record proves damaged where it ends.
    private var isCorrupt: Bool {
        guard isPacked else { return false }
        _ = bytes.peek(16)
        return member?.isCorrupt == true
    }

    private mutating func take(_ count: Int) -> [UInt8] {
        var block = bytes.take(count)
        while block.count < count, goOnInNextMember() { block += bytes.take(count - block.count) }
        return block
    }

    /// Some writers pack a record in several members: the next one is the rest of it unless it opens a record.
    private mutating func goOnInNextMember() -> Bool {
        guard let member, !member.isDamaged, openMember() else { return false }
        return !ArchiveRecord.isWARC(bytes.peek(5))
    }

    private mutating func pass(over record: ArchiveRecord, _ offset: Int) -> DocumentEvent {
        var skipped = bytes.skip(record.length)
        while skipped < record.length, goOnInNextMember() { skipped += bytes.skip(record.length - skipped) }
        return skipped == record.length ? .passedOver : cutOff(record, skipped, offset)
    }

    private mutating func cutOff(_ record: ArchiveRecord, _ count: Int, _ offset: Int) -> DocumentEvent {
        damaged("it ends after \(count) of \(record.length) bytes", offset)
    }

    private mutating func damaged(_ what: String, _ offset: Int) -> DocumentEvent {
        isSearching = true
        return .refused(
            Refusal(
                path: Source.place(path, offset), code: .damaged,
                reason: "a damaged record at byte \(offset): \(what); the rest of the file is read"))
    }
}
