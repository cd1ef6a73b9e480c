package import DemarcheRecords

/// All that linking compares of one article, without the article: what is kept so that linking again need not read it.
///
/// A pure function of the article and what was found in it.
package struct LinkInput: Sendable {
    /// Changes whenever what is taken of an article or how it is written does; inputs of another version are made anew. The first part is
    /// raised by hand, the second follows from the tables of words.
    package static let version = "9-" + Identifier.sha256(tables).prefix(12)

    private static let tables =
        [
            PackageResources.agencies_txt, PackageResources.bodies_txt, PackageResources.given_names_txt,
            PackageResources.like_words_txt, PackageResources.news_words_txt, PackageResources.office_words_txt,
            PackageResources.offices_txt, PackageResources.organs_txt, PackageResources.particles_txt,
            PackageResources.proposal_words_txt, PackageResources.romanization_txt,
        ].flatMap(\.self) + RecordTables.all

    package let article: String
    let text: ComparedText?
    package let mentions: ArticleMentions
    let statements: [StatedWords]
    let concerns: [Concern]
    let events: [ReportedEvent<String>]
    let story: StoryArticle

    /// Where the article stands among others.
    package var place: StoryPlace { story.place }

    /// - Parameter words: what is known of words already; so that each is stemmed once for many articles.
    package init(_ source: LinkSource, _ words: inout TermReader) {
        article = source.article.id
        text = DuplicateFinder.input(source)
        mentions = ArticleMentions(source)
        statements = UtteranceLinker.input(source)
        concerns = ProposalLinker.input(source)
        events = OccurrenceLinker.input(source, &words)
        story = StoryArticle(source, terms: words.count(source.article))
    }

    /// About ten kilobytes for six hundred words.
    package var bytes: [UInt8] {
        var writer = InputWriter()
        writer.write(article)
        story.write(to: &writer)
        writer.write(text) { $1.write(to: &$0) }
        mentions.write(to: &writer)
        writer.write(statements) { $1.write(to: &$0) }
        writer.write(concerns) { $1.write(to: &$0) }
        writer.write(events) { $1.write(to: &$0) }
        return writer.bytes
    }

    /// Nil for bytes that are not those of an input of this version.
    package init?(bytes: [UInt8]) {
        var reader = InputReader(bytes)
        let article = reader.string()
        self.article = article
        story = StoryArticle(&reader, of: article)
        text = reader.optional { ComparedText(&$0, of: article) }
        mentions = ArticleMentions(&reader, of: article)
        statements = reader.array { StatedWords(&$0, of: article) }
        concerns = reader.array { Concern(&$0, of: article) }
        events = reader.array { ReportedEvent(&$0, of: article) }
        guard reader.isComplete else { return nil }
    }
}

extension StoryArticle {
    /// Out of the bytes of an input, of which the rest is not looked at.
    package init?(inputBytes bytes: [UInt8]) {
        var reader = InputReader(bytes)
        let article = reader.string()
        self.init(&reader, of: article)
        if reader.isBroken { return nil }
    }
}
