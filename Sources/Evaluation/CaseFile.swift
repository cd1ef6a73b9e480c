package import Foundation

/// A file of cases in Markdown: a heading, prose, the text in a fence, and what is expected of it as a list.
///
///     ## the name behind the verb
///
///     ```text
///     “Nothing is decided,” said Ann Example, the envoy.
///     ```
///
///     - Ann Example | envoy | said | Nothing is decided, | direct
package struct CaseFile: Sendable {
    package struct Case: Sendable {
        package var title: String
        package var text: String
        package var expected: [String]

    }

    package let cases: [Case]
    private let url: URL

    package init(_ url: URL) throws {
        self.url = url
        let lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
        var cases: [Case] = []
        var isInFence = false
        for line in lines {
            if line.hasPrefix("```") {
                isInFence.toggle()
            } else if isInFence {
                cases[cases.count - 1].text += line + "\n"
            } else if line.hasPrefix("## ") {
                cases.append(Case(title: String(line.dropFirst(3)), text: "", expected: []))
            } else if line.hasPrefix("- "), !cases.isEmpty {
                cases[cases.count - 1].expected.append(String(line.dropFirst(2)))
            }
        }
        self.cases = cases
    }

    /// Writes the file anew with what `rows` gives for each text in place of what was expected, to be reviewed in the diff.
    package func record(_ rows: (String) -> [String]) throws {
        let lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
        var written: [String] = []
        var index = -1
        var isInFence = false
        for line in lines where !(index >= 0 && !isInFence && line.hasPrefix("- ")) {
            if line.hasPrefix("## ") { index += 1 }
            if line.isEmpty, !isInFence, written.last?.isEmpty == true { continue }
            written.append(line)
            guard line.hasPrefix("```") else { continue }
            isInFence.toggle()
            let found = isInFence ? [] : rows(cases[index].text).map { "- " + $0 }
            if !found.isEmpty { written += [""] + found }
            if !isInFence { written.append("") }
        }
        while written.last?.isEmpty == true { written.removeLast() }
        try (written.joined(separator: "\n") + "\n").write(to: url, atomically: true, encoding: .utf8)
    }

    /// The file `name` in the folder `Cases` beside the test at `file`.
    package static func named(_ name: String, beside file: String = #filePath) throws -> CaseFile {
        try CaseFile(URL(fileURLWithPath: file).deletingLastPathComponent().appending(path: "Cases/\(name).md"))
    }
}
