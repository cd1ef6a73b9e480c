internal import Dispatch
internal import Glibc

/// Finds the addresses of a host by the system's resolver.
enum NameResolver {
    /// In the order in which the system would try them. Also reads what stands for an address, such as `127.1`.
    ///
    /// - Throws: ``FetchFailure`` with what the resolver said.
    static func addresses(of host: String) async throws(FetchFailure) -> [NetworkAddress] {
        let result = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: Result { try lookUp(host) }) }
        }
        do { return try result.get() } catch { throw error as? FetchFailure ?? FetchFailure("\(error)") }
    }

    private static func lookUp(_ host: String) throws -> [NetworkAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var first: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, nil, &hints, &first)
        guard status == 0 else {
            throw FetchFailure("\(host) has no address (\(String(cString: gai_strerror(status))))")
        }
        defer { freeaddrinfo(first) }
        let all = sequence(state: first) { next -> NetworkAddress?? in
            guard let entry = next?.pointee else { return nil }
            next = entry.ai_next
            return .some(address(entry))
        }
        return all.compactMap(\.self)
    }

    private static func address(_ entry: addrinfo) -> NetworkAddress? {
        guard let place = UnsafeRawPointer(entry.ai_addr) else { return nil }
        switch entry.ai_family {
        case AF_INET: return NetworkAddress(place.loadUnaligned(as: sockaddr_in.self).sin_addr)
        case AF_INET6: return NetworkAddress(place.loadUnaligned(as: sockaddr_in6.self).sin6_addr)
        default: return nil
        }
    }
}

extension NetworkAddress {
    fileprivate init<Address>(_ address: Address) {
        self.init(bytes: withUnsafeBytes(of: address) { Array($0) })
    }
}
