import DemarcheRecords
import DemarcheStore

extension RecordStore {
    /// All links of the record, in the order in which linking gives them.
    func allLinks() throws -> Links {
        var found = Links()
        found.parties = try sorted()
        found.mentions = try found.parties.flatMap { try mentions(of: $0.id) }.sorted { one, other in
            (one.entry, one.role.rawValue, one.place) < (other.entry, other.role.rawValue, other.place)
        }
        found.duplicates = try sorted()
        found.utterances = try sorted()
        found.proposals = try sorted()
        found.series = try sorted()
        found.contradictions = try sorted()
        found.occurrences = try sorted()
        found.stories = try sorted()
        found.episodes = try sorted()
        return found
    }

    private func sorted<Link: LinkRecord>() throws -> [Link] { try links(Link.self).sorted { $0.id < $1.id } }
}
