import DemarcheRecords

/// Finds what is done, planned, feared or denied between parties.
struct EventFinder {
    private let passage: Passage

    init(_ passage: Passage) { self.passage = passage }

    /// In the order of the text.
    func events() -> [PoliticalEvent] { [] }
}
