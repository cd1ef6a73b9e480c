import DemarcheRecords

/// Statements that may be one act of speech, with who speaks.
struct StatedThings: ComparedThings {
    static let reach = ComparedStatement.days
    /// Under how many of its rarest words a statement is looked for.
    private static let rarest = 6

    private(set) var stated: [StatedWords] = []
    private(set) var speakers: [SpeakerKey] = []
    private var numbers = WordNumbers()
    private var same: SameWords

    init(_ sample: MatterSample) { same = SameWords(sample) }

    mutating func add(_ more: [StatedWords], _ directory: PartyDirectory) {
        for statement in more {
            speakers.append(SpeakerKey(of: statement.id, named: statement.speaker, in: directory, &numbers))
            same.add(statement)
        }
        stated += more
    }

    static func names(in input: LinkInput) -> [String] { input.statements.map(\.id) }

    mutating func add(_ input: LinkInput, _ directory: PartyDirectory) { add(input.statements, directory) }

    /// The parties by name, or whoever is no party, that speak in some statements.
    func names(_ things: [Int]) -> [String] { things.compactMap { speakers[$0].party }.map { numbers[$0] } }

    var count: Int { stated.count }

    func name(of thing: Int) -> String { stated[thing].id }

    func article(of thing: Int) -> String { stated[thing].article }

    func day(of thing: Int) -> Int? { same.statements[thing].day }

    /// What is recalled meets what was said in its month or year.
    func period(of thing: Int) -> ClosedRange<Int>? { same.statements[thing].recalled }

    func keys(of thing: Int) -> [UInt64] {
        same.rarest(Self.rarest, of: thing).flatMap { stem in
            speakers[thing].blocks.map { FNV1a.hash([$0, stem]) }
        }
    }

    func mayBeOne(_ one: Int, _ other: Int) -> Bool {
        speakers[one].fits(speakers[other]) && same.statements[one].isOfDay(of: same.statements[other])
    }

    func likeness(_ one: Int, _ other: Int) -> Double { same.likeness(one, other) }

    /// A state and one who speaks for it must both have a date or neither.
    func fit(_ one: Int, _ other: Int) -> Bool {
        guard mayBeOne(one, other) else { return false }
        let isOneParty = speakers[one].party != nil && speakers[one].party == speakers[other].party
        return isOneParty || same.statements[one].isDated == same.statements[other].isDated
    }

    /// What points back leaves out what the others name.
    func isNotAsked(_ thing: Int) -> Bool { same.statements[thing].pointsBack }
}
