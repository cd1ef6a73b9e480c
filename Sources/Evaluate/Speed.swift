import ArgumentParser
import DemarcheAnnotate
import DemarcheEvaluation
import Foundation
import Synchronization

/// `evaluate speed`: how many words a second are annotated.
struct Speed: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Annotates the texts from standard input, a JSON string a line, and prints how long it took.")

    @Option(help: "The model file.") var model: String
    @Option(help: "How many threads annotate at the same time.") var threads = 1
    @Flag(help: "Only split sentences, with the stand-alone splitter.") var senter = false
    @Flag(help: "Also read each text wholly, and print what part of that time the engine alone takes.")
    var whole = false
    @Option(help: "Instructions to use: base, avx2 or avx512.") var isa: InstructionSet = .avx512

    func run() throws {
        var texts: [String] = []
        while let line = readLine() { texts.append(try JSONDecoder().decode(String.self, from: Data(line.utf8))) }
        let loading = Times.now()
        let language = try LanguageModel(path: model)
        if whole { return readWholly(texts, language) }
        let loaded = Times.now()
        let tokens = annotate(texts, language)
        let done = Times.now()
        let words = texts.reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count }
        print(
            "words \(words) tokens \(tokens) cpu \(done.cpu - loaded.cpu) wall \(done.wall - loaded.wall)",
            "load_ms \(((loaded.wall - loading.wall) * 1000).rounded()) peak_mb \(Times.peak)")
    }

    private func readWholly(_ texts: [String], _ language: LanguageModel) {
        var reading = WholeReading(language)
        for text in texts { reading.read(text) }
        print(reading.summary)
    }

    private func annotate(_ texts: [String], _ language: LanguageModel) -> Int {
        let next = Atomic(0)
        let tokens = Atomic(0)
        let (isa, senter) = (isa, senter)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            let worker = LanguageWorker(language, instructions: isa)
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < texts.count else { return }
                let text = texts[index]
                let count = senter ? worker.sentenceStarts(text).count : worker.annotate(text).tokens.count
                tokens.add(count, ordering: .relaxed)
            }
        }
        return tokens.load(ordering: .relaxed)
    }
}

/// Seconds of the clock and of the processor.
private struct Times {
    let wall: Double
    let cpu: Double

    static func now() -> Times {
        func seconds(_ clock: clockid_t) -> Double {
            var time = timespec()
            clock_gettime(clock, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
        }
        return Times(wall: seconds(CLOCK_MONOTONIC), cpu: seconds(CLOCK_PROCESS_CPUTIME_ID))
    }

    /// The largest resident set so far, in megabytes.
    static var peak: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1000
    }
}
