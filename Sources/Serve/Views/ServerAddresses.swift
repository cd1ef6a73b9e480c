import DemarchePublish
import DemarcheRecords

/// The pages of the server: everything has one.
struct ServerAddresses: PageAddresses {
    func article(_ id: String) -> String? { "/articles/\(id)" }
    func entry(_ id: String, in article: String) -> String? { "/articles/\(article)#\(id)" }
    func outlet(_ name: String) -> String? { "/search?outlet=\(QueryItems.encoded(name))&order=newest" }
    func citation(of entry: String) -> String? { "/entries/\(entry)/citation" }

    func link(_ type: LinkType, _ id: String) -> String? {
        switch type {
        case .party: "/parties/\(id)"
        case .utterance: "/utterances/\(id)"
        case .story: "/stories/\(id)"
        case .series: "/red-lines/\(id)"
        case .proposal: "/positions?proposal=\(id)"
        case .contradiction: "/contradictions/\(id)"
        case .occurrence: "/occurrences/\(id)"
        case .episode, .duplicate: "/entries/\(id)"
        }
    }
}
