import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Why a request is not answered with what it asks for, in words that name the thing, what happened and what mends it.
struct PageError: Error {
    let status: HTTPResponse.Status
    let message: String

    init(_ status: HTTPResponse.Status, _ message: String) {
        self.status = status
        self.message = message
    }

    /// Nothing of this name is in the record.
    static func missing(_ noun: String, _ id: String) -> PageError {
        PageError(.notFound, "No \(noun) “\(id)” is in this record; look for it in the search")
    }
}
