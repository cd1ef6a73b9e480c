import DemarcheRecords
import DemarcheSourceText

/// What a plain text says about itself in its own lines: headline, standfirst, byline, date.
struct TextMetadata {
    let text: SourceText
    let blocks: [Block]

    func found() -> Metadata {
        var metadata = Metadata()
        metadata.headline = first(.headline).map { String($0.drop { $0 == "#" || $0 == " " }) }
        metadata.standfirst = first(.standfirst).map(String.init)
        (metadata.bylines, metadata.agencies) = Agencies.parted(first(.byline).flatMap(ByLine.names) ?? [])
        metadata.published = first(.dateline).flatMap(DateLine.date)
        return metadata
    }

    private func first(_ kind: Block.Kind) -> Substring? {
        blocks.first { $0.kind == kind }.map { text[$0.span] }
    }
}
