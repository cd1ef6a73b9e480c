import DemarcheRecords

/// Finds conditional warnings: trigger, consequence and force.
struct WarningFinder {
    private let passage: Passage

    init(_ passage: Passage) { self.passage = passage }

    /// In the order of the text.
    func warnings() -> [Warning] { [] }
}
