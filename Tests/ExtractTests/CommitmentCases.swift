import DemarcheAnnotate
import DemarcheExtract
import DemarcheRecords
import DemarcheSourceText
import Foundation
import TestSupport

/// The case files of a folder in `Cases`, each a construction with its sentences and what is expected of them.
enum CommitmentCases {
    static func files(in folder: String) -> [String] {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Cases/\(folder)")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return files.filter { $0.hasSuffix(".md") }.map { "\(folder)/\($0.dropLast(3))" }.sorted()
    }

    static func annotated(_ text: String) -> AnnotatedArticle {
        TestModel.annotator().annotate(Article.made(text.replacing("\n", with: " ")))
    }
}
