package import DemarcheRecords
package import DemarcheStore

/// The columns of the comma-separated forms of what connects articles.
extension PartyCount {
    package static var fields: [Field<PartyCount>] {
        [
            Field("id") { $0.party.id }, Field("name") { $0.party.name },
            Field("kind") { $0.party.kind?.rawValue ?? "" }, Field("country") { $0.party.country ?? "" },
            Field("sector") { $0.party.sector ?? "" }, Field("mentions") { "\($0.mentions)" },
            Field("articles") { "\($0.articles)" }, Field("aliases") { $0.party.aliases.listed },
            Field("offices") { $0.party.offices.map(\.text).listed },
            Field("why") { $0.party.why.joined(separator: " ") },
        ]
    }
}

/// Articles that belong together.
package protocol CoverageGroup: LinkRecord {
    var articles: [String] { get }
    var from: String? { get }
    var to: String? { get }
}

extension Story: CoverageGroup {}
extension Episode: CoverageGroup {}

extension CoverageGroup {
    /// - Parameter outlets: the outlets of articles, by article, those that are known.
    package static func fields(outlets: [String: String]) -> [Field<Self>] {
        [
            Field("id") { $0.id }, Field("from") { $0.from ?? "" }, Field("to") { $0.to ?? "" },
            Field("articles") { "\($0.articles.count)" },
            Field("outlets") { "\(Set($0.articles.compactMap { outlets[$0] }).count)" }, Field("title") { $0.title },
        ]
    }
}

extension Utterance {
    /// - Parameter acts: what their fullest renderings do with their words; empty for those that say that it is so.
    package static func fields(acts: SpeechActs) -> [Field<Utterance>] {
        [
            Field("id") { $0.id }, Field("date") { $0.date ?? "" }, Field("party") { $0.party ?? "" },
            Field("act") { acts[$0] ?? "" }, Field("words") { $0.title }, Field("carriers") { "\($0.carriers.count)" },
            Field("origins") { $0.origins.listed }, Field("origin article") { $0.origin.article },
            Field("origin outlet") { $0.origin.outlet ?? "" }, Field("statements") { $0.statements.listed },
        ]
    }
}

extension Series {
    package static var fields: [Field<Series>] {
        [
            Field("id") { $0.id }, Field("title") { $0.title }, Field("party") { $0.party },
            Field("proposal") { $0.proposal }, Field("from") { $0.points.compactMap(\.date).first ?? "" },
            Field("to") { $0.points.compactMap(\.date).last ?? "" },
            Field("forces") { $0.points.map(\.force.rawValue).listed },
            Field("warnings") { $0.points.map(\.warning).listed },
        ]
    }
}

extension LinkedProposal {
    package static var fields: [Field<LinkedProposal>] {
        [
            Field("id") { $0.id }, Field("title") { $0.title }, Field("action") { $0.action },
            Field("object") { $0.object ?? "" }, Field("place") { $0.place ?? "" },
            Field("members") { $0.members.listed },
        ]
    }
}

extension Contradiction {
    package static var fields: [Field<Contradiction>] {
        [
            Field("id") { $0.id }, Field("date") { $0.date ?? "" }, Field("why") { $0.why },
            Field("statements") { $0.statements.listed },
        ]
    }
}

extension Occurrence {
    package static var fields: [Field<Occurrence>] {
        [
            Field("id") { $0.id }, Field("date") { $0.date ?? "" }, Field("title") { $0.title },
            Field("status") { $0.status.rawValue }, Field("events") { $0.events.listed },
        ]
    }
}
