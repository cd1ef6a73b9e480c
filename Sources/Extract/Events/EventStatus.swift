import DemarcheRecords

/// Whether what a word names has come about, as the words around it tell.
struct EventStatus {
    private let passage: Passage
    private let clauses: Clauses

    init(_ passage: Passage, _ clauses: Clauses) {
        self.passage = passage
        self.clauses = clauses
    }

    /// For the verb or noun at `head`.
    func status(of head: Int) -> PoliticalEvent.Status { .happened }
}
