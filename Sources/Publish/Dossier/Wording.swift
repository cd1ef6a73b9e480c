package import DemarcheRecords

/// The words that the page has for values of the record.
package enum Wording {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `22 October 1962`, `October 1962` or `1962`; what cannot be read as a date stands as it is.
    package static func date(_ date: String) -> String {
        guard let checked = RecordedDate(iso: date, basis: .metadata), checked.date == date else { return date }
        let fields = date.split(separator: "-").compactMap { Int($0) }
        let month = fields.count > 1 ? [months[fields[1] - 1]] : []
        let day = fields.count > 2 ? [String(fields[2])] : []
        return (day + month + [String(date.prefix(4))]).joined(separator: " ")
    }

    package static func date(_ date: RecordedDate) -> String {
        ([date.date] + [date.until].compactMap(\.self)).map(Self.date).joined(separator: " to ")
    }

    /// `published 22 October 1962 (from the text)` or `undated`.
    package static func published(_ date: RecordedDate?) -> String {
        guard let date else { return "undated" }
        return "published \(Self.date(date)) (\(basis(date.basis)))"
    }

    private static func basis(_ basis: RecordedDate.Basis) -> String {
        switch basis {
        case .metadata: "from the markup"
        case .text: "from the text"
        case .given: "as given by the user"
        case .file: "from the file"
        case .anchored: "resolved from an expression"
        }
    }

    /// The act in the third person: `warns`.
    package static func act(_ act: Cue.Act) -> String {
        switch act {
        case .deny: "denies"
        case .reject, .confirm, .ask, .agree, .state, .warn, .threaten, .claim, .accuse, .demand, .request, .propose,
            .promise, .praise, .think:
            act.rawValue + "s"
        }
    }

    /// The act as it heads an entry, with its negation.
    package static func act(of statement: ReportedStatement) -> String? {
        guard let cue = statement.cue else { return statement.polarity == .negated ? "does not say" : nil }
        return statement.polarity == .negated ? "does not \(cue.act.rawValue)" : act(cue.act)
    }

    /// `to “reporters”, in “Vienna”`
    package static func occasion(_ occasion: Occasion) -> String {
        let parts = [
            ("to", occasion.addressee), ("at", occasion.event), ("by", occasion.medium), ("in", occasion.place),
        ]
        return parts.compactMap { name, words in words.map { "\(name) “\($0.exact)”" } }.joined(separator: ", ")
    }

    package static func directness(_ directness: ReportedStatement.Directness) -> String {
        switch directness {
        case .direct: "direct quotation"
        case .indirect: "indirect"
        case .mixed: "partly quoted"
        case .headline: "in a headline"
        }
    }

    /// The name, or words that stand for it where the article gives none.
    package static func speaker(_ speaker: Speaker) -> String {
        if let name = speaker.name { return name }
        return speaker.naming == .absent ? "No speaker named" : "Unnamed speaker"
    }

    /// What must be added to a name that is not a proper one.
    package static func naming(_ speaker: Speaker) -> String? {
        switch speaker.naming {
        case .named, .absent: nil
        case .unnamed: speaker.name == nil ? nil : "unnamed source"
        case .collective: "collective"
        }
    }

    package static func carrier(_ carrier: Carrier) -> String { "\(carrier.name) (\(carrier.kind.rawValue))" }

    package static func outlet(_ outlet: Outlet?) -> String? { outlet?.name ?? outlet?.domain }

    package static func reason(_ reason: Block.Reason?) -> String {
        guard let reason else { return "not part of the article" }
        return "not part of the article: \(reason.rawValue)"
    }

    package static func code(_ code: Refusal.Code) -> String {
        switch code {
        case .unreadable: "unreadable"
        case .empty: "empty"
        case .binary: "binary"
        case .tooLarge: "too large"
        case .unknownCharset: "unknown charset"
        case .unsupportedType: "unsupported type"
        case .tooComplex: "too complex"
        case .notAnArticle: "not an article"
        case .damaged: "damaged"
        case .notFetched: "not fetched"
        }
    }

    /// A value of the exchange format in words: `rules out`.
    static func value(_ value: String) -> String { value.replacing("-", with: " ") }

    /// `1 statement`, `2 statements`.
    package static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
    }
}
