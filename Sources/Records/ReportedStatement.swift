package import DemarcheSourceText

/// Somebody says something: *source*, *cue* and *content*, as attribution research names the parts
/// (Pareti 2012, PolNeAR), with who carried it.
package struct ReportedStatement: Hashable, Sendable, Codable {
    package enum Directness: String, Sendable, Codable, CaseIterable { case direct, indirect, mixed, headline }
    package enum Polarity: String, Sendable, Codable { case affirmed, negated }

    package var id: String
    package var article: String
    package var speaker: Speaker
    package var cue: Cue?
    /// What is said, in text order; more than one piece when the quotation is interrupted.
    package var content: [Evidence]
    package var directness: Directness
    /// Who carried it, from nearest to farthest.
    package var via: [Carrier]
    /// Where, at what, by what means and to whom it was said.
    package var occasion: Occasion?
    package var said: RecordedDate?
    package var polarity: Polarity
    /// The statement that this one is nested in.
    package var inside: String?
    /// Of a hundred statements found in this way, how many are right (source and content), as measured on news.
    package var confidence: Int
    /// What a reader must know to judge the entry, such as `unbalanced quotation marks`.
    package var notes: [String]
    /// The pattern that found it, named as its file is.
    package var rule: String

    package init(
        article: String, speaker: Speaker, cue: Cue?, content: [Evidence], directness: Directness, via: [Carrier] = [],
        polarity: Polarity = .affirmed, inside: String? = nil, occasion: Occasion? = nil, said: RecordedDate? = nil,
        confidence: Int, notes: [String] = [], rule: String
    ) {
        self.id = Self.id(article: article, cue: cue, content: content)
        self.article = article
        self.speaker = speaker
        self.cue = cue
        self.content = content
        self.directness = directness
        self.via = via
        self.polarity = polarity
        self.inside = inside
        self.occasion = occasion
        self.said = said
        self.confidence = confidence
        self.notes = notes
        self.rule = rule
    }

    /// All the spans of text that the entry rests on.
    package var evidence: [Evidence] {
        content
            + speaker.evidence + [cue?.evidence].compactMap(\.self) + via.compactMap(\.evidence)
            + (occasion?.evidence ?? [])
    }

    /// From the first to the last word of the content.
    package var contentSpan: TextSpan {
        TextSpan(content.map(\.span.start).min() ?? 0, content.map(\.span.end).max() ?? 0)
    }

    private static func id(article: String, cue: Cue?, content: [Evidence]) -> String {
        let spans = content.map { "\($0.span.start)-\($0.span.end)" }
        let cueSpan = cue.map { "\($0.evidence.span.start)-\($0.evidence.span.end)" } ?? ""
        return Identifier.entry("s", in: article, [cueSpan] + spans)
    }
}

/// The words that attribute: a verb, a noun or a phrase such as *according to*.
package struct Cue: Hashable, Sendable, Codable {
    /// What is done by saying it.
    package enum Act: String, Sendable, Codable, CaseIterable {
        case state, warn, threaten, claim, accuse, deny, reject, demand, request, propose, promise, agree, confirm, ask
        case praise, think
    }

    package var lemma: String
    package var act: Act
    package var evidence: Evidence

    package init(lemma: String, act: Act, evidence: Evidence) {
        self.lemma = lemma
        self.act = act
        self.evidence = evidence
    }
}

/// The circumstances of an act of speech, each as the words that say so.
package struct Occasion: Hashable, Sendable, Codable {
    /// *in Vienna*
    package var place: Evidence?
    /// *at a rally*
    package var event: Evidence?
    /// *in a statement*, *on Twitter*, *on a conference call*
    package var medium: Evidence?
    /// *reporters*
    package var addressee: Evidence?

    package init(
        place: Evidence? = nil, event: Evidence? = nil, medium: Evidence? = nil, addressee: Evidence? = nil
    ) {
        self.place = place
        self.event = event
        self.medium = medium
        self.addressee = addressee
    }

    package var evidence: [Evidence] { [place, event, medium, addressee].compactMap(\.self) }
}

/// Who carried a statement to the article: *Peskov said, Reuters reported*.
package struct Carrier: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable { case agency, outlet, official, unnamed }

    package var name: String
    package var kind: Kind
    package var evidence: Evidence?

    package init(name: String, kind: Kind, evidence: Evidence?) {
        self.name = name
        self.kind = kind
        self.evidence = evidence
    }
}
