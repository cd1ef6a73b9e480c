import DemarcheRecords

/// Outlets that are known by the domain of their pages, so that one outlet has one name however its pages call it.
///
/// A table has a line for each domain, `courier.example | The Courier | newspaper`; the kind may be missing, and `#`
/// begins a comment. A domain stands for those under it: `edition.courier.example` is the same outlet.
package struct Outlets: Sendable {
    /// The table that comes with the program.
    package static let known = Outlets(rows: PackageResources.outlets_txt)

    private var byDomain: [String: Outlet] = [:]

    private init(rows: [UInt8]) {
        for line in String(decoding: rows, as: UTF8.self).split(whereSeparator: \.isNewline) {
            if let outlet = try? Self.outlet(line), let domain = outlet.domain { byDomain[domain] = outlet }
        }
    }

    /// These outlets, and those of a user's table, which goes before.
    ///
    /// - Throws: ``OutletTableError`` for the first line that is none.
    package func extended(by table: String) throws(OutletTableError) -> Outlets {
        var outlets = self
        for (number, line) in table.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            do throws(OutletTableError) {
                guard let outlet = try Self.outlet(line), let domain = outlet.domain else { continue }
                outlets.byDomain[domain] = outlet
            } catch {
                throw OutletTableError(line: number + 1, text: error.text)
            }
        }
        return outlets
    }

    /// `outlet` with the name and kind that its domain has in the table; one that is not there stays as it is.
    func named(_ outlet: Outlet) -> Outlet {
        var domain = (outlet.domain ?? "")[...]
        while !domain.isEmpty {
            if let known = byDomain[String(domain)] {
                return Outlet(name: known.name, domain: outlet.domain, kind: known.kind)
            }
            domain = domain.firstIndex(of: ".").map { domain[domain.index(after: $0)...] } ?? ""
        }
        return outlet
    }

    /// Nil for a comment or an empty line.
    private static func outlet(_ line: Substring) throws(OutletTableError) -> Outlet? {
        let row = line.prefix { $0 != "#" }
        if row.allSatisfy(\.isWhitespace) { return nil }
        let fields = row.split(separator: "|", omittingEmptySubsequences: false)
            .map { PlainText.collapsed(String($0)) ?? "" }
        let kind = fields.count > 2 ? Outlet.Kind(rawValue: fields[2].lowercased()) : nil
        guard (2...3).contains(fields.count), fields[0].contains("."), !fields[0].contains(" "), !fields[1].isEmpty,
            fields.count == 2 || kind != nil
        else { throw OutletTableError(line: 1, text: String(line)) }
        let domain = fields[0].lowercased()
        return Outlet(
            name: fields[1], domain: domain.hasPrefix("www.") ? String(domain.dropFirst(4)) : domain, kind: kind)
    }
}

/// A line of a user's table of outlets that cannot be used.
package struct OutletTableError: Error, Equatable, CustomStringConvertible {
    package let line: Int
    package let text: String

    package var description: String {
        let kinds = Outlet.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        return
            "line \(line), “\(text)”, names no outlet; write DOMAIN | NAME or DOMAIN | NAME | KIND, where KIND is one of "
            + kinds
    }
}
