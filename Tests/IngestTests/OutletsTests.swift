import DemarcheIngest
import DemarcheRecords
import Testing

/// What outlets are called, by the domains of their pages.
struct OutletsTests {
    private let page = Array(
        """
        <!doctype html><title>Talks end</title><meta property=og:site_name content="courier online">
        <link rel=canonical href="https://edition.courier.example/talks"><meta property=article:section content=World>
        <article><h1>Talks end</h1>\(HTMLPage.paragraphs)</article>
        """.utf8)

    private func metadata(_ table: String, stated: Metadata = Metadata()) throws -> Metadata {
        var document = Document(path: "a.html", mediaType: .html, bytes: page)
        document.stated = stated
        return try Ingest(outlets: Outlets.known.extended(by: table)).article(document).metadata
    }

    @Test func takesNameAndKindOfAKnownDomain() throws {
        let table = "# ours\n\nwww.courier.example | The Courier | newspaper # since 1901\n"
        let outlet = Outlet(name: "The Courier", domain: "edition.courier.example", kind: .newspaper)
        #expect(try metadata(table).outlet == outlet)
        #expect(try metadata("courier.example | The Courier").outlet?.kind == nil)
    }

    @Test func keepsWhatThePageSaysOfAnUnknownDomain() throws {
        for table in ["", "example | Nobody", "rier.example | Nobody"] {
            guard let outlet = try? metadata(table).outlet else { continue }
            #expect(outlet == Outlet(name: "courier online", domain: "edition.courier.example"))
        }
    }

    @Test func leavesANameThatTheUserStates() throws {
        var stated = Metadata()
        stated.outlet = Outlet(name: "Our Copy", domain: nil)
        #expect(try metadata("courier.example | The Courier", stated: stated).outlet?.name == "Our Copy")
    }

    @Test(arguments: [
        "courier.example", "courier | The Courier", "a.example | A | paper", "a.example | | newspaper", "|",
    ])
    func namesTheLineThatIsNoOutlet(line: String) {
        let error = #expect(throws: OutletTableError.self) {
            try Outlets.known.extended(by: "a.example | The A\n\(line)\n")
        }
        #expect(error?.line == 2)
        #expect(error?.text == line)
    }

    @Test func keepsTheSection() throws {
        #expect(try metadata("").section == "World")
    }
}
