/// An action that parties of several articles are for or against, or warn of.
package struct LinkedProposal: LinkRecord {
    package static let linkType = LinkType.proposal

    package var id: String
    /// The commonest words for it.
    package var title: String
    /// The stem of the act and of what it is done to, and the place or party concerned; what the cluster rests on.
    package var action: String
    package var object: String?
    package var place: String?
    /// The positions on it and the warnings of which it is the trigger.
    package var members: [String]

    package init(title: String, action: String, object: String?, place: String?, members: [String]) {
        id = Identifier.link("o", [action, object ?? "", place ?? ""])
        self.title = title
        self.action = action
        self.object = object
        self.place = place
        self.members = members
    }

    package var date: String? { nil }
}

/// The warnings of one party about one proposal over time, or in the parts of one article.
package struct Series: LinkRecord {
    package static let linkType = LinkType.series

    package struct Point: Hashable, Sendable, Codable {
        /// Where in its article a warning stands. `quotation`: in words that are quoted; `lead`: in the first paragraph.
        package enum Part: String, Sendable, Codable, CaseIterable { case headline, standfirst, lead, text, quotation }

        package var warning: String
        package var date: String?
        package var force: Warning.Force
        /// Absent in records that were linked before it was told.
        package var article: String?
        package var part: Part?

        package init(
            warning: String, date: String?, force: Warning.Force, article: String? = nil, part: Part? = nil
        ) {
            self.warning = warning
            self.date = date
            self.force = force
            self.article = article
            self.part = part
        }
    }

    /// A headline, standfirst or lead whose force is not that of the words below it which say the same.
    package struct Drift: Hashable, Sendable, Codable {
        package var article: String
        package var part: Point.Part
        package var force: Warning.Force
        package var warning: String
        /// The firmest force in quoted words of the article that say the same; where none do, in its text, or else in its lead.
        package var below: Warning.Force
        package var belowPart: Point.Part
        package var belowWarning: String

        package init(
            article: String, _ above: (warning: String, part: Point.Part, force: Warning.Force),
            over below: (warning: String, part: Point.Part, force: Warning.Force)
        ) {
            self.article = article
            (warning, part, force) = above
            (belowWarning, belowPart, self.below) = below
        }

        package var strengthens: Bool { below < force }
        /// `the headline strengthens: inevitable over possible in the quotation`
        package var title: String {
            "the \(part.rawValue) \(strengthens ? "strengthens" : "weakens"): \(force.rawValue) over \(below.rawValue) "
                + "in the \(belowPart.rawValue)"
        }
    }

    package var id: String
    package var title: String
    package var party: String
    package var proposal: String
    /// By date, the undated last.
    package var points: [Point]
    /// In the order of articles and parts.
    package var drifts: [Drift]

    package init(title: String, party: String, proposal: String, points: [Point], drifts: [Drift] = []) {
        id = Identifier.link("r", [party, proposal])
        self.title = title
        self.party = party
        self.proposal = proposal
        self.points = points
        self.drifts = drifts
    }

    package var date: String? { points.compactMap(\.date).first }
    package var members: [String] { points.map(\.warning) }
}

extension Series {
    /// Records that were linked before drifts were kept have none.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(String.self, forKey: .id)
        title = try values.decode(String.self, forKey: .title)
        party = try values.decode(String.self, forKey: .party)
        proposal = try values.decode(String.self, forKey: .proposal)
        points = try values.decode([Point].self, forKey: .points)
        drifts = try values.decodeIfPresent([Drift].self, forKey: .drifts) ?? []
    }
}

/// Two entries that cannot both hold, by their words.
package struct Contradiction: LinkRecord {
    package static let linkType = LinkType.contradiction

    package var id: String
    package var date: String?
    /// The ids of statements or positions, two.
    package var statements: [String]
    package var why: String

    package init(_ statements: [String], date: String?, why: String) {
        id = Identifier.link("x", statements.sorted())
        self.statements = statements
        self.date = date
        self.why = why
    }

    package var title: String { why }
    package var members: [String] { statements }
}

/// What several articles report as one event.
package struct Occurrence: LinkRecord {
    package static let linkType = LinkType.occurrence

    package var id: String
    package var title: String
    /// EDTF, as precise as the most precise article has it.
    package var date: String?
    package var status: PoliticalEvent.Status
    /// By the day of the report and name.
    package var events: [String]

    package init(title: String, date: String?, status: PoliticalEvent.Status, events: [String]) {
        id = Identifier.link("n", beginningWith: events.first)
        self.title = title
        self.date = date
        self.status = status
        self.events = events
    }

    package var members: [String] { events }
}
