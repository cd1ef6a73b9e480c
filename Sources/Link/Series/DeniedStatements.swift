import DemarcheRecords
import DemarcheSourceText

/// Finds statements that one party makes and another denies: *Ruritania denied that its fleet had sailed*, *rejected the claim that …*, or
/// the same said with a negation or by the opposite word, beside a statement of the other side that it is so.
///
/// Both must name the same act and the same parties (``ActWords``), where what the denier may leave out is itself, and be said within
/// ``days``; of what is said on a condition, asked or only feared nothing is told. Between two sides a matter is told once, where it
/// comes up first.
enum DeniedStatements {
    /// How many days may lie between both.
    private static let days = 14

    /// Linear in the statements but for those that name one act.
    static func contradictions(_ stated: [StatedWords], _ directory: PartyDirectory) -> [Contradiction] {
        let denials = stated.compactMap { $0.act?.denial == nil ? nil : ActBySomebody($0, directory) }
        let byKeys = Dictionary(grouping: denials, by: \.act.words.keys)
        let found = stated.flatMap { statement -> [DeniedClaim] in
            guard let act = statement.act, act.isClaim, let near = byKeys[act.words.keys],
                let claim = ActBySomebody(statement, directory)
            else { return [] }
            return near.filter { claim.isDenied(by: $0, within: days) }.map { DeniedClaim(claim: claim, denial: $0) }
        }
        return first(found).map(\.contradiction)
    }

    /// Of two sides and one matter the nearest in time, of these the first.
    private static func first(_ found: [DeniedClaim]) -> [DeniedClaim] {
        let sorted = found.sorted { $0.order.lexicographicallyPrecedes($1.order) }
        var told: Set<[String]> = []
        return sorted.filter { told.insert($0.matter).inserted }
    }
}

/// A statement that says or denies something, whose speaker is known.
struct ActBySomebody {
    let statement: StatedWords
    let act: StatedAct
    let party: Party
    let side: String
    /// What the words may leave out, since the speaker is it.
    private let implied: Set<String>

    init?(_ statement: StatedWords, _ directory: PartyDirectory) {
        guard let act = statement.act, let party = directory.party(.speaker, of: statement.id) else { return nil }
        let state = directory.party(.state, of: statement.id)
        (self.statement, self.act, self.party) = (statement, act, party)
        side = state?.country ?? party.country ?? party.id
        implied = Set([party.country, state?.country, FoldedName.of(party.name)].compactMap(\.self))
    }

    /// Whether `other` denies this: by another side, close in time, and of the same act of the same parties.
    func isDenied(by other: ActBySomebody, within days: Int) -> Bool {
        let (mine, theirs) = (act.words, other.act.words)
        guard side != other.side, isClose(other.statement, within: days),
            other.statement.article != statement.article || !other.statement.span.overlaps(statement.span)
        else { return false }
        let isOpposite = other.act.denial == .byCue ? mine.isNegated == theirs.isNegated : !mine.isNegated
        return isOpposite && mine.keys == theirs.keys && mine.names.isSubset(of: theirs.names.union(other.implied))
            && theirs.names.isSubset(of: mine.names.union(other.implied))
            && (!mine.names.isDisjoint(with: other.implied) || !mine.names.isEmpty && mine.names == theirs.names)
    }

    private func isClose(_ other: StatedWords, within days: Int) -> Bool {
        guard let one = statement.day, let two = other.day else { return statement.article == other.article }
        return abs(one.number - two.number) <= days
    }
}

/// A statement beside one that denies it.
private struct DeniedClaim {
    let claim: ActBySomebody
    let denial: ActBySomebody

    var matter: [String] {
        [claim.side, denial.side] + denial.act.words.keys.sorted() + ["|"] + claim.act.words.names.sorted()
    }
    var order: [String] {
        let days = [claim.statement.day?.iso, denial.statement.day?.iso].compactMap(\.self)
        return [days.max() ?? "9999", days.min() ?? "", claim.statement.id, denial.statement.id]
    }
    var contradiction: Contradiction {
        Contradiction(
            [claim.statement.id, denial.statement.id], date: denial.statement.day?.iso ?? claim.statement.day?.iso,
            why: "\(claim.party.name) says “\(claim.statement.text)”\(Self.dated(claim.statement.day)); "
                + "\(denial.party.name) \(denial.act.denial == .byCue ? "denies" : "says") “\(denial.statement.text)”"
                + Self.dated(denial.statement.day))
    }

    private static func dated(_ day: CalendarDay?) -> String { day.map { " (\($0.iso))" } ?? "" }
}
