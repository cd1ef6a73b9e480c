internal import DemarcheRecords

/// The statements of one date.
struct DayView {
    let heading: String
    let number: Int
    let entries: [StatementView]

    static func all(_ ledger: Ledger, _ directory: Directory) -> [DayView] {
        let byDay = Dictionary(grouping: ledger.entries, by: \.day)
        return byDay.keys.sorted().enumerated().map { index, day in
            let entries = (byDay[day] ?? []).map { StatementView($0, ledger, directory) }
            return DayView(heading: day.heading, number: index + 1, entries: entries)
        }
    }
}

/// One line of the ledger, shown by the template `statement`.
struct StatementView {
    let number: Int
    let speakerNumber: Int
    let outletNumber: Int
    let articleNumber: Int?
    let speaker: String
    let naming: String?
    let office: String?
    let act: String?
    let cue: String?
    /// The pieces of content; all but the first follow an omission.
    let pieces: [PieceView]
    /// Whether quotation marks are to be set: the article quotes directly and the content does not hold its own marks.
    let isQuoted: Bool
    let directness: String
    let via: String?
    /// To whom, at what, by what means and where it was said.
    let occasion: String?
    let confidence: String
    let outlet: String?
    let link: LinkView?
    let inside: Int?
    let notes: [String]

    init(_ entry: Ledger.Entry, _ ledger: Ledger, _ directory: Directory) {
        let statement = entry.statement
        let article = entry.article
        number = entry.number
        speakerNumber = directory.speakerNumbers[SpeakerKey(statement.speaker)] ?? 0
        outlet = Wording.outlet(article?.metadata.outlet)
        outletNumber = outlet.flatMap { directory.outletNumbers[$0] } ?? 0
        articleNumber = directory.articleNumbers[statement.article]
        speaker = Wording.speaker(statement.speaker)
        naming = Wording.naming(statement.speaker)
        office = statement.speaker.office?.text
        act = Wording.act(of: statement)
        cue = statement.cue?.evidence.exact
        pieces = statement.content.enumerated().map { PieceView(text: $1.exact, followsOmission: $0 > 0) }
        isQuoted = statement.directness == .direct && !Self.beginsWithMark(statement)
        directness = Wording.directness(statement.directness)
        via = statement.via.isEmpty ? nil : statement.via.map(Wording.carrier).joined(separator: ", ")
        occasion = statement.occasion.map(Wording.occasion)
        confidence = "\(statement.confidence) %"
        link = articleNumber.map { LinkView(entry, article: $0) }
        inside = statement.inside.flatMap(ledger.number)
        notes = statement.notes
    }

    private static func beginsWithMark(_ statement: ReportedStatement) -> Bool {
        statement.content.first?.exact.unicodeScalars.first?.properties.isQuotationMark ?? false
    }
}

/// A piece of content.
struct PieceView {
    let text: String
    let followsOmission: Bool
}

/// The way from an entry to its words; to the head of the article when the words cannot be placed.
struct LinkView {
    let anchor: String
    let headline: String

    init(_ entry: Ledger.Entry, article number: Int) {
        anchor = entry.isAnchored ? entry.wordsAnchor : "a\(number)"
        headline = entry.article?.metadata.headline ?? "article \(number)"
    }
}

/// One speaker of the second index, with the way to every statement.
struct SpeakerView {
    let number: Int
    let name: String
    let naming: String?
    let offices: String?
    let count: String
    let entries: [Line]

    /// A statement in short.
    struct Line {
        let number: Int
        let date: String
        let act: String?
        let words: String
    }

    static func all(_ ledger: Ledger, _ directory: Directory) -> [SpeakerView] {
        let bySpeaker = Dictionary(grouping: ledger.entries) { SpeakerKey($0.statement.speaker) }
        return directory.speakers.enumerated().map { index, key in
            SpeakerView(number: index + 1, entries: bySpeaker[key] ?? [])
        }
    }

    private init(number: Int, entries: [Ledger.Entry]) {
        let speaker = entries.first?.statement.speaker ?? .absent
        let offices = Set(entries.compactMap { $0.statement.speaker.office?.text }).sorted()
        self.number = number
        name = Wording.speaker(speaker)
        naming = Wording.naming(speaker)
        self.offices = offices.isEmpty ? nil : offices.joined(separator: "; ")
        count = Wording.count(entries.count, "statement")
        self.entries = entries.map(Self.line)
    }

    private static func line(_ entry: Ledger.Entry) -> Line {
        Line(
            number: entry.number, date: entry.day.heading, act: Wording.act(of: entry.statement),
            words: Excerpt.of(entry.statement))
    }
}

/// The first words of a statement.
enum Excerpt {
    private static let length = 90

    static func of(_ statement: ReportedStatement) -> String {
        of(statement.content.map(\.exact).joined(separator: " […] "), most: length)
    }

    /// No more than `most` characters, cut at a space.
    static func of(_ words: String, most: Int) -> String {
        let flat = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard flat.count > most else { return flat }
        let cut = flat.prefix(most)
        return String(cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + " …"
    }
}
