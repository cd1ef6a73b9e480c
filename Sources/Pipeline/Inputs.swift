import DemarcheIngest
package import DemarcheRecords
internal import Foundation
import Glibc

/// One thing to read: a file, or standard input.
package struct Input: Sendable, Equatable {
    package static let standardInput = "-"

    package let path: String

    package init(path: String) { self.path = path }

    /// The bytes, at most one more than ``Ingest/largestFile``.
    ///
    /// - Throws: ``Refusal`` with `unreadable` and what the system said, or `tooLarge` before anything is read.
    package func bytes() throws(Refusal) -> [UInt8] {
        if path == Self.standardInput { return try read(STDIN_FILENO, expecting: 1 << 16) }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            throw Refusal(path: path, code: .unreadable, reason: "no such file")
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Refusal(
                path: path, code: .unreadable, reason: "a pipe or a device, not a file; hand it over with - instead")
        }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw Refusal(path: path, code: .unreadable, reason: "cannot be opened; check its permissions")
        }
        defer { close(file) }
        return try read(file, expecting: Int(status.st_size))
    }

    /// All of an open file. `size` is what to make room for; the file may hold more or less.
    private func read(_ file: Int32, expecting size: Int) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        var room = min(size, Ingest.largestFile) + 1
        while bytes.count <= Ingest.largestFile {
            var failure: Int32 = 0
            let more = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                let read = Glibc.read(file, buffer.baseAddress, room)
                count = max(0, read)
                if read < 0 { failure = errno }
            }
            if failure == EINTR { continue }
            guard failure == 0 else {
                throw Refusal(
                    path: path, code: .unreadable, reason: "cannot be read (\(String(cString: strerror(failure))))")
            }
            if more.isEmpty { break }
            bytes = bytes.isEmpty ? more : bytes + more
            room = max(1, min(1 << 20, Ingest.largestFile + 1 - bytes.count))
        }
        return bytes
    }
}

/// Finds what to read under the names that a user gives: files, folders with all below them, globs, `-`.
package enum Inputs {
    /// The inputs in the order of their paths, each file once, under whatever names it was given. Links are followed. Hidden
    /// files and folders are passed over; so are records. Files of a type that is not read are refused by name when their
    /// turn comes.
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
        var seen: Set<String> = []
        return paths.sorted().filter { seen.insert(resolved($0)).inserted }.map(Input.init(path:))
    }

    /// The absolute path without links; the path itself where nothing is there.
    private static func resolved(_ path: String) -> String {
        guard path != Input.standardInput, let found = realpath(path, nil) else { return path }
        defer { free(found) }
        return String(cString: found)
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The files below `folder`. A folder that a link leads back to is walked once.
    private static func files(in folder: String) -> [String] {
        var walked: Set<String> = []
        return files(in: folder.hasSuffix("/") ? folder : folder + "/", &walked)
    }

    private static func files(in folder: String, _ walked: inout Set<String>) -> [String] {
        guard walked.insert(resolved(folder)).inserted else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().flatMap { name -> [String] in
            if name.hasPrefix(".") || isRecord(name) { return [] }
            let path = folder + name
            return isFolder(path) ? files(in: path + "/", &walked) : [path]
        }
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
