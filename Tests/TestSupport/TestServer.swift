import Foundation
import Glibc
import Synchronization

/// A server on a free port of 127.0.0.1 that sends what a test says, well formed or not: each connection serves one request.
package final class TestServer: Sendable {
    package struct Request: Sendable {
        /// Path and query.
        package let target: String
        package let head: String

        /// The value of a field by its name.
        package func field(_ name: String) -> String? {
            head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
                .map { $0.drop { $0 != ":" }.dropFirst().trimmingCharacters(in: .whitespaces) }
        }
    }

    package enum Step: Sendable {
        case bytes([UInt8])
        /// Again and again, until the client leaves.
        case endless([UInt8])
        /// One byte after another with a pause, until the client leaves.
        case drip
        /// Nothing more, until the client leaves.
        case silence
    }

    package let port: Int
    private let listener: Int32
    private let asked = Mutex<[Request]>([])
    private let answer: @Sendable (Request) -> [Step]

    package init(_ answer: @escaping @Sendable (Request) -> [Step]) throws {
        self.answer = answer
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (server, size) = (listener, length)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(server, $0, size) == 0 && listen(server, 64) == 0 && getsockname(server, $0, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [weak self] in
            while case let client = accept(server, nil, nil), client >= 0 {
                guard let self else { break }
                Thread.detachNewThread { self.serve(client) }
            }
            close(server)
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    /// In the order in which they came.
    package var requests: [Request] { asked.withLock { $0 } }

    package func address(_ path: String, host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

    /// An answer with a length that fits its body.
    package static func answer(
        _ body: [UInt8], status: String = "200 OK", _ fields: [(String, String)] = [("Content-Type", "text/html")]
    ) -> [Step] {
        let lines = (fields + [("Content-Length", "\(body.count)")]).map { "\($0): \($1)\r\n" }.joined()
        return [.bytes(Array("HTTP/1.1 \(status)\r\n\(lines)\r\n".utf8) + body)]
    }

    package static func answer(
        _ body: String = "", status: String = "200 OK", _ fields: [(String, String)] = [("Content-Type", "text/html")]
    ) -> [Step] {
        answer(Array(body.utf8), status: status, fields)
    }

    private func serve(_ client: Int32) {
        defer { close(client) }
        guard let request = Self.request(client) else { return }
        asked.withLock { $0.append(request) }
        for step in answer(request) where !Self.perform(step, client) { return }
    }

    /// With which a client begins that wants to encrypt; it is answered all the same.
    private static let handshake: UInt8 = 0x16

    private static func request(_ client: Int32) -> Request? {
        var head = ""
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !head.hasSuffix("\r\n\r\n") {
            let count = read(client, &buffer, buffer.count)
            guard count > 0 else { return nil }
            if buffer[0] == Self.handshake { return Request(target: "", head: "") }
            head += String(decoding: buffer.prefix(count), as: UTF8.self)
        }
        let words = head.split(separator: " ")
        return words.count > 1 ? Request(target: String(words[1]), head: head) : nil
    }

    /// Whether the client is still there.
    private static func perform(_ step: Step, _ client: Int32) -> Bool {
        switch step {
        case .bytes(let bytes): return write(bytes, client)
        case .endless(let bytes):
            while write(bytes, client) {}
        case .drip:
            while write([0x20], client) { usleep(5_000) }
        case .silence:
            var byte: UInt8 = 0
            while read(client, &byte, 1) > 0 {}
        }
        return false
    }

    private static func write(_ bytes: [UInt8], _ client: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
