import DemarcheRecords
internal import Foundation
internal import Glibc

/// Why the file of what was fetched cannot be used.
package struct ArchiveError: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}

/// Appends exchanges to a WARC file, packed record by record, so that a killed run leaves all that it finished.
package final class ArchiveWriter {
    package let path: String
    private let file: Int32
    private let isNew: Bool
    /// How many bytes it holds.
    package private(set) var length: Int

    /// Opens the file or makes it. While it is open no other run can write to it. One that was made and stays empty is
    /// removed again.
    ///
    /// - Throws: ``ArchiveError``.
    package init(path: String) throws(ArchiveError) {
        self.path = path
        let flags = O_RDWR | O_APPEND | O_CLOEXEC
        let made = open(path, flags | O_CREAT | O_EXCL, 0o644)
        isNew = made >= 0
        file = isNew ? made : open(path, flags)
        length = 0
        guard file >= 0 else { throw Self.error(path, "cannot be written") }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw ArchiveError("\(path): a pipe or a device, not a file; name another with --keep")
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            throw ArchiveError("\(path): another run writes to it; wait for that, or name another with --keep")
        }
        length = Int(lseek(file, 0, SEEK_END))
    }

    deinit {
        if isNew, length == 0 { unlink(path) }
        if file >= 0 { close(file) }
    }

    /// Cuts off what stands behind the first `length` bytes: a record that a killed run left unfinished.
    package func cut(to length: Int) throws(ArchiveError) {
        guard ftruncate(file, off_t(length)) == 0 else { throw Self.error(path, "cannot be cut") }
        self.length = length
    }

    /// Keeps the answer and the request for it.
    ///
    /// - Returns: where the answer's record begins, in bytes of the file.
    package func append(_ exchange: HTTPExchange) throws(ArchiveError) -> Int {
        let date = Self.date(exchange.time)
        if length == 0 {
            let information = WARCRecord.information(date: date)
            try append(information.bytes(id: Self.id(information)))
        }
        let place = length
        let response = exchange.response(date)
        var request = exchange.request(date)
        request.more.append(("WARC-Concurrent-To", Self.id(response)))
        try append(response.bytes(id: Self.id(response)))
        try append(request.bytes(id: Self.id(request)))
        return place
    }

    /// Until the bytes are on the disk.
    package func synchronize() throws(ArchiveError) {
        guard fsync(file) == 0 else { throw Self.error(path, "cannot be written") }
    }

    private func append(_ record: [UInt8]) throws(ArchiveError) {
        guard let member = GzipWriter.member(record) else { throw Self.error(path, "cannot be packed") }
        var rest = member[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.error(path, "cannot be written") }
            rest = rest.dropFirst(count)
        }
        length += member.count
    }

    private static func error(_ path: String, _ what: String) -> ArchiveError {
        ArchiveError("\(path): \(what) (\(String(cString: strerror(errno)))); name another with --keep")
    }

    /// Two answers with the same bytes have the same name only when they came in the same second.
    private static func id(_ record: WARCRecord) -> String {
        let parts = [record.type, record.date, record.address ?? "", Identifier.sha256(record.block)]
        return WARCRecord.id(Identifier.sha256(parts.joined(separator: "\n").utf8))
    }

    private static func date(_ time: Double) -> String {
        let format = ISO8601DateFormatter()
        return format.string(from: Date(timeIntervalSince1970: time))
    }
}

extension HTTPExchange {
    fileprivate func response(_ date: String) -> WARCRecord {
        let block = responseBlock
        var record = WARCRecord(
            type: "response", date: date, address: address.text, contentType: "application/http;msgtype=response",
            block: block)
        record.more = [
            ("WARC-IP-Address", server.text), ("WARC-Block-Digest", "sha256:\(Identifier.sha256(block))"),
            ("WARC-Payload-Digest", "sha256:\(Identifier.sha256(body))"),
        ]
        return record
    }

    fileprivate func request(_ date: String) -> WARCRecord {
        WARCRecord(
            type: "request", date: date, address: address.text, contentType: "application/http;msgtype=request",
            block: requestBlock)
    }
}
