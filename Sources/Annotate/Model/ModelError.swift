/// Why a language model could not be loaded or made. Nothing is changed by a failure.
package struct ModelError: Error, Sendable, CustomStringConvertible {
    package enum Code: Sendable { case missing, unreadable, notAModel, otherVersion, damaged, badSource }

    package let code: Code
    package let path: String
    package let message: String

    package init(_ code: Code, path: String, message: String) {
        self.code = code
        self.path = path
        self.message = message
    }

    package var description: String { "\(path): \(message)" }

    /// The command that mends a missing or damaged model.
    static let remedy = "`demarche model fetch` gets it"
}
