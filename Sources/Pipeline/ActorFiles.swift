package import DemarcheExtract
package import DemarcheRecords
internal import FoundationEssentials

/// The dictionaries of actors that a user keeps, in PETRARCH's format.
package struct ActorFiles: Sendable {
    /// Nil when no file is given.
    package let dictionary: ActorDictionary?
    /// How many lines name no actor that could be read.
    package let skipped: Int
    /// What reads with them.
    package let version: ReaderVersion

    /// - Throws: the path of the first file that cannot be read as text in UTF-8.
    package init(_ paths: [String]) throws(UnreadableFile) {
        var texts: [String] = []
        for path in paths {
            guard let data = FileManager.default.contents(atPath: path),
                let text = String(validating: data, as: UTF8.self)
            else { throw UnreadableFile(path: path) }
            texts.append(text)
        }
        dictionary = texts.isEmpty ? nil : ActorDictionary(texts)
        skipped = dictionary?.skipped ?? 0
        version = ReaderVersion(actors: texts)
    }
}

package struct UnreadableFile: Error {
    package let path: String
}
