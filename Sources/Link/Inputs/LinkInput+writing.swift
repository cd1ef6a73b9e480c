import DemarcheRecords
import DemarcheSourceText

// The order in which fields are written is that in which `LinkInput+reading.swift` reads them; whoever changes either raises
// the first part of `LinkInput.version`; a test tells.

extension ComparedText {
    func write(to writer: inout InputWriter) {
        writer.write(address?.text)
        writer.write(published)
        writer.write(credit.authors.sorted())
        writer.write(credit.carriers.sorted())
        writer.write(credit.outlet)
        writer.write(Int(bitPattern: UInt(digest)))
        writer.write(shingles.packed)
        writer.write(bands)
        writer.write(fingerprints)
    }
}

extension ArticleMentions {
    func write(to writer: inout InputWriter) {
        writer.write(day)
        writer.write(mentions) { writer, mention in
            mention.who.write(to: &writer)
            writer.write(mention.places) { writer, place in
                writer.write(place.entry)
                writer.write(place.role)
                writer.write(place.place)
            }
        }
    }
}

extension SpeakerDescription {
    func write(to writer: inout InputWriter) {
        writer.write(name)
        writer.write(kind?.rawValue)
        writer.write(naming)
        for text in [office, country, around, sector] { writer.write(text) }
    }
}

extension StatedWords {
    func write(to writer: inout InputWriter) {
        writer.write(id)
        for text in [outlet, published] { writer.write(text) }
        for day in [said, publishedDay] { writer.write(day) { $0.write($1.number) } }
        writer.write(period) { writer, days in
            writer.write(days.lowerBound)
            writer.write(days.upperBound)
        }
        writer.write(directness)
        writer.write(polarity)
        writer.write(span.start)
        writer.write(span.end)
        writer.write(text)
        for list in [words, stems.sorted(), plainStems.sorted()] { writer.write(list) }
        writer.write(isDenied)
        writer.write(quoted) { $0.write($1) }
        writer.write(agency)
        writer.write(credits)
        writer.write(addressee)
        writer.write(isFirstHand)
        writer.write(speaker)
        writer.write(act) { $1.write(to: &$0) }
    }
}

extension Concern {
    func write(to writer: inout InputWriter) {
        writer.write(id)
        writer.write(statement)
        writer.write(words)
        for text in [name, date] { writer.write(text) }
        writer.write(span.start)
        writer.write(span.end)
        writer.write(part)
        writer.write(matter.sorted())
        writer.write(consequence.sorted())
        act.write(to: &writer)
        writer.write(proposed) { $1.write(to: &$0) }
        entry.write(to: &writer)
    }
}

extension ConcernedAct {
    func write(to writer: inout InputWriter) {
        writer.write(act)
        writer.write(place)
        writer.write(pointsBack)
    }
}

extension ProposedAct {
    func write(to writer: inout InputWriter) {
        for list in [keys, names] { writer.write(list.sorted()) }
        writer.write(agent) { writer, agent in
            switch agent {
            case .own: writer.write(String?.none)
            case .named(let name): writer.write(Optional(name))
            }
        }
        writer.write(isNegated)
    }
}

extension Concern.Entry {
    fileprivate func write(to writer: inout InputWriter) {
        switch self {
        case .position(let stance, let isConditional):
            writer.write(true)
            writer.write(stance)
            writer.write(isConditional)
        case .warning(let force, let isWorded):
            writer.write(false)
            writer.write(force)
            writer.write(isWorded)
        }
    }
}

extension StatedAct {
    func write(to writer: inout InputWriter) {
        for list in [words.keys, words.names] { writer.write(list.sorted()) }
        writer.write(words.isNegated)
        writer.write(denial) { $0.write($1 == .byCue) }
        writer.write(isClaim)
    }
}

extension ReportedEvent<String> {
    func write(to writer: inout InputWriter) {
        writer.write(id)
        writer.write(type)
        writer.write(mode)
        writer.write(status)
        for side in [actors, recipients] { writer.write(side) { $1.write(to: &$0) } }
        writer.write(date) { writer, date in
            writer.write(date.date)
            writer.write(date.until)
            writer.write(date.precision)
        }
        writer.write(reported) { $0.write($1) }
        for list in [trigger, terms] { writer.write(list) }
        writer.write(sentence)
        writer.write(isHeadline)
    }
}

extension EventParticipant {
    func write(to writer: inout InputWriter) {
        writer.write(name)
        writer.write(isNamed)
        writer.write(country)
        writer.write(actsForState)
    }
}

extension StoryArticle {
    func write(to writer: inout InputWriter) {
        writer.write(published) { $1.write(to: &$0) }
        writer.write(outlet)
        writer.write(headline)
        writer.write(terms) { writer, counted in
            writer.write(counted.stem)
            writer.write(Int(counted.count))
            writer.write(counted.isInHeadline)
        }
        writer.write(warnings) { writer, warning in
            writer.write(warning.id)
            writer.write(warning.statement)
        }
    }
}

extension RecordedDate {
    fileprivate func write(to writer: inout InputWriter) {
        writer.write(date)
        writer.write(precision)
        writer.write(basis)
        for text in [until, anchor, expression] { writer.write(text) }
    }
}
