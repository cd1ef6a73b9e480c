package import DemarcheIngest
package import DemarcheRecords
internal import Foundation
import Glibc

/// One thing to read: a file, standard input, or a page that was fetched.
package struct Input: Sendable, Equatable {
    package static let standardInput = "-"

    private enum Kind: Equatable {
        case file
        /// In an archive, from this byte on.
        case fetched(archive: String, offset: Int)
        case refused(Refusal)
    }

    /// A page's is its address.
    package let path: String
    private let kind: Kind

    package init(path: String) { (self.path, kind) = (path, .file) }

    /// What the web answered to `address`, as it was kept.
    init(address: String, archive: String, offset: Int) {
        (path, kind) = (address, .fetched(archive: archive, offset: offset))
    }

    /// What came to nothing before it could be read.
    init(refused: Refusal) { (path, kind) = (refused.path, .refused(refused)) }

    /// The address that was asked for, when something came.
    var fetchedAddress: String? { if case .fetched = kind { path } else { nil } }

    /// The documents in it, one after another. An input that cannot be opened comes to one refusal.
    package func documents(_ options: DocumentOptions = DocumentOptions()) -> DocumentStream {
        do throws(Refusal) {
            var options = options
            switch kind {
            case .file:
                options.sidecar = try sidecar()
                return DocumentStream(try open(), path: path, options: options)
            case .fetched(let archive, let offset):
                let source = try Input(path: archive).open(at: offset)
                return DocumentStream(fetched: source, path: archive, offset: offset, name: path, options: options)
            case .refused(let refusal): return DocumentStream(refused: refusal)
            }
        } catch {
            return DocumentStream(refused: error)
        }
    }

    /// The bytes, at most one more than ``Ingest/largestFile``.
    ///
    /// - Throws: ``Refusal`` with `unreadable` and what the system said.
    package func bytes() throws(Refusal) -> [UInt8] {
        let source = try open()
        var bytes: [UInt8] = []
        while bytes.count <= Ingest.largestFile {
            let piece = try source.next()
            if piece.isEmpty { break }
            bytes += piece
        }
        return Array(bytes.prefix(Ingest.largestFile + 1))
    }

    /// - Parameter offset: where reading begins.
    func open(at offset: Int = 0) throws(Refusal) -> any ByteSource {
        if path == Self.standardInput { return FileBytes(STDIN_FILENO, path: path) }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            throw Refusal(path: path, code: .unreadable, reason: Self.missing(path))
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Refusal(
                path: path, code: .unreadable, reason: "a pipe or a device, not a file; hand it over with - instead")
        }
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw Refusal(path: path, code: .unreadable, reason: "cannot be opened; check its permissions")
        }
        if offset > 0 { lseek(file, off_t(offset), SEEK_SET) }
        return FileBytes(file, path: path)
    }

    private static func missing(_ path: String) -> String {
        AddressList.isAddress(path) ? "a web address; nothing is fetched without --fetch" : "no such file"
    }

    /// What the JSON file beside a text or page says about it: `name.json` or `name.txt.json`.
    private func sidecar() throws(Refusal) -> [UInt8]? {
        guard let name = Sidecar.names(of: path).first(where: { FileManager.default.fileExists(atPath: $0) }) else {
            return nil
        }
        return try Input(path: name).bytes()
    }
}

/// The JSON files that may stand beside a text or page and say more about it.
enum Sidecar {
    private static let endings = [".txt", ".text", ".md", ".markdown", ".html", ".htm"]

    static func names(of path: String) -> [String] {
        guard let ending = endings.first(where: { path.lowercased().hasSuffix($0) }) else { return [] }
        return [path + ".json", path.dropLast(ending.count) + ".json"]
    }

    /// The paths without those that only say more about another of them.
    static func left(out paths: [String]) -> [String] {
        let sidecars = Set(paths.flatMap(names))
        return paths.filter { !sidecars.contains($0) }
    }
}

/// An open file, read piece by piece and closed at its end.
private final class FileBytes: ByteSource {
    private static let piece = 1 << 18
    private let path: String
    private var file: Int32

    init(_ file: Int32, path: String) {
        self.file = file
        self.path = path
    }

    deinit { end() }

    private func end() {
        if file > STDIN_FILENO { close(file) }
        file = -1
    }

    func next() throws(Refusal) -> [UInt8] {
        while file >= 0 {
            var failure: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: Self.piece) { buffer, count in
                let read = Glibc.read(file, buffer.baseAddress, Self.piece)
                count = max(0, read)
                if read < 0 { failure = errno }
            }
            if failure == EINTR { continue }
            if bytes.isEmpty { end() }
            guard failure == 0 else {
                throw Refusal(
                    path: path, code: .unreadable, reason: "cannot be read (\(String(cString: strerror(failure))))")
            }
            return bytes
        }
        return []
    }
}

/// Finds what to read under the names that a user gives: files, folders with all below them, globs, `-`.
package enum Inputs {
    /// The inputs in the order of their paths, each file once, under whatever names it was given. Links are followed. Hidden
    /// files and folders are passed over; so are records, and JSON files beside a text of the same name. Files of a type that is not read are refused by name when their
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
        return Sidecar.left(out: paths.sorted()).filter { seen.insert(resolved($0)).inserted }.map(Input.init(path:))
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
