import Foundation

/// The standard streams.
enum Standard {
    static func error(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

    static func write(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Colour only on a terminal, and not where `NO_COLOR` is set (no-color.org).
    static var hasColor: Bool { outputIsTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty }

    /// The columns of the terminal; `COLUMNS` where there is none, else 100.
    static var width: Int {
        var size = winsize()
        if outputIsTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return Int(size.ws_col)
        }
        return ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init).map { max(40, $0) } ?? 100
    }
}

/// Emphasis on a terminal.
enum Style: String {
    case bold = "1"
    case dim = "2"
    case source = "34"
    case cue = "35"

    func callAsFunction(_ text: String, when hasColor: Bool = Standard.hasColor) -> String {
        hasColor ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
    }
}

extension String {
    /// The text on one line without control characters, which an article could use to write over the terminal.
    var printable: String { harmless.split(separator: " ").joined(separator: " ") }

    /// The text with a space for every control character, line break and mark of direction.
    var harmless: String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: unicodeScalars.map { Self.isHarmful($0) ? " " : $0 })
        return String(text)
    }

    /// The text with its lines and tabs, and each of the parts between them harmless.
    var harmlessLines: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).harmless }
                .joined(separator: "\t")
        }.joined(separator: "\n")
    }

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        case .format: scalar != "\u{200D}" && scalar != "\u{200C}"
        default: false
        }
    }
}
