internal import DemarcheSourceText

/// Things with spans, found by what they overlap without looking at all of them: only at those that begin within the length of the
/// longest.
struct SpanIndex<Element> {
    private let elements: [Element]
    private let span: (Element) -> TextSpan
    private let longest: Int

    /// - Parameter elements: by the beginning of their spans.
    init(_ elements: [Element], span: @escaping (Element) -> TextSpan) {
        self.elements = elements
        self.span = span
        longest = elements.map { span($0).end - span($0).start }.max() ?? 0
    }

    /// In the order of the elements.
    func overlapping(_ stretch: TextSpan) -> [Element] {
        var found: [Element] = []
        var place = firstPlace(beginningAt: stretch.start - longest)
        while place < elements.count, span(elements[place]).start < stretch.end {
            if span(elements[place]).overlaps(stretch) { found.append(elements[place]) }
            place += 1
        }
        return found
    }

    private func firstPlace(beginningAt offset: Int) -> Int {
        var (low, high) = (0, elements.count)
        while low < high {
            let middle = (low + high) / 2
            if span(elements[middle]).start < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
