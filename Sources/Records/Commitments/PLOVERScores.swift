/// The scores of PLOVER 2.0, from its manual (openeventdata/PLOVER, draft 2.0): −10 to 10, from conflict to cooperation.
///
/// The manual prints 3 for ACCUSE, whose modes have −2 to −3.5: taken as −3. Its text and its table disagree about SANCTION,
/// which is material conflict here. A mode without a score has that of its type.
extension PLOVER {
    /// The quarter of the ontology: cooperation or conflict, in words or in deeds.
    package var quad: Quad {
        switch type {
        case .agree, .consult, .support, .concede: .verbalCooperation
        case .cooperate, .aid, .retreat: .materialCooperation
        case .request, .accuse, .reject, .threaten: .verbalConflict
        case .protest, .sanction, .mobilize, .coerce, .assault: .materialConflict
        }
    }

    /// The score of the mode, or else of the type.
    package var intensity: Double {
        let scores = Self.scores[type]
        return mode.flatMap { scores?.modes[$0] } ?? scores?.score ?? 0
    }

    /// The modes that the type has.
    package static func modes(of type: EventType) -> [String] { scores[type]?.modes.keys.sorted() ?? [] }

    private static let scores: [EventType: (score: Double, modes: [String: Double])] = [
        .agree: (2.5, [:]),
        .consult: (2.5, ["visit": 4.0, "third-party": 1.0, "multilateral": 4.0, "phone": 1.5]),
        .support: (5, [:]),
        .concede: (4.5, [:]),
        .cooperate: (9.5, [:]),
        .aid: (10, [:]),
        .retreat: (
            6.5, ["withdraw": 8.0, "release": 6.5, "disarm": 10.0, "ceasefire": 7.5, "access": 6.5, "resign": 4.5]
        ),
        .request: (0, ["assist": 0.5, "change": -1.0, "yield": -1.0, "meet": 0.0]),
        .accuse: (-3, ["disapprove": -2.0, "investigate": -3.5, "allege": -3.5]),
        .reject: (-2, ["assist": -1.5, "change": -2.0, "yield": -2.0, "meet": -2.0]),
        .threaten: (
            -3.5,
            ["restrict": -3.0, "arrest": -3.5, "relations": -3.5, "expel": -3.5, "territory": -4.0, "violence": -3.5]
        ),
        .protest: (
            -5,
            [
                "demo": -5.0, "riot": -7.0, "strike": -5.0, "hunger": -4.5, "boycott": -4.5, "obstruct": -4.5,
                "vandalize": -5,
            ]
        ),
        .sanction: (-6, ["convict": -6.0, "expel": -5.5, "withdraw": -6.0, "discontinue": -6.0]),
        .mobilize: (-5.5, ["troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6.0]),
        .coerce: (
            -7,
            [
                "seize": -7.0, "restrict": -7.0, "censor": -6.5, "curfew": -6.5, "martial-law": -7.5, "arrest": -7.0,
                "deport": -7.0, "withhold": -7.0, "misinformation": -6.5, "cyber": -7.0,
            ]
        ),
        .assault: (
            -9,
            [
                "abduct": -8.5, "beat": -7.5, "torture": -8.5, "sexual": -8.5, "targeted": -9.5, "destroy": -8.5,
                "primitive": -8.0, "firearms": -9.0, "explosives": -9.0, "suicide-attack": -9.5, "aerial": -9.5,
                "drone": -9.5, "heavy-weapons": -9.5, "crowd-control": -7.5, "unconventional": -10.0,
            ]
        ),
    ]
}
