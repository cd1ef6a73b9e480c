import DemarcheRecords
import DemarcheSourceText

/// What a page shows around its headline: who wrote it, and when it was published or changed.
///
/// Only short lines are looked at, from a little before the headline to the first paragraphs, and lines with a label
/// (`Last updated: …`) in the rest of the article. What stands in navigation or among comments is not the article's.
struct ShownLines {
    private let page: Page
    private let content: MainContent
    /// The lines around the headline, nearest first: behind it, then before it.
    private let near: [Int]
    /// The blocks from the headline to the first paragraph. What looks like a list of other articles there is often the list
    /// of what the page says about itself.
    private let head: Range<Int>
    private let last: Int

    /// How many blocks before the headline and behind the first paragraph are looked at, and how long a line may be.
    private static let before = 6, behind = 3, longest = 160

    init(page: Page, content: MainContent, blocks: [Block]) {
        self.page = page
        self.content = content
        let headline = blocks.firstIndex { $0.kind == .headline }
        let start = headline ?? page.blocks.firstIndex(where: content.holds) ?? 0
        let paragraph = blocks.indices.dropFirst(start).first {
            blocks[$0].kind == .paragraph && blocks[$0].span.count >= Self.longest
        }
        let end = min(blocks.count, (paragraph ?? start + 12) + Self.behind)
        head = headline.map { $0..<max($0, paragraph ?? $0) } ?? 0..<0
        near = Array(start..<max(start, end)) + (max(0, start - Self.before)..<start).reversed()
        last = page.blocks.lastIndex(where: content.holds) ?? end
    }

    private func isOurs(_ index: Int) -> Bool {
        let reason = content.reasons[page.blocks[index].element]
        guard page.blocks[index].span.count <= Self.longest, reason != .comments else { return false }
        return reason != .related || head.contains(index) || isDated(index) || isAuthor(index)
    }

    private func line(_ index: Int) -> String { page.string(page.blocks[index]) }

    // MARK: Dates

    /// The dates that the page shows. A line that says so tells of a change; any other date is that of publication.
    func dates() -> (published: RecordedDate?, modified: RecordedDate?) {
        var dates: (published: RecordedDate?, modified: RecordedDate?)
        for index in near where isOurs(index) { read(index, needsLabel: true, into: &dates) }
        if dates.published == nil {
            for index in near where isOurs(index) { read(index, needsLabel: false, into: &dates) }
        }
        if dates.published != nil || dates.modified != nil { return dates }
        for index in (near.first ?? 0)..<max(near.first ?? 0, last + 4) where index < page.blocks.count && isOurs(index)
        {
            read(index, needsLabel: true, into: &dates)
        }
        if dates.published == nil, dates.modified == nil { dates.published = onlyDate() }
        return dates
    }

    private func read(
        _ index: Int, needsLabel: Bool, into dates: inout (published: RecordedDate?, modified: RecordedDate?)
    ) {
        let line = line(index)
        guard let date = WrittenDate.first(in: line, basis: .text) else { return }
        let words = line.lowercased()
        let previous = index > 0 && page.blocks[index - 1].span.count < 40 ? self.line(index - 1).lowercased() : ""
        let labels = words + " " + previous
        if let both = Self.both(words) {
            if dates.published == nil { dates.published = both.published }
            if dates.modified == nil { dates.modified = both.modified }
        } else if Self.changes.contains(where: labels.contains), !words.contains("published") {
            if dates.modified == nil { dates.modified = date }
        } else if dates.published == nil, isLine(line, labels, needsLabel) {
            dates.published = date
        }
    }

    /// The dates of a line that tells both: `3 May 2031. Updated 9 May 2031`.
    private static func both(_ line: String) -> (published: RecordedDate, modified: RecordedDate)? {
        guard let cut = changes.lazy.compactMap({ line.firstRange(of: $0) }).first,
            let published = WrittenDate.first(in: line[..<cut.lowerBound], basis: .text),
            let modified = WrittenDate.first(in: line[cut.upperBound...], basis: .text)
        else { return nil }
        return (published, modified)
    }

    /// The one day that lines with a label, anywhere on the page, give.
    private func onlyDate() -> RecordedDate? {
        let labelled = page.blocks.indices.filter { index in
            guard page.blocks[index].span.count < 60, !isComment(index) else { return false }
            let words = line(index).lowercased()
            return Self.labels.contains { words.hasPrefix($0) }
        }
        return only(labelled + labelled.map { $0 + 1 })
    }

    private func only(_ indices: [Int]) -> RecordedDate? {
        let dates = indices.filter { $0 < page.blocks.count }.compactMap { index -> RecordedDate? in
            let line = line(index)
            let isChange = Self.changes.contains { line.lowercased().contains($0) }
            return isChange ? nil : WrittenDate.first(in: line, basis: .text)
        }
        return dates.allSatisfy { $0.date == dates.first?.date } ? dates.first : nil
    }

    private func isDated(_ index: Int) -> Bool {
        let block = page.blocks[index]
        return block.dated * 2 > block.span.count || page.elements[block.element].marks.contains(.date)
    }

    private func isAuthor(_ index: Int) -> Bool {
        let block = page.blocks[index]
        return block.signed > 0 || page.elements[block.element].marks.contains(.byline)
    }

    private func isComment(_ index: Int) -> Bool { content.reasons[page.blocks[index].element] == .comments }

    /// Whether a line with a date gives it and tells nothing else: no sentence, or one with a label.
    private func isLine(_ line: String, _ labels: String, _ needsLabel: Bool) -> Bool {
        if Self.labels.contains(where: labels.contains) { return true }
        return !needsLabel && line.utf8.count < 90 && !line.hasSuffix(".") && !line.hasSuffix("?")
    }

    private static let changes = ["updated", "modified", "last reviewed", "medically reviewed", "last edited"]
    private static let labels = ["published", "posted", "submitted", "created on", "first appeared", "publish date"]

    // MARK: Names

    /// The names behind `By`, `Written by` and the like, as far as they look like names of people.
    func labelledNames() -> [String] {
        for index in near where isOurs(index) {
            let names = labelledNames(at: index)
            if !names.isEmpty { return names }
        }
        return []
    }

    /// The names behind `Written by` anywhere in the article: outlets that name the author below it write so.
    func closingNames() -> [String] {
        let first = near.first ?? 0
        for index in first..<max(first, min(page.blocks.count, last + 8)) where isOurs(index) {
            let line = line(index)
            guard let label = line.lowercased().firstRange(of: "written by ") else { continue }
            var rest = line.suffix(line.lowercased()[label.upperBound...].count)
            if rest.last == "." { rest.removeLast() }
            let names = BylineNames.people(in: rest)
            if !names.isEmpty { return names }
        }
        return []
    }

    private func labelledNames(at index: Int) -> [String] {
        let line = line(index)
        guard let rest = Self.behindLabel(line) ?? Self.behindDate(line) else { return [] }
        if !rest.isEmpty {
            let marked = authors(in: page.blocks[index].span)
            if !marked.isEmpty { return marked }
            let people = BylineNames.people(in: rest)
            if page.blocks[index].signed > 0, rest.count > 2, rest.allSatisfy({ $0.isLetter || $0.isNumber }) {
                return [String(rest)]
            }
            return people.isEmpty && line.utf8.count < 24 ? BylineNames.pseudonym(in: rest) : people
        }
        guard index + 1 < page.blocks.count, isOurs(index + 1) else { return [] }
        return BylineNames.people(in: self.line(index + 1))
    }

    /// The names in a line that the markup calls authors', each by itself: it can run into the next word.
    private func authors(in line: TextSpan) -> [String] {
        var names: [String] = []
        let words = page.string(line).lowercased()
        let others = Self.otherRoles.lazy.compactMap { words.firstRange(of: $0)?.lowerBound }.min() ?? words.endIndex
        let end = line.start + words.utf8.distance(from: words.startIndex, to: others)
        for author in page.facts.authors where author.span.start < end && line.contains(author.span) {
            guard author.span.count < line.count else { continue }
            let people = BylineNames.people(in: page.string(author.span))
            names += people.filter { !names.contains($0) }
        }
        return names
    }

    /// The names in lines that the markup calls an author's: the nearest to the headline, or else the first on the page.
    func markedNames() -> [String] {
        let first = near.first ?? 0
        for range in [near, Array(first..<max(first, min(page.blocks.count, last + 8)))] {
            for index in range where isOurs(index) && isSigned(index) {
                let line = line(index)
                let marked = authors(in: page.blocks[index].span)
                let names = marked.isEmpty ? BylineNames.people(in: Self.behindLabel(line) ?? line[...]) : marked
                if !names.isEmpty { return names }
            }
        }
        return []
    }

    /// Whether a line, or one of the three elements around it, is marked as an author's name.
    private func isSigned(_ index: Int) -> Bool {
        let block = page.blocks[index]
        if block.signed * 2 > block.span.count { return true }
        var next: Int? = block.element
        for _ in 0..<3 {
            guard let element = next else { return false }
            if page.elements[element].marks.contains(.byline) { return true }
            next = page.elements[element].parent
        }
        return false
    }

    /// What stands behind ` by ` in a line that holds a date: `2 April 2031 by Ines Halvorsen`.
    private static func behindDate(_ line: String) -> Substring? {
        guard
            let cut = line.lowercased().contains(" by ")
                ? line.firstRange(of: " by ") ?? line.firstRange(of: " By ") : nil,
            WrittenDate.first(in: line[..<cut.lowerBound], basis: .text) != nil
        else { return nil }
        return line[cut.upperBound...]
    }

    /// What stands behind the label at the beginning of `line`; empty when nothing does.
    private static func behindLabel(_ line: String) -> Substring? {
        let words = line.lowercased()
        for label in bylineLabels where words.hasPrefix(label) {
            let rest = line.dropFirst(label.count)
            guard rest.first.map({ !$0.isLetter || label == "by" && $0.isUppercase }) ?? true else { continue }
            return rest.drop { !$0.isLetter && !$0.isNumber }
        }
        return nil
    }

    /// What comes before the names of people who did not write the article.
    private static let otherRoles = ["reviewed", "edited", "checked"]

    private static let bylineLabels = [
        "written by", "posted by", "reported by", "words by", "story by", "text by", "article by", "published by",
        "author", "by",
    ]
}
