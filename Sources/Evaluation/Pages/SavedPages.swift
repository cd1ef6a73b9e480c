internal import DemarcheIngest
internal import DemarcheRecords
internal import DemarcheSourceText
internal import Foundation

/// A folder of saved pages, each named after its id: `ID.html`, or `ID.html.gz`, which `gzip` unpacks.
package struct SavedPages: Sendable {
    private let folder: URL

    package init(folder: String) { self.folder = URL(fileURLWithPath: folder) }

    /// The bytes of a page.
    ///
    /// - Throws: ``GoldError`` when the folder has no such page, or it cannot be unpacked.
    package func bytes(of id: String) throws(GoldError) -> [UInt8] {
        let plain = folder.appending(path: "\(id).html")
        if let data = try? Data(contentsOf: plain) { return [UInt8](data) }
        let packed = folder.appending(path: "\(id).html.gz")
        guard FileManager.default.isReadableFile(atPath: packed.path) else {
            throw GoldError(file: plain.path, line: nil, message: "there is no such page, nor a packed one")
        }
        guard let data = Self.unpacked(packed.path) else {
            throw GoldError(file: packed.path, line: nil, message: "gzip cannot unpack it")
        }
        return [UInt8](data)
    }

    private static func unpacked(_ path: String) -> Data? {
        let gzip = Process()
        let output = Pipe()
        gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        gzip.arguments = ["gzip", "-dc", "--", path]
        gzip.standardOutput = output
        guard (try? gzip.run()) != nil, let data = try? output.fileHandleForReading.readToEnd() else { return nil }
        gzip.waitUntilExit()
        return gzip.terminationStatus == 0 ? data : nil
    }
}

/// What the program reads from pages, and how long it takes.
package struct PagePredictions: Sendable {
    package private(set) var pages: [GoldPage] = []
    /// The pages that are refused, with the reason; they count as pages without text.
    package private(set) var refused: [(id: String, reason: String)] = []
    /// Seconds of the processor that reading took, without loading and unpacking.
    package private(set) var seconds = 0.0
    package private(set) var bytes = 0

    package init() {}

    /// Reads the page `id` from its bytes, as a file of HTML.
    package mutating func read(_ id: String, _ page: [UInt8]) {
        bytes += page.count
        let start = Self.processorSeconds
        defer { seconds += Self.processorSeconds - start }
        do throws(Refusal) {
            pages.append(GoldPage(id: id, try Ingest().article(path: "\(id).html", bytes: page)))
        } catch {
            refused.append((id, error.reason))
            pages.append(GoldPage(id: id))
        }
    }

    /// How many pages were read how fast, and which were refused.
    package var lines: [String] {
        let rate = seconds > 0 ? Double(pages.count) / seconds : 0
        let size = pages.isEmpty ? 0 : bytes / pages.count / 1000
        return [
            String(format: "pages %d of %d KB  refused %d  pages/CPU-s %.0f", pages.count, size, refused.count, rate)
        ]
            + refused.map { "refused \($0.id): \($0.reason)" }
    }

    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

extension GoldPage {
    /// What `article` holds in the terms of the gold: its body is what the outlet reports below headline and standfirst,
    /// its date that of publication, or of the last change where the page shows no other.
    init(id: String, _ article: Article) {
        let body = article.blocks.filter { Self.isBody($0.kind) }.map { article.text[$0.span] }
        let bylines = article.metadata.bylines
        self.init(
            id: id, body: body.joined(separator: "\n\n"), title: article.metadata.headline,
            author: bylines.isEmpty ? nil : bylines.joined(separator: ", "),
            date: (article.metadata.published ?? Self.shownChange(article))?.date)
    }

    private static func shownChange(_ article: Article) -> RecordedDate? {
        article.metadata.modified.flatMap { $0.basis == .text ? $0 : nil }
    }

    private static func isBody(_ kind: Block.Kind) -> Bool {
        switch kind {
        case .paragraph, .quotation, .heading, .opinion: true
        case .headline, .standfirst, .byline, .dateline, .caption, .boilerplate: false
        }
    }
}
