package import Foundation

/// The sample crisis and the tables of its README.
package enum SampleCrisis {
    package static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Samples/october-1962")

    package static var articles: URL { folder.appending(path: "articles") }

    /// The rows of the table under the heading `title` in the README, without its head.
    package static func table(_ title: String) throws -> [[String]] {
        let readme = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
        let sections = readme.components(separatedBy: "\n## ")
        let section = sections.first { $0.hasPrefix(title) } ?? ""
        return section.components(separatedBy: "\n").filter { $0.hasPrefix("|") }.dropFirst(2).map { row in
            row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }
}
