package import DemarcheFetch
import DemarcheIngest
package import DemarcheRecords

/// What is to be fetched among the names that a user gives, and what is left of them.
package struct WebInputs: Sendable {
    /// An address in the order of the list, or why it is none.
    package enum Entry: Sendable, Equatable {
        case page(PageAddress)
        case refused(Refusal)
    }

    /// The longest list that is read.
    private static let largestList = 16 << 20

    package private(set) var entries: [Entry] = []
    /// The files in which they stand.
    package private(set) var lists: [String] = []
    /// Files and folders.
    package private(set) var others: [String] = []
    package var pages: [PageAddress] { entries.compactMap { if case .page(let address) = $0 { address } else { nil } } }
    private var seen: Set<PageAddress> = []

    /// Takes addresses, text files with one address a line, and standard input, which can only be such a list. Each address
    /// is taken once.
    package init(_ names: [String]) {
        for name in names {
            if name == Input.standardInput {
                addList(of: Input(path: name))
            } else if AddressList.isAddress(name) {
                add(name, shown: name)
            } else if let list = Self.list(in: name) {
                lists.append(name)
                add(list, name)
            } else {
                others.append(name)
            }
        }
    }

    private static func list(in path: String) -> AddressList? {
        let ending = path.split(separator: "/").last.map { $0.split(separator: ".").dropFirst().last ?? "" } ?? ""
        guard ["", "txt", "text", "urls"].contains(ending.lowercased()) else { return nil }
        return (try? Input(path: path).bytes()).flatMap { $0.count <= largestList ? AddressList($0) : nil }
    }

    private mutating func addList(of input: Input) {
        do throws(Refusal) {
            let bytes = try input.bytes()
            guard bytes.count <= Self.largestList, let list = AddressList(bytes) else {
                throw Refusal(
                    path: input.path, code: .notAnArticle,
                    reason: "no list of web addresses of at most 16 MiB; with --fetch standard input is one")
            }
            add(list, "standard input")
        } catch {
            entries.append(.refused(error))
        }
    }

    private mutating func add(_ list: AddressList, _ name: String) {
        for entry in list.entries { add(entry.text, shown: entry.text, place: "line \(entry.line) of \(name): ") }
    }

    private mutating func add(_ text: String, shown: String, place: String = "") {
        do throws(FetchFailure) {
            let address = try PageAddress(text)
            if seen.insert(address).inserted { entries.append(.page(address)) }
        } catch {
            let refusal = error.refusal(of: String(shown.prefix(200)))
            entries.append(.refused(Refusal(path: refusal.path, code: refusal.code, reason: place + refusal.reason)))
        }
    }
}
