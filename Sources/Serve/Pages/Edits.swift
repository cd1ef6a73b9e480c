import DemarcheRecords
import DemarcheStore
import HTTPTypes
import Hummingbird
import HummingbirdCore

/// What changes the record: only where edits are allowed, and only by a form of our own.
extension Pages {
    /// How large a posted form can be, in bytes.
    private static let largestForm = 16 * 1024

    func addEdits(to router: Router<BasicRequestContext>) {
        router.post("/parties/:id/merge") { request, context in
            let id = try context.parameters.require("id")
            return try await self.edit(request, of: id) { name, form in
                .init(.merge, [name, try self.name(form["with"], "with")])
            }
        }
        router.post("/parties/:id/split") { request, context in
            let id = try context.parameters.require("id")
            return try await self.edit(request, of: id) { name, form in
                guard let alias = form["name"] else {
                    throw PageError(.badRequest, "No name was given that leaves the party; choose one of its names")
                }
                return .init(.split, [name, alias])
            }
        }
        router.post("/parties/undo") { request, _ in
            _ = try await self.form(of: request)
            _ = try self.store.removeLastEdit()
            self.forget()
            return Response.redirect(to: "/parties", type: .normal)
        }
    }

    /// The name of the one party that is meant by its ID or name, so that only such are merged as are there.
    private func name(_ written: String?, _ field: String) throws -> String {
        let written = written ?? ""
        if let party = try store.link(Party.self, id: written) { return party.name }
        let found = try store.links(Party.self, by: .title, title: written, limit: 200).items.filter {
            $0.name.lowercased() == written.lowercased()
        }
        guard found.count == 1, !written.isEmpty else {
            throw PageError(
                .badRequest,
                "\(field)=\(written): no party of this record, or more than one; give the ID in its address")
        }
        return found[0].name
    }

    private func edit(
        _ request: Request, of id: String, _ make: (String, QueryItems) throws -> PartyEdit
    ) async throws -> Response {
        let form = try await form(of: request)
        guard let party = try store.link(Party.self, id: id) else { throw PageError.missing("party", id) }
        try store.add(try make(party.name, form))
        forget()
        return Response.redirect(to: "/parties/\(id)", type: .normal)
    }

    /// The fields of a form that may change the record.
    ///
    /// - Throws: ``PageError`` when edits are not allowed, or the form is too large or not ours.
    private func form(of request: Request) async throws -> QueryItems {
        guard allowsEdits else {
            throw PageError(.forbidden, "This record is served read-only; start `demarche serve` with --allow-edits")
        }
        let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
        guard request.headers[.origin] != nil || site == "same-origin" else {
            throw PageError(.forbidden, "The form does not say which page it comes from; use the one of this server")
        }
        let body: String
        do { body = String(buffer: try await request.body.collect(upTo: Self.largestForm)) } catch {
            throw PageError(.contentTooLarge, "The form has more than \(Self.largestForm) bytes")
        }
        let form = try QueryItems(body)
        guard let given = form["token"], token.isSame(as: given) else {
            throw PageError(.forbidden, "The form is of an earlier start of the server; load its page again")
        }
        return form
    }
}
