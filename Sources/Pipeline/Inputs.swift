import DemarcheIngest
package import DemarcheRecords
internal import Foundation

/// One thing to read: a file, or standard input.
package struct Input: Sendable, Equatable {
    package static let standardInput = "-"

    package let path: String

    package init(path: String) { self.path = path }

    /// The bytes, at most one more than ``Ingest/largestFile``.
    ///
    /// - Throws: ``Refusal`` with `unreadable` and what the system said, or `tooLarge` before anything is read.
    package func bytes() throws(Refusal) -> [UInt8] {
        if path == Self.standardInput { return try read(FileHandle.standardInput) }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            throw Refusal(path: path, code: .unreadable, reason: "no such file")
        }
        let type = try? FileManager.default.attributesOfItem(
            atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)[.type]
        guard type as? FileAttributeType == .typeRegular else {
            throw Refusal(
                path: path, code: .unreadable, reason: "a pipe or a device, not a file; hand it over with - instead")
        }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Refusal(path: path, code: .unreadable, reason: "cannot be opened; check its permissions")
        }
        defer { try? handle.close() }
        return try read(handle)
    }

    private func read(_ handle: FileHandle) throws(Refusal) -> [UInt8] {
        do {
            var bytes: [UInt8] = []
            while bytes.count <= Ingest.largestFile, let more = try handle.read(upToCount: 1 << 20), !more.isEmpty {
                bytes += more
            }
            return bytes
        } catch {
            throw Refusal(path: path, code: .unreadable, reason: "cannot be read (\(error.localizedDescription))")
        }
    }
}

/// Finds what to read under the names that a user gives: files, folders with all below them, globs, `-`.
package enum Inputs {
    /// The inputs in the order of their paths, each once. Hidden files and folders are passed over; so are
    /// records. Files of a type that is not read are refused by name when their turn comes.
    package static func under(_ names: [String]) -> [Input] {
        var paths: Set<String> = []
        for name in names {
            if name == Input.standardInput {
                paths.insert(name)
            } else if isFolder(name) {
                paths.formUnion(files(in: name))
            } else {
                paths.formUnion(FileManager.default.fileExists(atPath: name) ? [name] : globbed(name))
            }
        }
        return paths.sorted().map(Input.init(path:))
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static func files(in folder: String) -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        return walk.compactMap { $0 as? String }.filter { path in
            !path.split(separator: "/").contains { $0.hasPrefix(".") } && !isRecord(path) && !isFolder(base + path)
        }.map { base + $0 }
    }

    /// A record and the files that SQLite keeps beside it.
    private static func isRecord(_ path: String) -> Bool {
        [".demarche", ".demarche-wal", ".demarche-shm"].contains { path.hasSuffix($0) }
    }

    /// What a pattern that the shell left alone stands for; the pattern itself where it matches nothing, so that it is
    /// refused by name.
    private static func globbed(_ pattern: String) -> [String] {
        var result = glob_t()
        defer { globfree(&result) }
        guard glob(pattern, 0, nil, &result) == 0 else { return [pattern] }
        let matches = (0..<Int(result.gl_pathc)).compactMap { result.gl_pathv[$0].map { String(cString: $0) } }
        return matches.flatMap { isFolder($0) ? files(in: $0) : [$0] }
    }
}
