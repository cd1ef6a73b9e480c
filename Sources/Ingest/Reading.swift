package import DemarcheRecords
package import DemarcheSourceText

/// What the reader of one format gives: the text as read, its blocks, and what the source says about itself.
package struct Reading: Sendable {
    package var text: SourceText
    package var blocks: [Block]
    package var metadata: Metadata

    package init(text: SourceText, blocks: [Block], metadata: Metadata) {
        self.text = text
        self.blocks = blocks
        self.metadata = metadata
    }
}
