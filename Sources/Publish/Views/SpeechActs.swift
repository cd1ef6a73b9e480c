package import DemarcheRecords
package import DemarcheStore

/// What statements do with their words, where the words alone would say something else: *denies*, *demands*.
package struct SpeechActs {
    private let names: [String: String]

    /// - Parameter statements: names of statements of the record.
    package init(_ statements: some Sequence<String>, _ store: RecordStore) throws(RecordError) {
        let stored = try store.statements(ids: Array(Set(statements)))
        names = Dictionary(stored.compactMap { one in Self.name(one.statement).map { (one.statement.id, $0) } }) { $1 }
    }

    /// Those of the fullest renderings.
    package init(_ utterances: [Utterance], _ store: RecordStore) throws(RecordError) {
        try self.init(utterances.compactMap(\.renderings.first?.statement), store)
    }

    package subscript(utterance: Utterance) -> String? {
        utterance.renderings.first.flatMap { names[$0.statement] }
    }

    /// Nil for a statement that says that its words are so.
    package subscript(statement: String) -> String? { names[statement] }

    private static func name(_ statement: ReportedStatement) -> String? {
        if statement.polarity == .negated { return "does not \(statement.cue?.lemma ?? "say")" }
        return switch statement.cue?.act {
        case .deny: "denies"
        case .reject: "rejects"
        case .demand: "demands"
        case .request: "requests"
        case .propose: "proposes"
        case .ask: "asks"
        case .agree: "agrees"
        case .promise: "promises"
        case .threaten: "threatens"
        case .state, .warn, .claim, .accuse, .confirm, .praise, .think, nil: nil
        }
    }
}
