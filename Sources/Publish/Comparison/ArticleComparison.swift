package import DemarcheRecords
internal import DemarcheSourceText

/// What changed between two articles, by paragraph and within a paragraph by word; furniture is left out.
///
/// Paragraphs and words are aligned by the shortest edit script (Myers 1986), as Swift's `difference(from:)` gives it, which
/// takes time in the length of the longer text times the number of changes.
package struct ArticleComparison: Equatable, Sendable {
    /// A part of a paragraph.
    package enum Piece: Equatable, Sendable {
        case common(String)
        case removed(String)
        case added(String)
    }

    package enum Change: Equatable, Sendable {
        /// So many paragraphs that stand in both.
        case unchanged(Int)
        case removed(String)
        case added(String)
        case reworded([Piece])
    }

    package let changes: [Change]

    package init(from old: Article, to new: Article) {
        changes = Self.changes(from: Self.paragraphs(old), to: Self.paragraphs(new))
    }

    package var isEmpty: Bool { changes.allSatisfy { if case .unchanged = $0 { true } else { false } } }

    private static func paragraphs(_ article: Article) -> [String] {
        article.blocks.filter { $0.kind != .boilerplate }.map { String(article.text[$0.span]) }
    }

    private static func changes(from old: [String], to new: [String]) -> [Change] {
        var changes: [Change] = []
        for run in runs(from: old, to: new) {
            if run.isCommon {
                changes.append(.unchanged(run.removed.count))
                continue
            }
            for place in 0..<max(run.removed.count, run.added.count) {
                let removed = run.removed.indices.contains(place) ? run.removed[place] : nil
                let added = run.added.indices.contains(place) ? run.added[place] : nil
                changes += change(removed, added)
            }
        }
        return changes
    }

    private static func change(_ removed: String?, _ added: String?) -> [Change] {
        guard let removed, let added else {
            return [removed.map(Change.removed), added.map(Change.added)].compactMap(\.self)
        }
        let pieces = pieces(from: words(removed), to: words(added))
        let common = pieces.reduce(0) { if case .common(let words) = $1 { $0 + words.count } else { $0 } }
        return common * 3 >= max(removed.count, added.count)
            ? [.reworded(pieces)] : [.removed(removed), .added(added)]
    }

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private static func pieces(from old: [String], to new: [String]) -> [Piece] {
        runs(from: old, to: new).flatMap { run -> [Piece] in
            if run.isCommon { return [.common(run.removed.joined(separator: " "))] }
            return [
                run.removed.isEmpty ? nil : .removed(run.removed.joined(separator: " ")),
                run.added.isEmpty ? nil : .added(run.added.joined(separator: " ")),
            ].compactMap(\.self)
        }
    }

    /// What stands in both, held in `removed`, or what one has and the other has not.
    private struct Run {
        var isCommon: Bool
        var removed: [String] = []
        var added: [String] = []
    }

    private static func runs(from old: [String], to new: [String]) -> [Run] {
        let difference = new.difference(from: old)
        let removed = Set(difference.removals.map(offset))
        let added = Set(difference.insertions.map(offset))
        var runs: [Run] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            let isCommon = !removed.contains(i) && !added.contains(j)
            if runs.last?.isCommon != isCommon { runs.append(Run(isCommon: isCommon)) }
            if !isCommon, removed.contains(i) || j >= new.count {
                runs[runs.count - 1].removed.append(old[i])
                i += 1
            } else if !isCommon {
                runs[runs.count - 1].added.append(new[j])
                j += 1
            } else {
                runs[runs.count - 1].removed.append(old[i])
                (i, j) = (i + 1, j + 1)
            }
        }
        return runs
    }

    private static func offset(_ change: CollectionDifference<String>.Change) -> Int {
        switch change {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
