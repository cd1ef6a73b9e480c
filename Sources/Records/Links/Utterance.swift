/// One act of speech, rendered by one or more articles.
package struct Utterance: LinkRecord {
    package static let linkType = LinkType.utterance

    /// An article that carries it.
    package struct Carrier: Hashable, Sendable, Codable {
        package var article: String
        package var outlet: String?
        package var published: String?
        /// Whom it has the words from: an agency or outlet that it credits, or itself.
        package var origin: String

        package init(article: String, outlet: String?, published: String?, origin: String) {
            self.article = article
            self.outlet = outlet
            self.published = published
            self.origin = origin
        }
    }

    /// How one statement gives the words.
    package struct Rendering: Hashable, Sendable, Codable {
        package var statement: String
        package var article: String
        package var text: String
        package var directness: ReportedStatement.Directness
        /// In what it differs from the fullest rendering; empty for that one itself.
        package var differences: [Difference]

        package init(
            statement: String, article: String, text: String, directness: ReportedStatement.Directness,
            differences: [Difference] = []
        ) {
            self.statement = statement
            self.article = article
            self.text = text
            self.directness = directness
            self.differences = differences
        }
    }

    package struct Difference: Hashable, Sendable, Codable {
        /// `quotation`: words within quotation marks that nobody else quotes so.
        package enum Kind: String, Sendable, Codable, CaseIterable {
            case force, condition, quotation, omission, wording
        }

        package var kind: Kind
        /// The words here and in the fullest rendering; absent where that has or leaves out words that the other has not.
        package var here: String?
        package var there: String?

        package init(_ kind: Kind, here: String?, there: String?) {
            self.kind = kind
            self.here = here
            self.there = there
        }
    }

    package var id: String
    /// Who says it; the state for spokespeople of one state.
    package var party: String?
    package var date: String?
    /// By article and place; the fullest rendering first in ``renderings``.
    package var statements: [String]
    /// The earliest or credited carrier.
    package var origin: Carrier
    /// The earliest first.
    package var carriers: [Carrier]
    package var renderings: [Rendering]

    package init(
        party: String?, date: String?, statements: [String], origin: Carrier, carriers: [Carrier],
        renderings: [Rendering]
    ) {
        let first = renderings.filter { $0.article == carriers.first?.article }.map(\.statement).min()
        id = Identifier.link("u", beginningWith: first ?? statements.first)
        self.party = party
        self.date = date
        self.statements = statements
        self.origin = origin
        self.carriers = carriers
        self.renderings = renderings
    }

    /// The sources that do not have the words from each other, in the order of letters.
    package var origins: [String] { Set(carriers.map(\.origin)).sorted() }
    package var title: String { renderings.first?.text ?? "" }
    package var members: [String] { statements }
}
