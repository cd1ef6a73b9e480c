import Foundation
import TestSupport

/// The program itself, run in a folder of its own.
final class Demarche {
    struct Outcome {
        let status: Int32
        let output: String
        let error: String

        var lines: [Substring] { output.split(whereSeparator: \.isNewline) }
    }

    let folder = FileManager.default.temporaryDirectory.appending(path: "demarche-commands-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The program stands beside the bundle of tests.
    private static let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "demarche")

    private static let environment = [
        "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "DEMARCHE_MODELS": TestModel.folder,
    ]

    @discardableResult
    func run(
        _ arguments: String..., input: String = "", environment: [String: String] = [:]
    ) throws -> Outcome {
        try run(all: arguments, input: input, environment: environment)
    }

    func run(all arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Outcome {
        let outputFile = folder.appending(path: ".output")
        try Data().write(to: outputFile)
        let output = try FileHandle(forWritingTo: outputFile)
        let error = try run(arguments, input, environment, output: output)
        try output.close()
        let words = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
        try FileManager.default.removeItem(at: outputFile)
        return Outcome(status: error.status, output: words, error: error.words)
    }

    /// As ``run``, with the output on a terminal.
    func runOnTerminal(_ arguments: String..., environment: [String: String] = [:]) throws -> String {
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var number: UInt32 = 0
        var lock: Int32 = 0
        guard ioctl(master, Self.setLock, &lock) == 0, ioctl(master, Self.getNumber, &number) == 0 else { return "" }
        let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        _ = try run(arguments, "", environment, output: FileHandle(fileDescriptor: slave, closeOnDealloc: true))
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(master, &bytes, bytes.count)
        close(master)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    /// TIOCSPTLCK and TIOCGPTN of Linux, which Swift does not import.
    private static let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)

    /// Starts the program and kills it with SIGKILL as soon as `moment` has come, or lets it end before that.
    func kill(_ arguments: String..., at moment: () -> Bool) throws {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = Self.environment
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        while process.isRunning, !moment() { usleep(500) }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    func put(_ name: String, _ text: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func holds(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.appending(path: name).path) }

    private func run(
        _ arguments: [String], _ input: String, _ environment: [String: String], output: FileHandle
    ) throws -> (status: Int32, words: String) {
        let process = Process()
        let (standardInput, standardError) = (Pipe(), Pipe())
        process.executableURL = Self.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = Self.environment.merging(environment) { $1 }
        process.standardInput = standardInput
        process.standardOutput = output
        process.standardError = standardError
        try process.run()
        if !input.isEmpty { try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
        try standardInput.fileHandleForWriting.close()
        let words = String(decoding: standardError.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, words)
    }
}

/// Articles that the tests read.
enum SampleTexts {
    static let envoys = """
        Envoys part in Vaduz

        March 24, 2022

        “We will not yield,” said Ann Example, the envoy of Ruritania, on Thursday evening.

        The talks about a direct clash, and about the bridge, went on for nine hours without a break.

        """
    static let bridge = """
        A bridge falls in Strelsau

        2022-04-02

        “So be it, and \"so\", and more,” said Bo Costa, a diplomat who had seen it from the other side of the river.

        """
    /// A page whose metadata and text try to write over the terminal.
    static let hostile = """
        <!doctype html><html><head><title>x</title>
        <meta property="og:title" content="Envoys &#27;[2J&#27;]0;owned&#7; part \u{9B}31m \u{202E}now">
        <meta property="og:site_name" content="The \u{1B}[31mRed\u{7} Post"></head>
        <body><article><h1>Envoys \u{1B}[2J part</h1>
        <p>“We will \u{1B}[31mnot\u{9B}2J yield\u{202E}\u{8}\u{8},” said Ann \u{1B}]0;x\u{7}Example, the envoy of Ruritania, on Thursday evening in the hall.</p>
        <p>The talks about a direct clash went on for nine hours, and nobody spoke to the reporters at the door.</p>
        </article></body></html>
        """
}
