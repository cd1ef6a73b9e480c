import ArgumentParser
import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText
import Foundation

/// `evaluate annotate`: texts as lines of JSON strings in, all annotations as lines of JSON out.
struct Annotate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Annotates texts from standard input, a JSON string a line, and writes a JSON object for each.")

    @Option(help: "The model file.") var model: String
    @Option(help: "Instructions to use: base, avx2 or avx512.") var isa: InstructionSet = .avx512

    func run() throws {
        let worker = LanguageWorker(try LanguageModel(path: model), instructions: isa)
        while let line = readLine() {
            let text = try JSONDecoder().decode(String.self, from: Data(line.utf8))
            print(Self.json(worker.annotate(text), worker.sentenceStarts(text)).line)
        }
    }

    private static func json(_ annotated: AnnotatedText, _ starts: [Bool]) -> OrderedJSON {
        let offsets = ScalarOffsets(annotated.text)
        func strings(_ value: (Token) -> some StringProtocol) -> OrderedJSON {
            .array(annotated.tokens.map { .string(String(value($0))) })
        }
        func numbers(_ value: (Token) -> Int) -> OrderedJSON { .array(annotated.tokens.map { .integer(value($0)) }) }
        return .object([
            ("text", strings(annotated.words)), ("space", numbers { $0.isFollowedByBlank ? 1 : 0 }),
            ("offset", numbers { offsets.scalars(before: Int($0.start)) }), ("norm", strings(annotated.norm)),
            ("shape", strings(annotated.shape)), ("tag", strings(annotated.tag)),
            ("pos", strings(annotated.partOfSpeech)), ("morph", strings(annotated.morphology)),
            ("lemma", strings(annotated.lemma)), ("head", numbers { Int($0.head) }),
            ("dep", strings(annotated.dependency)), ("sent", numbers { $0.startsSentence ? 1 : 0 }),
            ("iob", strings { ["O", "B", "I"][Int($0.entity.rawValue)] }), ("ent", strings(annotated.entityType)),
            (
                "chunks",
                .array(annotated.nounChunks.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) })
            ),
            ("senter", .array(starts.map { .integer($0 ? 1 : 0) })),
        ])
    }
}

extension InstructionSet: ExpressibleByArgument {}
