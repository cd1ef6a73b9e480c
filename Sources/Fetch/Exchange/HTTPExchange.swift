/// One request and its answer.
package struct HTTPExchange: Sendable, Equatable {
    package let address: PageAddress
    /// Which was connected to.
    package let server: NetworkAddress
    /// When it was asked, in seconds since 1970.
    package let time: Double
    package let request: [HTTPField]
    package let status: Int
    package let reason: String
    package let fields: [HTTPField]
    /// As it came over the line, with its compressions; chunks are joined.
    package let body: [UInt8]

    /// The first field of this name, which is in lower case.
    subscript(name: String) -> String? { fields.first { $0.name.lowercased() == name }?.value }
}

package struct HTTPField: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
}

extension HTTPExchange {
    /// What was sent. The fields are those that were asked for, in their order.
    var requestBlock: [UInt8] { Self.head("GET \(address.target) HTTP/1.1", request) }

    /// The answer: its head as it was understood, and its body byte for byte.
    ///
    /// Chunks are joined already, so their field is renamed, as Common Crawl does.
    var responseBlock: [UInt8] {
        let kept = fields.map { field in
            field.name.lowercased() == "transfer-encoding"
                ? HTTPField("X-Crawler-Transfer-Encoding", field.value) : field
        }
        return Self.head("HTTP/1.1 \(status) \(reason)", kept) + body
    }

    private static func head(_ first: String, _ fields: [HTTPField]) -> [UInt8] {
        Array((first + "\r\n" + fields.map { "\($0.name): \($0.value)\r\n" }.joined() + "\r\n").utf8)
    }
}

/// By which a server can tell whether a page is still the one that was kept.
package struct Validators: Sendable, Hashable {
    package let entityTag: String?
    package let lastModified: String?

    /// What cannot stand in a field is left out.
    package init(entityTag: String?, lastModified: String?) {
        let isField = { (value: String) in value.utf8.allSatisfy { (0x20...0x7E).contains($0) } }
        self.entityTag = entityTag.flatMap { isField($0) ? $0 : nil }
        self.lastModified = lastModified.flatMap { isField($0) ? $0 : nil }
    }

    package var isEmpty: Bool { entityTag == nil && lastModified == nil }

    var fields: [HTTPField] {
        [entityTag.map { HTTPField("If-None-Match", $0) }, lastModified.map { HTTPField("If-Modified-Since", $0) }]
            .compactMap(\.self)
    }
}
