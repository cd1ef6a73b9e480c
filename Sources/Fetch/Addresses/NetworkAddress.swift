internal import Glibc

/// An IPv4 or IPv6 address.
package struct NetworkAddress: Hashable, Sendable {
    /// 4 or 16, in network order.
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// In the usual notation, without brackets and zone; nil for anything else.
    package init?(_ text: String) {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 {
            self.bytes = Array(bytes.prefix(4))
        } else if inet_pton(AF_INET6, text, &bytes) == 1 {
            self.bytes = bytes
        } else {
            return nil
        }
    }

    package var text: String {
        var buffer = [CChar](repeating: 0, count: 64)
        inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes, &buffer, socklen_t(buffer.count))
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// What the address is for, when it is not of the public network; nil when it is. After the registries of IANA for
    /// special-purpose addresses (RFC 6890).
    ///
    /// An IPv6 address that stands for one of IPv4 is what that one is. Of the others only global unicast is public.
    package var specialUse: String? {
        if bytes.count == 4 { return Self.specialIPv4.first { $0.holds(bytes) }?.use }
        if let embedded { return embedded.specialUse }
        if let use = Self.specialIPv6.first(where: { $0.holds(bytes) })?.use { return use }
        return bytes[0] & 0xE0 == 0x20 ? nil : "reserved"
    }

    /// The IPv4 address within one that is mapped to IPv6, translated by NAT64 (RFC 6052), or of 6to4.
    private var embedded: NetworkAddress? {
        if Self.mapped.holds(bytes) || Self.translated.holds(bytes) {
            return NetworkAddress(bytes: Array(bytes.suffix(4)))
        }
        return Self.sixToFour.holds(bytes) ? NetworkAddress(bytes: Array(bytes[2..<6])) : nil
    }

    private static let mapped = Block("::ffff:0:0", 96, "")
    private static let translated = Block("64:ff9b::", 96, "")
    private static let sixToFour = Block("2002::", 16, "")

    private static let specialIPv4 = [
        Block("0.0.0.0", 8, "unspecified"), Block("10.0.0.0", 8, "private"), Block("100.64.0.0", 10, "shared (CGNAT)"),
        Block("127.0.0.0", 8, "loopback"), Block("169.254.0.0", 16, "link-local"), Block("172.16.0.0", 12, "private"),
        Block("192.0.0.0", 24, "reserved"), Block("192.0.2.0", 24, "documentation"),
        Block("192.88.99.0", 24, "reserved"), Block("192.168.0.0", 16, "private"),
        Block("198.18.0.0", 15, "benchmarking"), Block("198.51.100.0", 24, "documentation"),
        Block("203.0.113.0", 24, "documentation"), Block("224.0.0.0", 4, "multicast"),
        Block("240.0.0.0", 4, "reserved"),
    ]

    private static let specialIPv6 = [
        Block("::", 128, "unspecified"), Block("::1", 128, "loopback"), Block("fc00::", 7, "private"),
        Block("fe80::", 10, "link-local"), Block("fec0::", 10, "private"), Block("ff00::", 8, "multicast"),
        Block("2001::", 23, "reserved"), Block("2001:db8::", 32, "documentation"), Block("3fff::", 20, "documentation"),
    ]
}

/// Addresses that begin with the same bits.
private struct Block: Sendable {
    private let start: [UInt8]
    private let length: Int
    let use: String

    init(_ start: String, _ length: Int, _ use: String) {
        self.start = NetworkAddress(start)?.bytes ?? []
        self.length = length
        self.use = use
    }

    func holds(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == start.count else { return false }
        let (whole, bits) = (length / 8, length % 8)
        guard bytes.prefix(whole) == start.prefix(whole) else { return false }
        return bits == 0 || (bytes[whole] ^ start[whole]) >> (8 - bits) == 0
    }
}
