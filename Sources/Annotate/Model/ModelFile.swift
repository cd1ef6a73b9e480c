import Glibc

/// A language model in Demarche's own format: named sections in one file that is mapped into memory, not read.
///
/// ```
/// 0   "DMCHLANG"           8   version, UInt32      12  sections, UInt32
/// 16  length of the file   24  checksum of all bytes from 32 on (MurmurHash64A, seed 0)
/// 32  a table of sections: name in 32 bytes, offset and length in 8 each; then the sections, at multiples of 64
/// ```
/// All numbers are little-endian. Weights lie as the kernels read them, so that loading costs the checksum alone.
final class ModelFile: Sendable {
    static let version: UInt32 = 1
    static let magic = Array("DMCHLANG".utf8)
    static let headerLength = 32
    static let entryLength = 48

    let path: String
    private let bytes: MappedBytes
    private let sections: [String: Range<Int>]

    /// - Throws: ``ModelError`` when the file is missing, not a model, of another version, or not as it was written.
    init(path: String) throws(ModelError) {
        self.path = path
        bytes = try MappedBytes(path: path)
        sections = try Self.sections(of: bytes, path)
    }

    private static func sections(of bytes: MappedBytes, _ path: String) throws(ModelError) -> [String: Range<Int>] {
        guard bytes.count >= headerLength, magic.indices.allSatisfy({ bytes[$0] == magic[$0] }) else {
            throw ModelError(.notAModel, path: path, message: "not a language model of Demarche; \(ModelError.remedy)")
        }
        guard bytes.load(UInt32.self, at: 8) == version else {
            throw ModelError(
                .otherVersion, path: path,
                message: "made by another version of Demarche; \(ModelError.remedy) for this one")
        }
        guard bytes.load(UInt64.self, at: 16) == UInt64(bytes.count),
            bytes.load(UInt64.self, at: 24) == bytes.checksum(from: headerLength),
            let sections = table(of: bytes)
        else {
            throw ModelError(.damaged, path: path, message: "truncated or altered; \(ModelError.remedy) anew")
        }
        return sections
    }

    /// The table of sections; nil when one lies outside the file.
    private static func table(of bytes: MappedBytes) -> [String: Range<Int>]? {
        let count = Int(bytes.load(UInt32.self, at: 12))
        guard count <= (bytes.count - headerLength) / entryLength else { return nil }
        var sections: [String: Range<Int>] = [:]
        for index in 0..<count {
            let entry = headerLength + index * entryLength
            let name = String(decoding: (entry..<entry + 32).map { bytes[$0] }.prefix { $0 != 0 }, as: UTF8.self)
            let (start, length) = (bytes.load(UInt64.self, at: entry + 32), bytes.load(UInt64.self, at: entry + 40))
            guard start % 64 == 0, start <= UInt64(bytes.count), length <= UInt64(bytes.count) - start else {
                return nil
            }
            sections[name] = Int(start)..<Int(start + length)
        }
        return sections
    }

    func has(_ name: String) -> Bool { sections[name] != nil }

    /// The numbers of a section, of which there must be `count` unless that is nil.
    func numbers<Number: BitwiseCopyable>(
        _ name: String, of type: Number.Type, count: Int? = nil
    ) throws(ModelError) -> MappedNumbers<Number> {
        guard let section = sections[name], section.count % MemoryLayout<Number>.size == 0,
            count == nil || section.count == count.map({ $0 * MemoryLayout<Number>.size })
        else { throw invalid(name) }
        return MappedNumbers(bytes, section)
    }

    /// The texts of a section: a count, the end of each as UInt32, then their UTF-8.
    func strings(_ name: String) throws(ModelError) -> [String] {
        let words = try numbers(name, of: UInt8.self)
        guard words.count >= 4 else { throw invalid(name) }
        let raw = UnsafeRawBufferPointer(start: words.pointer, count: words.count)
        let count = Int(raw.loadUnaligned(as: UInt32.self))
        guard count <= (raw.count - 4) / 4 else { throw invalid(name) }
        let base = 4 + 4 * count
        var start = base
        var strings: [String] = []
        strings.reserveCapacity(count)
        for index in 0..<count {
            let end = base + Int(raw.loadUnaligned(fromByteOffset: 4 + 4 * index, as: UInt32.self))
            guard start <= end, end <= raw.count else { throw invalid(name) }
            strings.append(String(decoding: raw[start..<end], as: UTF8.self))
            start = end
        }
        return strings
    }

    func invalid(_ name: String) -> ModelError {
        ModelError(
            .damaged, path: path, message: "its section “\(name)” is not as it should be; \(ModelError.remedy) anew")
    }
}

/// A file mapped into memory for reading, unmapped with the object.
///
/// `@unchecked`: the pointer is only read from. Models are written to a new file that takes the place of the old one; who
/// overwrites a mapped file in place changes it under the program.
final class MappedBytes: @unchecked Sendable {
    private let base: UnsafeRawPointer
    let count: Int

    init(path: String) throws(ModelError) {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            let isMissing = errno == ENOENT || errno == ENOTDIR
            throw ModelError(
                isMissing ? .missing : .unreadable, path: path,
                message: isMissing
                    ? "no such language model; \(ModelError.remedy)"
                    : "cannot be read (\(String(cString: strerror(errno)))); check its permissions")
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
            let mapped = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file, 0), mapped != MAP_FAILED
        else {
            throw ModelError(.notAModel, path: path, message: "not a language model of Demarche; \(ModelError.remedy)")
        }
        base = UnsafeRawPointer(mapped)
        count = Int(status.st_size)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: base), count) }

    subscript(offset: Int) -> UInt8 { base.load(fromByteOffset: offset, as: UInt8.self) }

    func load<Number: BitwiseCopyable>(_ type: Number.Type, at offset: Int) -> Number {
        base.loadUnaligned(fromByteOffset: offset, as: type)
    }

    func checksum(from offset: Int) -> UInt64 {
        StringHash.murmur64A(UnsafeRawBufferPointer(start: base + offset, count: count - offset), seed: 0)
    }

    fileprivate func pointer<Number: BitwiseCopyable>(at offset: Int, to type: Number.Type) -> UnsafePointer<Number> {
        (base + offset).assumingMemoryBound(to: type)
    }
}

/// Numbers that lie in a model file.
///
/// `@unchecked`: the pointer is only read from, and the mapping that it points into lives as long as this value.
struct MappedNumbers<Number: BitwiseCopyable>: @unchecked Sendable {
    let pointer: UnsafePointer<Number>
    let count: Int
    private let owner: MappedBytes

    fileprivate init(_ bytes: MappedBytes, _ section: Range<Int>) {
        pointer = bytes.pointer(at: section.lowerBound, to: Number.self)
        count = section.count / MemoryLayout<Number>.size
        owner = bytes
    }

    subscript(index: Int) -> Number {
        precondition(index >= 0 && index < count)
        return pointer[index]
    }
}
