import DemarcheSourceText

/// A text without the marks that people set in it: `[words|label]`, which may stand inside one another.
struct MarkedText {
    struct Mark {
        /// In the text without marks.
        let span: TextSpan
        let label: String
    }

    private(set) var text = ""
    /// In the order of their ends.
    private(set) var marks: [Mark] = []
    /// Where the brackets that are not closed begin.
    private var open: [Int] = []
    /// What stands behind the `|`, until the bracket ends.
    private var label: String?
    private let name: String

    /// - Parameter name: how errors call the text.
    /// - Throws: ``GoldError`` when brackets do not pair.
    init(_ marked: String, name: String) throws(GoldError) {
        self.name = name
        for scalar in marked.unicodeScalars { try read(scalar) }
        guard open.isEmpty else { throw fault("a bracket stays open") }
    }

    private mutating func read(_ scalar: Unicode.Scalar) throws(GoldError) {
        switch scalar {
        case "]": try close()
        case _ where label != nil: label?.unicodeScalars.append(scalar)
        case "[": open.append(text.utf8.count)
        case "|": label = ""
        default: text.unicodeScalars.append(scalar)
        }
    }

    private mutating func close() throws(GoldError) {
        guard let start = open.popLast() else { throw fault("a bracket ends that does not begin") }
        marks.append(Mark(span: TextSpan(start, text.utf8.count), label: label ?? ""))
        label = nil
    }

    private func fault(_ message: String) -> GoldError {
        GoldError(file: name, line: nil, message: message + " behind “\(text.suffix(40))”")
    }
}
