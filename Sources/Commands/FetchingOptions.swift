import ArgumentParser
import DemarcheFetch
import DemarchePipeline

/// Whether and how `read` fetches addresses.
struct FetchingOptions: ParsableArguments {
    @Flag(help: "Fetch the web addresses among the inputs, and those in lists of them. Without it no network is used.")
    var fetch = false

    @Option(
        help: ArgumentHelp(
            "The WARC file that keeps what is fetched (default: beside the record, NAME.fetched.warc.gz).",
            valueName: "file"))
    var keep: String?

    @Option(help: ArgumentHelp("The pause between two requests to one host.", valueName: "seconds"))
    var delay: Double = FetchOptions().delay

    @Option(
        help: ArgumentHelp(
            "Whom a site can ask about the requests: an address of mail or a page.", valueName: "address"))
    var contact: String?

    @Flag(help: "Fetch from private and loopback addresses, too.")
    var allowPrivate = false

    func validate() throws {
        guard fetch || (keep == nil && contact == nil && !allowPrivate) else {
            throw ValidationError("--keep, --contact and --allow-private say how to --fetch; give that, too")
        }
        guard delay.isFinite, (0...3_600).contains(delay) else {
            throw ValidationError("--delay: \(delay) is no pause; give 0 to 3600 seconds")
        }
        guard contact?.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x28 && $0 != 0x29 }) ?? true else {
            throw ValidationError(
                "--contact: “\(contact?.printable ?? "")” cannot stand in a request; give an address without blanks")
        }
    }

    var options: FetchOptions {
        var options = FetchOptions()
        (options.delay, options.contact, options.allowsPrivate) = (delay, contact, allowPrivate)
        return options
    }

    /// - Parameter record: beside which the pages are kept.
    func archive(beside record: String) -> String {
        let name = record.hasSuffix(".demarche") ? String(record.dropLast(".demarche".count)) : record
        return keep ?? name + ".fetched.warc.gz"
    }
}
