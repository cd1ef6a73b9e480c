import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Why a request is not answered with what it asks for, in words that name the thing, what happened and what mends it.
struct PageError: Error {
    let status: HTTPResponse.Status
    let message: String
    /// The field of the address that is at fault, where one is.
    var fault: Fault?
    /// The name that nothing in the record has.
    private(set) var missing: String?

    /// A field of an address that cannot be as it is.
    struct Fault {
        let name: String
        let value: String
        /// What it can be; nil where that is no list.
        let allowed: [String]?
    }

    init(_ status: HTTPResponse.Status, _ message: String) {
        self.status = status
        self.message = message
    }

    /// A field cannot have its value.
    static func field(_ name: String, _ value: String, _ why: String, allowed: [String]? = nil) -> PageError {
        var error = PageError(.badRequest, "\(name)=\(value): \(why)")
        error.fault = Fault(name: name, value: value, allowed: allowed)
        return error
    }

    static func unknown(_ name: String, _ value: String, _ allowed: [String]) -> PageError {
        field(name, value, "not known; one of \(allowed.joined(separator: ", "))", allowed: allowed)
    }

    static func tooLong(_ name: String, _ value: String) -> PageError {
        let start = String(String.UnicodeScalarView(value.unicodeScalars.prefix(40)))
        return field(
            name, "\(start)…",
            "has \(value.unicodeScalars.count) characters; at most \(PageFilter.longest) are read")
    }

    /// Nothing of this name is in the record.
    static func missing(_ noun: String, _ id: String) -> PageError {
        var error = PageError(.notFound, "No \(noun) “\(id)” is in this record; look for it in the search")
        error.missing = id
        return error
    }
}
