import DemarcheRecords

/// Whom the words of one mention stand for, by themselves.
enum Referent: Hashable, Sendable {
    /// A state, by its name, adjective or capital.
    case state(String)
    /// A body of the table, or an organ of a state such as its army.
    case body(BodyTable.Body)
    /// A ministry of a state that the words do not name.
    case ministry(portfolio: String)
    /// A person by name.
    case person(PersonName)
    /// Any other name.
    case name(String, Speaker.Kind?)
    /// Whoever holds an office at the time; if nobody is known to, one of those who speak for its state or body.
    case office(OfficeReading, otherwise: Source?)
    /// Somebody unnamed, or several, of a state or body.
    case source(Source)
    /// Nobody who can be told.
    case nobody

    struct Source: Hashable, Sendable {
        /// *official*
        var role: String
        /// The state or body by name.
        var of: String
        var country: String?
        var isCollective: Bool
        /// In office, so that they speak for the state.
        var isOfState: Bool

        /// `unnamed official (White House)`, `officials (Russia)`
        var shown: String { (isCollective ? "" : "unnamed ") + "\(role) (\(of))" }
    }
}
