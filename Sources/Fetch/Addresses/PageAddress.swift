internal import Foundation

/// An `http` or `https` address in the one form in which it is asked for, kept and compared.
///
/// The parts are checked one by one and the text is made of them, so that whoever parses it again finds the same host.
package struct PageAddress: Hashable, Sendable {
    package enum Scheme: String, Sendable {
        case http, https

        var port: Int { self == .http ? 80 : 443 }
    }

    /// A longer address is refused.
    static let longest = 4_096

    package let scheme: Scheme
    /// In lower case and ASCII; an IPv6 address without its brackets.
    package let host: String
    package let port: Int
    /// Path and query, in ASCII.
    package let target: String

    /// - Parameter text: may hold an internationalized name and characters that an address writes with `%`.
    /// - Throws: ``FetchFailure`` that says what is wrong with it.
    package init(_ text: String) throws(FetchFailure) {
        try Self.refuseControls(text)
        try self.init(URL(string: text), of: text)
    }

    /// Where `location`, which may be relative, leads from here.
    func following(_ location: String) throws(FetchFailure) -> PageAddress {
        try Self.refuseControls(location)
        return try PageAddress(URL(string: location, relativeTo: URL(string: text))?.absoluteURL, of: location)
    }

    private init(_ url: URL?, of text: String) throws(FetchFailure) {
        guard let url, let name = url.scheme?.lowercased() else { throw FetchFailure("no web address") }
        guard let scheme = Scheme(rawValue: name) else {
            throw FetchFailure("\(name): is not fetched; http and https addresses are")
        }
        let parts = try AddressParts(url.absoluteString)
        let port = parts.port ?? scheme.port
        guard (1...65_535).contains(port) else { throw FetchFailure("port \(port) does not exist") }
        (self.scheme, host, self.port, target) = (scheme, parts.host, port, parts.target)
    }

    private static func refuseControls(_ text: String) throws(FetchFailure) {
        guard text.utf8.count <= longest else {
            throw FetchFailure("an address of \(text.utf8.count) bytes; up to \(longest) are taken")
        }
        guard text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && !$0.properties.isWhitespace })
        else { throw FetchFailure("no web address: it holds white space or control characters") }
    }

    package var text: String { origin + target }

    /// Scheme, host and port, for which one robots.txt speaks.
    var origin: String { "\(scheme.rawValue)://\(authority)" }

    /// As the `Host` field has it.
    var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == scheme.port ? name : "\(name):\(port)"
    }
}

/// The parts of an absolute address as Foundation gives it, with names in Punycode already.
private struct AddressParts {
    let host: String
    let port: Int?
    let target: String

    init(_ text: String) throws(FetchFailure) {
        guard let slashes = text.firstRange(of: "://") else { throw FetchFailure("no web address") }
        let rest = text[slashes.upperBound...]
        let authority = rest.prefix { !"/?#".contains($0) }
        guard !authority.contains("@") else {
            throw FetchFailure("an address with a user's name or password; leave them out")
        }
        (host, port) = try Self.hostAndPort(authority)
        let path = rest[authority.endIndex...].prefix { $0 != "#" }
        target = path.hasPrefix("/") ? String(path) : "/" + path
        guard target.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw FetchFailure("no web address") }
    }

    private static func hostAndPort(_ authority: Substring) throws(FetchFailure) -> (String, Int?) {
        let isBracketed = authority.hasPrefix("[")
        let end =
            isBracketed ? authority.firstIndex(of: "]").map(authority.index(after:)) : authority.firstIndex(of: ":")
        let host = authority[..<(end ?? authority.endIndex)].lowercased()
        let port = authority[(end ?? authority.endIndex)...]
        guard port.isEmpty || port == ":" || (port.hasPrefix(":") && Int(port.dropFirst()) != nil) else {
            throw FetchFailure("“\(port.dropFirst())” is no port")
        }
        let name = isBracketed ? String(host.dropFirst().dropLast()) : host
        guard isBracketed ? isIPv6(name) : isName(name) else {
            throw FetchFailure("“\(name)” is no name of a host")
        }
        return (name, Int(port.dropFirst()))
    }

    private static func isName(_ name: String) -> Bool {
        (1...253).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x5F].contains($0)
            }
    }

    private static func isIPv6(_ name: String) -> Bool { NetworkAddress(name).map { $0.bytes.count == 16 } ?? false }
}
