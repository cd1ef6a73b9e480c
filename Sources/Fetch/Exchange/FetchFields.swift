import DemarcheRecords

/// The fields of a request, in the order in which they are sent.
struct FetchFields: Sendable {
    private let agent: String

    init(contact: String?) {
        agent = "demarche/\(ProgramVersion.number)" + (contact.map { " (+\($0))" } ?? "")
    }

    private static let types =
        "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
        + "text/plain;q=0.9, */*;q=0.1"

    func forPage(_ address: PageAddress, _ validators: Validators?) -> [HTTPField] {
        fields(address, types: Self.types, codings: "gzip, deflate, br, zstd") + (validators?.fields ?? [])
    }

    func forRobots(_ address: PageAddress) -> [HTTPField] {
        fields(address, types: "text/plain, */*;q=0.1", codings: "identity")
    }

    private func fields(_ address: PageAddress, types: String, codings: String) -> [HTTPField] {
        [
            HTTPField("Host", address.authority), HTTPField("User-Agent", agent), HTTPField("Accept", types),
            HTTPField("Accept-Encoding", codings), HTTPField("Connection", "close"),
        ]
    }
}
