import DemarcheRecords

/// Finds checkable assertions with numbers.
struct ClaimFinder {
    private let passage: Passage

    init(_ passage: Passage) { self.passage = passage }

    /// In the order of the text.
    func claims() -> [Claim] { [] }
}
