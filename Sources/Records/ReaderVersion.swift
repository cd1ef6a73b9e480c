/// What an article was read by, as a record notes it: the version of the program, and the user's dictionary of actors.
package struct ReaderVersion: Hashable, Sendable {
    /// `demarche 0.1.0` or `demarche 0.1.0 with actors 0f1e2d3c`.
    package let name: String
    private let hasActors: Bool

    /// - Parameter actors: the texts of the dictionaries, empty where none is given.
    package init(actors: [String] = []) {
        hasActors = !actors.isEmpty
        let digest = Identifier.sha256(actors.joined(separator: "\u{1F}").utf8).prefix(8)
        name = hasActors ? Self.withActors + digest : ProgramVersion.name
    }

    /// Whether reading again what `noted` read gives nothing new. Reading without a dictionary leaves what was read with one.
    package func covers(_ noted: String) -> Bool { noted == name || !hasActors && noted.hasPrefix(Self.withActors) }

    private static let withActors = ProgramVersion.name + " with actors "
}
