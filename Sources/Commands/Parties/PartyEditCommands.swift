import ArgumentParser
import DemarchePipeline
import DemarcheRecords
import DemarcheStore

struct PartyMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Takes two parties for one, under the name of the first.",
        discussion: """
            demarche parties merge "Ann Example" "A. Exampel"
            demarche parties merge y-1a2b3c y-4d5e6f
            """)

    @Argument(help: ArgumentHelp("The party that stays: a name, an alias or an ID.", valueName: "party")) var first:
        String
    @Argument(help: ArgumentHelp("The party that becomes part of it.", valueName: "other")) var second: String
    @OptionGroup var record: RecordOptions

    func run() throws {
        let store = try record.openLinked()
        let (one, other) = (try store.party(named: first), try store.party(named: second))
        guard one.id != other.id else {
            throw ValidationError("\(first) and \(second) are one party already: \(one.name).")
        }
        try store.edit(PartyEdit(.merge, [one.name, other.name]))
        print("\(other.name) is now part of \(one.name). `demarche parties undo` takes it back.".printable)
    }
}

struct PartySplitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "Makes a party of its own of one of a party's names.",
        discussion: "demarche parties split \"Ann Example\" \"Andrew Example\"")

    @Argument(help: "The party: a name, an alias or an ID.") var party: String
    @Argument(help: "The alias that is somebody else.") var name: String
    @OptionGroup var record: RecordOptions

    func run() throws {
        let store = try record.openLinked()
        let found = try store.party(named: party)
        guard let alias = ([found.name] + found.aliases).first(where: { $0.lowercased() == name.lowercased() }) else {
            let names =
                found.aliases.isEmpty
                ? "it has no other names" : "its other names are \(found.aliases.joined(separator: ", "))"
            throw ValidationError("\(name): no name of \(found.name); \(names).")
        }
        guard !found.aliases.isEmpty else {
            throw ValidationError("\(name): the only name of \(found.name); nothing to split.")
        }
        try store.edit(PartyEdit(.split, [found.name, alias]))
        print("\(alias) is now a party of its own. `demarche parties undo` takes it back.".printable)
    }
}

struct PartyUndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Takes back the last merge or split.", discussion: "demarche parties undo")

    @OptionGroup var record: RecordOptions

    func run() throws {
        let store = try record.open()
        guard let edit = try store.removeLastEdit() else {
            Standard.error("demarche: no merge or split is left to undo in \(store.path)")
            throw ExitStatus.nothingFound
        }
        try RecordLinker(store).link()
        let names = edit.parties.joined(separator: edit.kind == .merge ? " and " : ", ")
        print("Undone: \(edit.kind.rawValue) of \(names).".printable)
    }
}

extension RecordOptions {
    /// As ``open()``; links the record where that has not been done since it last changed.
    func openLinked() throws -> RecordStore {
        let store = try open()
        if try !store.isLinked() { try RecordLinker(store).link() }
        return store
    }
}

extension RecordStore {
    /// Remembers the edit and links anew.
    func edit(_ edit: PartyEdit) throws {
        try add(edit)
        try RecordLinker(self).link()
    }

    /// The party that a user means: by its ID or the beginning of it, its name, an alias, or words of either.
    ///
    /// - Throws: `ValidationError` when there is none, or more than one.
    func party(named text: String) throws -> Party {
        if text.hasPrefix("y-"), let party = try link(Party.self, id: text) { return party }
        let parties = try links(Party.self)
        let asked = text.lowercased()
        let ways: [(Party) -> Bool] = [
            { $0.name == text }, { $0.name.lowercased() == asked },
            { $0.aliases.contains { $0.lowercased() == asked } }, { $0.name.lowercased().contains(asked) },
            { $0.aliases.contains { $0.lowercased().contains(asked) } },
        ]
        for fits in ways {
            let found = parties.filter(fits)
            if found.count == 1 { return found[0] }
            if found.count > 1 { throw ValidationError(Self.ambiguous(text, found)) }
        }
        throw ValidationError(
            "\(text): no party of \(path) has this name; `demarche parties --by WORDS` looks for one.")
    }

    private static func ambiguous(_ text: String, _ found: [Party]) -> String {
        let shown = found.prefix(8).map { "\($0.name) (\($0.id.prefix(10)))" }.joined(separator: ", ")
        let more = found.count > 8 ? " and \(found.count - 8) more" : ""
        return "\(text): \(found.count) parties have this name: \(shown)\(more). Name one in full or by its ID."
    }
}
