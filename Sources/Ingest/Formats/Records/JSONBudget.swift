import DemarcheRecords

/// What reading a JSON value may cost: decoded, small values take a hundred times their bytes.
enum JSONBudget {
    /// How many values there may be in one, however deep.
    static let mostValues = 1_000_000

    /// - Throws: ``Refusal`` with `tooComplex` past the budget. Shorter texts than can go past it are not looked at.
    static func check(_ json: some Collection<UInt8>, path: String) throws(Refusal) {
        guard json.count > mostValues, separators(in: json) > mostValues else { return }
        throw Refusal(
            path: path, code: .tooComplex,
            reason: "more than \(mostValues) values in one JSON value; write articles one by one")
    }

    /// Commas outside of strings, and brackets that open, counted up to one more than ``mostValues``.
    private static func separators(in json: some Collection<UInt8>) -> Int {
        var (count, isInString, isEscaped) = (0, false, false)
        for byte in json {
            if isInString {
                if !isEscaped, byte == UInt8(ascii: "\"") { isInString = false }
                isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            } else if byte == UInt8(ascii: "\"") {
                isInString = true
            } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
                count += 1
                if count > mostValues { return count }
            }
        }
        return count
    }
}
