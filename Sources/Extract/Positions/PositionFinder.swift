import DemarcheRecords

/// Finds where parties stand on proposals.
struct PositionFinder {
    private let passage: Passage

    init(_ passage: Passage) { self.passage = passage }

    /// In the order of the text.
    func positions() -> [Position] { [] }
}
