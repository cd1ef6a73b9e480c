import DemarcheAnnotate
import DemarcheSourceText
import Foundation
import TestSupport
import Testing

/// The engine against what spaCy 3.8 with the same weights gave for texts of our own; `Golden/english.jsonl` holds a text
/// with its annotations a line.
@Suite struct GoldenTests {
    struct Expected: Decodable, Sendable {
        let given: String
        let text, norm, shape, tag, pos, morph, lemma, dep, iob, ent: [String]
        let space, offset, head, sent, senter: [Int]
        let chunks: [[Int]]
    }

    private static let expected: [Expected] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden/english.jsonl")
        let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
        return lines.compactMap { try? JSONDecoder().decode(Expected.self, from: Data($0.utf8)) }
    }()

    @Test func holdsTexts() { #expect(Self.expected.count > 20) }

    @Test(arguments: InstructionSet.allCases)
    func givesWhatSpacyGives(instructions: InstructionSet) throws {
        let worker = LanguageWorker(try TestModel.small(), instructions: instructions)
        for expected in Self.expected { check(worker.annotate(expected.given), expected) }
    }

    @Test func splitsSentencesAsSpacysSenterDoes() throws {
        let worker = LanguageWorker(try TestModel.small())
        for expected in Self.expected {
            let starts = worker.sentenceStarts(expected.given).map { $0 ? 1 : 0 }
            #expect(starts == expected.senter, "\(expected.given.debugDescription)")
        }
    }

    private func check(_ found: AnnotatedText, _ expected: Expected) {
        func same(_ name: String, _ values: (Token) -> String, _ wanted: [String]) {
            let values = found.tokens.map(values)
            guard !values.elementsEqual(wanted, by: { $0.unicodeScalars.elementsEqual($1.unicodeScalars) }) else {
                return
            }
            let index = zip(values, wanted).enumerated().first {
                !$1.0.unicodeScalars.elementsEqual($1.1.unicodeScalars)
            }
            Issue.record("\(name) of \(expected.given.debugDescription): \(String(describing: index))")
        }
        let offsets = ScalarOffsets(found.text)
        same("text", { String(found.words(of: $0)) }, expected.text)
        same("space", { $0.isFollowedByBlank ? "1" : "0" }, expected.space.map(String.init))
        same("offset", { String(offsets.scalars(before: Int($0.start))) }, expected.offset.map(String.init))
        same("norm", found.norm, expected.norm)
        same("shape", found.shape, expected.shape)
        same("tag", found.tag, expected.tag)
        same("pos", found.partOfSpeech, expected.pos)
        same("morph", found.morphology, expected.morph)
        same("lemma", found.lemma, expected.lemma)
        same("head", { String($0.head) }, expected.head.map(String.init))
        same("dep", found.dependency, expected.dep)
        same("sent", { $0.startsSentence ? "1" : "0" }, expected.sent.map(String.init))
        same("iob", { ["O", "B", "I"][Int($0.entity.rawValue)] }, expected.iob)
        same("ent", found.entityType, expected.ent)
        #expect(found.nounChunks.map { [$0.lowerBound, $0.upperBound] } == expected.chunks)
    }
}
