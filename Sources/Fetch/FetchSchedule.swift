/// Which request comes next: one at a time to a host, the hosts beside each other, each host's in the order of the list.
///
/// Pure: whoever asks for the next one makes it and says when it is done.
struct FetchSchedule {
    /// A page on its way: which of the list it is for, where it is asked for now, and how often it was redirected.
    struct Hop: Equatable {
        let job: Int
        let address: PageAddress
        var redirects = 0
    }

    private let mostHosts: Int
    private var waiting: [String: ArraySlice<Hop>] = [:]
    /// Hosts that are not being asked and have something waiting, in the order of their turns.
    private var ready: ArraySlice<String> = []
    private var busy: Set<String> = []
    private var asked: Set<String> = []

    init(_ addresses: [PageAddress], mostHosts: Int) {
        self.mostHosts = mostHosts
        for (job, address) in addresses.enumerated() { add(Hop(job: job, address: address)) }
    }

    /// The next request, and whether it is the first to its host; nil while none can be made.
    mutating func next() -> (hop: Hop, isFirst: Bool)? {
        guard busy.count < mostHosts, let host = ready.popFirst(), let hop = waiting[host]?.popFirst() else {
            return nil
        }
        busy.insert(host)
        return (hop, asked.insert(host).inserted)
    }

    /// - Parameter following: where the answer led instead.
    mutating func finished(_ hop: Hop, following: PageAddress?) {
        let host = hop.address.host
        busy.remove(host)
        if waiting[host]?.isEmpty == false { ready.append(host) }
        guard let following else { return }
        add(Hop(job: hop.job, address: following, redirects: hop.redirects + 1))
    }

    private mutating func add(_ hop: Hop) {
        let host = hop.address.host
        if waiting[host, default: []].isEmpty, !busy.contains(host) { ready.append(host) }
        waiting[host, default: []].append(hop)
    }
}
