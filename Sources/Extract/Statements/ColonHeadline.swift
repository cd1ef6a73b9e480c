import DemarcheAnnotate
import DemarcheRecords

/// A headline or a line of an interview without a verb of speech: `Kremlin: no talks before spring`, `Reyne: “The bridge
/// stays shut”`.
///
/// In front of the colon stands a name and nothing else. Labels such as *Opinion* or *Live* are no names.
struct ColonHeadline: Construction {
    static let name = "ColonHeadline"

    func drafts(at index: Int, in clauses: Clauses) -> [Draft] {
        let tree = clauses.tree
        let isHeading = clauses.tree.block.block.kind.isHeading
        guard tree.words(index) == ":", index > 0, index <= 8, index + 1 < tree.indices.upperBound,
            index == 1 || !(0..<index).contains(where: { tree.isVerb($0) || tree.classes[$0] == .auxiliary }),
            let source = (0..<index).last(where: { index == 1 || [.properNoun, .noun].contains(tree.classes[$0]) }),
            tree.isCapitalized(source), tree.words(source).utf8.count > 1,
            isHeading
                ? clauses.names.contains(tree.words(source)) || clauses.lexicon.names[tree.lower(source)] != nil
                    || tree.classes[source] == .noun && clauses.agency(source) != .thing
                : index == 1 || tree.classes[source] == .properNoun,
            !Self.labels.contains(tree.lower(source))
        else { return [] }
        let content = clauses.pieces(index + 1..<tree.indices.upperBound)
        guard !content.isEmpty else { return [] }
        let cue = CueWords(lemma: ":", act: .state, head: index, tokens: index..<index + 1)
        return [
            Draft(rule: Self.name, block: clauses.number, cue: cue, source: source, content: content, confidence: 0.55)
        ]
    }

    private static let labels: Set<String> = [
        "opinion", "live", "video", "watch", "analysis", "exclusive", "update", "breaking", "editorial", "comment",
        "explainer", "photos", "review", "podcast", "timeline", "profile", "factbox", "fact", "check", "interview",
    ]
}
