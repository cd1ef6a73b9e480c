import DemarcheRecords

/// What is kept of an article to compare it with others: about three kilobytes for six hundred words.
struct ComparedText: Sendable {
    let id: String
    let address: ArticleAddress?
    let published: String?
    let credit: TextCredit
    let digest: UInt64
    let shingles: ShingleSet
    let bands: [UInt32]
    let fingerprints: [UInt32]

    /// Nil for a text that is too short.
    init?(_ source: LinkSource, _ text: BodyShingles, _ agencies: AgencyNames) {
        guard text.isComparable else { return nil }
        id = source.article.id
        address = source.article.metadata.url.flatMap(ArticleAddress.init)
        published = source.article.metadata.published?.date
        credit = TextCredit(source, agencies)
        digest = text.digest
        shingles = ShingleSet(text.shingles)
        bands = SimilaritySketch.keys(of: text.shingles)
        fingerprints = Fingerprints.of(text.shingles)
    }
}
