import DemarcheRecords
import DemarcheSourceText

extension ComparedText {
    init(_ reader: inout InputReader, of article: String) {
        id = article
        address = reader.optionalString().map { ArticleAddress(text: $0) }
        published = reader.optionalString()
        credit = TextCredit(
            authors: Set(reader.stringArray()), carriers: Set(reader.stringArray()), outlet: reader.optionalString())
        digest = UInt64(UInt(bitPattern: reader.int()))
        shingles = ShingleSet(packed: reader.byteArray())
        bands = reader.numberArray()
        fingerprints = reader.numberArray()
    }
}

extension ArticleMentions {
    init(_ reader: inout InputReader, of article: String) {
        let day = reader.optionalString()
        let mentions = reader.array { reader in
            (
                who: SpeakerDescription(&reader),
                places: reader.array { reader in
                    MentionPlace(entry: reader.string(), role: reader.value(or: .speaker), place: reader.int())
                }
            )
        }
        self.init(article: article, day: day, mentions: mentions)
    }
}

extension SpeakerDescription {
    init(_ reader: inout InputReader) {
        name = reader.optionalString()
        kind = reader.optional { $0.value(or: .person) }
        naming = reader.value(or: .named)
        office = reader.optionalString()
        country = reader.optionalString()
        around = reader.optionalString()
        sector = reader.optionalString()
    }
}

extension StatedWords {
    init(_ reader: inout InputReader, of article: String) {
        id = reader.string()
        self.article = article
        outlet = reader.optionalString()
        published = reader.optionalString()
        said = reader.optional { CalendarDay(number: $0.int()) }
        publishedDay = reader.optional { CalendarDay(number: $0.int()) }
        period = reader.optional { $0.days() }
        directness = reader.value(or: .indirect)
        polarity = reader.value(or: .affirmed)
        span = TextSpan(reader.int(), reader.int())
        text = reader.string()
        words = reader.stringArray()
        stems = Set(reader.stringArray())
        plainStems = Set(reader.stringArray())
        isDenied = reader.flag()
        quoted = reader.array { $0.stringArray() }
        agency = reader.optionalString()
        credits = reader.stringArray()
        addressee = reader.optionalString()
        isFirstHand = reader.flag()
        speaker = reader.optionalString()
        act = reader.optional { StatedAct(&$0) }
    }
}

extension Concern {
    init(_ reader: inout InputReader, of article: String) {
        id = reader.string()
        self.article = article
        statement = reader.optionalString()
        words = reader.string()
        name = reader.optionalString()
        date = reader.optionalString()
        span = TextSpan(reader.int(), reader.int())
        part = reader.value(or: .text)
        matter = Set(reader.stringArray())
        consequence = Set(reader.stringArray())
        act = ConcernedAct(act: reader.stringArray(), place: reader.optionalString(), pointsBack: reader.flag())
        proposed = reader.optional { ProposedAct(&$0) }
        entry =
            reader.flag()
            ? .position(reader.value(or: .undecided), isConditional: reader.flag())
            : .warning(reader.value(or: .possible), isWorded: reader.flag())
    }
}

extension ProposedAct {
    init(_ reader: inout InputReader) {
        keys = Set(reader.stringArray())
        names = Set(reader.stringArray())
        agent = reader.optional { $0.optionalString().map(Agent.named) ?? .own }
        isNegated = reader.flag()
    }
}

extension StatedAct {
    init(_ reader: inout InputReader) {
        let words = ActWords(
            keys: Set(reader.stringArray()), names: Set(reader.stringArray()), isNegated: reader.flag())
        let denial = reader.optional { $0.flag() ? Denial.byCue : .byWords }
        self.init(words: words, denial: denial, isClaim: reader.flag())
    }
}

extension ReportedEvent<String> {
    init(_ reader: inout InputReader, of article: String) {
        self.init(
            id: reader.string(), article: article, type: reader.value(or: .consult), mode: reader.optionalString(),
            status: reader.value(or: .happened), actors: reader.array { EventParticipant(&$0) },
            recipients: reader.array { EventParticipant(&$0) }, date: reader.optional { EventDate(&$0) },
            reported: reader.optional { $0.int() }, trigger: reader.stringArray(), terms: reader.stringArray(),
            sentence: reader.string(), isHeadline: reader.flag())
    }
}

extension EventParticipant {
    init(_ reader: inout InputReader) {
        self.init(
            name: reader.optionalString(), isNamed: reader.flag(), country: reader.optionalString(),
            actsForState: reader.flag())
    }
}

extension EventDate {
    init(_ reader: inout InputReader) {
        self.init(date: reader.string(), until: reader.optionalString(), precision: reader.value(or: .day))
    }
}

extension StoryArticle {
    init(_ reader: inout InputReader, of article: String) {
        let published = reader.optional { RecordedDate(&$0) }
        let outlet = reader.optionalString()
        let headline = reader.optionalString()
        let terms = reader.array {
            CountedStem(stem: $0.string(), count: Float($0.int()), isInHeadline: $0.flag())
        }
        let warnings = reader.array { GivenWarning(id: $0.string(), statement: $0.optionalString()) }
        self.init(
            id: article, published: published, outlet: outlet, terms: terms, headline: headline, warnings: warnings)
    }
}

extension RecordedDate {
    fileprivate init(_ reader: inout InputReader) {
        self.init(date: reader.string(), precision: reader.value(or: .day), basis: reader.value(or: .text))
        until = reader.optionalString()
        anchor = reader.optionalString()
        expression = reader.optionalString()
    }
}
