/// A half-open range `start..<end` of UTF-8 offsets into one stored text.
///
/// Offsets count bytes, so a span is cheap to slice and to compare; the exchange format counts Unicode scalars and is
/// reached through ``ScalarOffsets``.
package struct TextSpan: Hashable, Sendable, Codable {
    package var start: Int
    package var end: Int

    package init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    package var count: Int { end - start }
    package var isEmpty: Bool { end <= start }

    package func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
    package func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
    package func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
}

extension TextSpan: Comparable {
    /// Text order: by start, then by end.
    package static func < (left: TextSpan, right: TextSpan) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}
