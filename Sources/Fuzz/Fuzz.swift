import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText
import Foundation
import TestSupport

/// Feeds bytes to the tokenizer with the whole pipeline behind it, to the loader of models, or to the readers of one format,
/// as `DEMARCHE_FUZZ` says, and traps when what must hold does not. `Scripts/fuzz.sh` builds it with libFuzzer; built as usual
/// it reads the files that are named, so that what the fuzzer kept is read again.
enum Fuzz {
    /// `text`, `model`, or a format.
    private static let target = ProcessInfo.processInfo.environment["DEMARCHE_FUZZ"] ?? "text"
    private static let format = FuzzedFormat(rawValue: target)

    static func run(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let format {
            read(Array(bytes), format)
        } else if target == "model" {
            load(Array(bytes))
        } else {
            annotate(String(decoding: bytes, as: UTF8.self))
        }
    }

    private static func read(_ bytes: [UInt8], _ format: FuzzedFormat) {
        do throws(FuzzedFormat.Violation) { try format.read(bytes) } catch { fatalError(error.what) }
    }

    /// The tokens make up the text; heads and edges lie in it.
    private static func annotate(_ text: String) {
        let annotated = worker.value.annotate(text)
        var end = 0
        for (index, token) in annotated.tokens.enumerated() {
            precondition(Int(token.start) == end, "token \(index) does not begin where the one before ended")
            precondition(annotated.tokens.indices.contains(Int(token.head)), "the head of \(index) lies outside")
            precondition(token.leftEdge <= index && token.rightEdge >= index, "token \(index) lies outside its subtree")
            end = Int(token.end) + (token.isFollowedByBlank ? 1 : 0)
        }
        precondition(end == text.utf8.count, "the tokens do not make up the text")
        _ = (annotated.nounChunks, annotated.conllu(), annotated.json().line)
    }

    /// Bytes taken for a model, as they are and with a checksum that fits; and put into a section of a good model, which the
    /// first byte chooses.
    private static func load(_ bytes: [UInt8]) {
        var files = [bytes, ModelFileSeal.sealed(bytes)]
        if let first = bytes.first {
            let rest = bytes.dropFirst()
            files.append(ModelFileSeal.altered(good, section: Int(first >> 1), with: rest, whole: first & 1 == 1))
        }
        for file in files {
            try? Data(file).write(to: URL(fileURLWithPath: scratch))
            guard let model = try? LanguageModel(path: scratch) else { continue }
            let worker = LanguageWorker(model)
            _ = worker.annotate("I don't know; the envoys met in Vaduz on Monday.\n\n(They've left.)")
            _ = worker.sentenceStarts("The envoys met. They left.")
        }
        unlink(scratch)
    }

    private static let path =
        ProcessInfo.processInfo.environment["DEMARCHE_MODEL"] ?? "Models/en_core_web_sm-3.8.0.model"
    private static let good = [UInt8](FileManager.default.contents(atPath: path) ?? Data())

    private static let scratch = NSTemporaryDirectory() + "demarche-fuzz-\(getpid()).model"

    /// `@unchecked`: libFuzzer calls on one thread.
    private struct OneThread<Value>: @unchecked Sendable { let value: Value }

    private static let worker: OneThread<LanguageWorker> = {
        guard let model = try? LanguageModel(path: path) else { fatalError("fuzz: no model at \(path)") }
        return OneThread(value: LanguageWorker(model))
    }()
}

#if FUZZING
    /// libFuzzer's own entry: <https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library>.
    @_silgen_name("LLVMFuzzerRunDriver")
    private func runDriver(
        _ count: UnsafeMutablePointer<Int32>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
        _ read: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
    ) -> Int32

    @_cdecl("LLVMFuzzerTestOneInput")
    func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
        Fuzz.run(UnsafeBufferPointer(start: bytes, count: count))
        return 0
    }

    @main enum Fuzzing {
        static func main() {
            var (count, arguments) = (CommandLine.argc, CommandLine.unsafeArgv)
            exit(runDriver(&count, &arguments, fuzzOneInput))
        }
    }
#else
    @main enum Replay {
        static func main() {
            for path in CommandLine.arguments.dropFirst() {
                guard let data = FileManager.default.contents(atPath: path) else {
                    FileHandle.standardError.write(Data("fuzz: \(path) cannot be read\n".utf8))
                    exit(2)
                }
                [UInt8](data).withUnsafeBufferPointer(Fuzz.run)
            }
            print("\(CommandLine.arguments.count - 1) inputs read")
        }
    }
#endif
