import DemarcheSourceText

/// Says which statement stands in the content of which. Of two whose cues stand in each other's content, the one that is
/// found more surely stays.
enum Nesting {
    /// The drafts in text order, outer before inner.
    static func ordered(_ drafts: [Draft], _ clauses: [Clauses]) -> [Draft] {
        let cues = drafts.map { draft in
            draft.cue.map { clauses[draft.block].tree.span($0.head) } ?? draft.content.first ?? TextSpan(0, 0)
        }
        let order = drafts.indices.filter { drafts[$0].cue != nil }.sorted { (cues[$0], $0) < (cues[$1], $1) }
        var isDropped = Array(repeating: false, count: drafts.count)
        for a in order where !isDropped[a] {
            for span in drafts[a].content {
                let first = order.partitioningIndex { cues[$0].start >= span.start }
                for b in order[first...].prefix(while: { cues[$0].end <= span.end }) where b != a && !isDropped[b] {
                    guard holds(drafts[b].content, cues[a]), !isDropped[a] else { continue }
                    isDropped[drafts[a].confidence >= drafts[b].confidence ? b : a] = true
                }
            }
        }
        return zip(drafts, isDropped).filter { !$0.1 }.map(\.0).sorted { first, second in
            (first.start, -length(first)) < (second.start, -length(second))
        }
    }

    static func holds(_ content: [TextSpan], _ place: TextSpan) -> Bool {
        content.contains { $0.start <= place.start && place.end <= $0.end }
    }

    private static func length(_ draft: Draft) -> Int { draft.content.reduce(0) { $0 + $1.count } }
}
