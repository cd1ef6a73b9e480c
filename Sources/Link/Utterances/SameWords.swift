import Foundation

/// Tells whether two statements of one party say the same.
///
/// Either the same words stand in both, within quotation marks in one of them; or most of the matter of the shorter one
/// stands in the other, rare words counting more than common ones (``StemWeights``).
struct SameWords: Sendable {
    /// The part of the shorter statement's matter that both must have; less where it points back to what the other names.
    private static let (ofShorter, ofPointing) = (0.6, 0.35)
    /// The part that both must have of what either has; more where no day tells that they go together, less where one points
    /// back.
    private static let (ofAll, ofUndated, ofPointedAt) = (0.2, 0.3, 0.1)

    /// A statement of so few stems may be a part of anything: of all that either has, both must have more.
    private static let (brief, ofBrief) = (2, 0.4)
    /// What both have must weigh so much of what a stem weighs that stands in one statement.
    private static let ofRarest = 0.6

    private(set) var statements: [ComparedStatement] = []
    private var numbers = StatementNumbers()
    private var matter: StemWeights
    private var plain: StemWeights
    private let least: Double
    /// In how many statements of the sample a stem stands at least that another statement may have.
    private let fewest: Int

    init(_ sample: MatterSample) {
        matter = StemWeights(sample.matter)
        plain = StemWeights(sample.plain)
        least = Self.ofRarest * matter.greatest
        fewest = sample.isFull ? 0 : 2
    }

    mutating func add(_ statement: StatedWords) {
        let compared = ComparedStatement(statement, &numbers)
        matter.add(compared.words.stems, numbers.stems)
        plain.add(compared.words.plainStems, numbers.plainStems)
        statements.append(compared)
    }

    /// 0 for two statements that say different things, to 1 for the same words; more for those of one length.
    ///
    /// Where no day tells that they go together, the words themselves must be shared, and not only near ones.
    func likeness(_ one: Int, _ other: Int) -> Double {
        guard statements[one].hasSense(of: statements[other]) else { return 0 }
        let isVerbatim = statements[one].words.isVerbatim(statements[other].words)
        guard isVerbatim || statements[one].isRecalled == statements[other].isRecalled else { return 0 }
        let isDated = statements[one].isDated(with: statements[other])
        guard isVerbatim || isDated || matter.shared(one, other, least: 1) != nil,
            let shared = (isDated ? matter : plain).shared(one, other, least: isVerbatim ? 0 : 2)
        else { return 0 }
        if isVerbatim { return 0.9 + 0.1 * shared.ofAll }
        let points = statements[shared.one < shared.other ? one : other].pointsBack
        let isBrief = min(statements[one].words.stems.count, statements[other].words.stems.count) <= Self.brief
        let least = points ? Self.ofPointedAt : isBrief ? Self.ofBrief : isDated ? Self.ofAll : Self.ofUndated
        return likeness(shared, points: points, least: least)
    }

    /// - Parameter least: the part of all that either has that both must have.
    private func likeness(_ shared: StemWeights.Shared, points: Bool, least: Double) -> Double {
        let part = shared.both / min(shared.one, shared.other)
        guard shared.both >= self.least, shared.ofAll >= least, part >= (points ? Self.ofPointing : Self.ofShorter)
        else { return 0 }
        return 0.8 * part + 0.09 * shared.ofAll
    }

    /// Numbers for the rarest stems of a statement that another may have, the same in every record: for finding what may be alike.
    func rarest(_ count: Int, of statement: Int) -> [UInt64] {
        statements[statement].words.stems.map { stem in
            (frequency: matter.frequencies[Int(stem)], hash: numbers.hashes[Int(stem)])
        }.filter { $0.frequency >= fewest }.sorted { $0 < $1 }.prefix(count).map(\.hash)
    }
}
