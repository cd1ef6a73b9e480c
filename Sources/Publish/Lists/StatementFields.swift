package import DemarcheRecords
package import DemarcheStore

extension StoredStatement {
    /// The columns of the comma-separated form.
    package static var fields: [Field<StoredStatement>] {
        speech + occasion + [
            Field("polarity") { $0.statement.polarity.rawValue },
            Field("confidence") { OrderedJSON.hundredths($0.statement.confidence).line },
            Field("notes") { $0.statement.notes.listed }, Field("rule") { $0.statement.rule },
            Field("outlet") { $0.outlet ?? "" }, Field("published") { $0.published ?? "" },
            Field("headline") { $0.headline ?? "" }, Field("article") { $0.statement.article },
        ]
    }

    private static var speech: [Field<StoredStatement>] {
        [
            Field("id") { $0.statement.id }, Field("speaker") { $0.statement.speaker.name ?? "" },
            Field("office") { $0.statement.speaker.office?.text ?? "" },
            Field("affiliation") { $0.statement.speaker.affiliation?.text ?? "" },
            Field("country") { $0.statement.speaker.affiliation?.country ?? "" },
            Field("naming") { $0.statement.speaker.naming.rawValue }, Field("cue") { $0.statement.cue?.lemma ?? "" },
            Field("act") { $0.statement.cue?.act.rawValue ?? "" },
            Field("directness") { $0.statement.directness.rawValue }, Field("words") { $0.statement.words },
        ]
    }

    private static var occasion: [Field<StoredStatement>] {
        [
            Field("via") { $0.statement.via.map(\.name).listed },
            Field("place") { $0.statement.occasion?.place?.exact ?? "" },
            Field("event") { $0.statement.occasion?.event?.exact ?? "" },
            Field("medium") { $0.statement.occasion?.medium?.exact ?? "" },
            Field("addressee") { $0.statement.occasion?.addressee?.exact ?? "" },
        ]
    }
}

extension ReportedStatement {
    /// The content in one line, its pieces joined by an ellipsis in brackets.
    package var words: String { content.map(\.exact).joined(separator: " […] ") }
}

extension Passage {
    /// The columns of the comma-separated form of a search.
    package static var fields: [Field<Passage>] {
        [
            Field("article") { $0.articleID }, Field("published") { $0.published ?? "" },
            Field("outlet") { $0.outlet ?? "" }, Field("headline") { $0.headline ?? "" },
            Field("passage") { $0.plainSnippet },
        ]
    }

    /// The fields that are not empty, by their names.
    package var object: OrderedJSON {
        .object(
            Self.fields.map { field in
                let value = field.value(self)
                return (field.name, value.isEmpty ? nil : .string(value))
            })
    }

    /// ``snippet`` without what marks the hits.
    package var plainSnippet: String { snippet.replacing(Self.open, with: "").replacing(Self.close, with: "") }
}
