import ArgumentParser
import DemarcheAnnotate
import DemarchePublish
import DemarcheRecords
import DemarcheSourceText
import DemarcheStore

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows an entry with its words in context, or an article with its blocks.",
        discussion: """
            demarche show s-9b8a7c1f2e
            demarche show w-9b8a7c40d1
            demarche show t-1f0c9a
            demarche show a-9b8a7c6d
            demarche show a-9b8a7c6d --annotations
            demarche show a-9b8a7c6d --versions

            The beginning of an ID is enough where no other begins so.
            """)

    @Argument(
        help:
            "The ID of a statement (s-…), warning (w-…), position (p-…), event (e-…), claim (c-…), article (a-…), story (t-…), episode (k-…), series (r-…), contradiction (x-…), act of speech (u-…) or proposal (o-…)."
    )
    var id: String

    @Flag(help: "With an article: sentences, entities and dependency trees.")
    var annotations = false

    @Flag(help: "With an article: the versions of it that were read.")
    var versions = false

    @OptionGroup var language: ModelOptions
    @OptionGroup var record: RecordOptions

    func run() throws {
        let store = try record.open()
        let name = try EntryName(id).only(in: store)
        switch name.prefix(2) {
        case "a-": try showArticle(name, store)
        case "s-": try showStatement(name, store)
        case "w-": try show(Warning.self, name, store)
        case "p-": try show(Position.self, name, store)
        case "e-": try show(PoliticalEvent.self, name, store)
        case "t-": try showStory(name, store)
        case "k-": try showEpisode(name, store)
        case "r-": try store.link(Series.self, id: name).map { try LinkSheet(store).lines($0) }?.forEach { print($0) }
        case "x-":
            try store.link(Contradiction.self, id: name).map { try LinkSheet(store).lines($0) }?.forEach { print($0) }
        case "u-":
            try store.link(Utterance.self, id: name).map { try LinkSheet(store).lines($0) }?.forEach { print($0) }
        case "o-":
            try store.link(LinkedProposal.self, id: name).map { try LinkSheet(store).lines($0) }?.forEach { print($0) }
        default: try show(Claim.self, name, store)
        }
    }
}

extension ShowCommand {
    private func showArticle(_ name: String, _ store: RecordStore) throws {
        guard let stored = try store.article(id: name) else { return }
        if versions {
            try store.versions(of: stored.article.id).forEach { print(Self.line($0)) }
        } else {
            ArticleSheet(stored: stored, copies: try copies(of: stored.article, store)).lines().forEach { print($0) }
            if annotations { try show(LanguageWorker(language.load()).annotate(stored.article), of: stored.article) }
        }
    }

    private func showStatement(_ name: String, _ store: RecordStore) throws {
        guard let stored = try store.statement(id: name), let article = try store.article(id: stored.statement.article)
        else { return }
        StatementSheet(statement: stored.statement, article: article.article).lines().forEach { print($0) }
    }

    private func show<Entry: ListedEntry>(_ type: Entry.Type, _ name: String, _ store: RecordStore) throws {
        guard let stored = try store.entry(type, id: name), let article = try store.article(id: stored.entry.article)
        else { return }
        EntrySheet(stored: stored, article: article.article).lines().forEach { print($0) }
    }

    /// A story with its episodes, and under each its articles.
    private func showStory(_ name: String, _ store: RecordStore) throws {
        guard let story = try store.link(Story.self, id: name) else { return }
        let heads = try store.articleHeads()
        story.lines(heads).forEach { print($0) }
        for id in story.episodes {
            guard let episode = try store.link(Episode.self, id: id) else { continue }
            print("\n" + Style.bold("\(episode.id)  \(episode.from ?? "–")  \(episode.title.printable)"))
            episode.articleLines(heads).forEach { print("  " + $0) }
        }
    }

    private func showEpisode(_ name: String, _ store: RecordStore) throws {
        guard let episode = try store.link(Episode.self, id: name) else { return }
        let heads = try store.articleHeads()
        (episode.lines(heads) + [""] + episode.articleLines(heads)).forEach { print($0) }
    }

    /// A version in one line, to be handed to `compare`.
    private static func line(_ stored: StoredArticle) -> String {
        let article = stored.article
        let parts = [
            "\(stored.version)", article.id, article.metadata.published?.common ?? "–",
            stored.statementCount.map { "\($0) statement\($0 == 1 ? "" : "s")" } ?? "not looked into",
            article.source.place, stored.isCurrent ? "" : "(superseded)", article.metadata.headline ?? "",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: " · ").printable
    }

    /// The articles that share text with this one, a line each: `wire by Reuters, 93 % of the shorter text: a-… Headline`.
    private func copies(of article: Article, _ store: RecordStore) throws -> [String] {
        try store.links(Duplicate.self, holding: article.id).map { duplicate in
            let other = try duplicate.articles.first { $0 != article.id }.flatMap { try store.article(id: $0) }
            let metadata = other?.article.metadata
            let parts = [
                other?.article.id, metadata?.outlet.flatMap { $0.name ?? $0.domain }, metadata?.published?.common,
                metadata?.headline,
            ]
            return "\(duplicate.title), \(Int((duplicate.shared * 100).rounded())) % of the shorter text: "
                + parts.compactMap(\.self).joined(separator: " · ")
        }
    }

    /// The sentences of each block, with their entities and trees.
    private func show(_ blocks: [AnnotatedBlock], of article: Article) {
        for block in blocks {
            print("\n" + Style.dim("[\(block.block.kind.rawValue)]"))
            for note in block.sentenceNotes {
                print(Style.bold("sentence    ") + String(article.text[note.span]).printable)
                for entity in note.entities {
                    print(
                        Style.bold("entity      ") + "\(String(article.text[entity.span]).printable) (\(entity.type))")
                }
                print(Style.bold("tree        ") + note.tree.printable)
            }
        }
    }
}

/// A statement in full, on paper or a terminal.
struct StatementSheet {
    let statement: ReportedStatement
    let article: Article

    func lines() -> [String] {
        fields().map { name, value in Style.bold(name.padded(12)) + value.printable } + ["", context()]
    }

    private func fields() -> [(String, String)] {
        let speaker = statement.speaker
        let all: [(String, String?)] = [
            ("statement", statement.id), ("speaker", speaker.name ?? "not named (\(speaker.naming.rawValue))"),
            ("named as", speaker.mention?.exact), ("office", speaker.office?.text),
            (
                "affiliation",
                speaker.affiliation.map { [$0.text, $0.country].compactMap(\.self).joined(separator: ", ") }
            ),
            ("cue", statement.cue.map { "\($0.evidence.exact) (\($0.lemma): \($0.act.rawValue))" }),
            ("content", statement.words), ("directness", statement.directness.rawValue),
            (
                "via",
                statement.via.isEmpty
                    ? nil : statement.via.map { "\($0.name) (\($0.kind.rawValue))" }.joined(separator: ", ")
            ),
            ("occasion", statement.occasion.map(Self.words)), ("said", statement.said.map(Self.words)),
            ("polarity", statement.polarity == .negated ? "negated" : nil), ("inside", statement.inside),
            ("notes", statement.notes.isEmpty ? nil : statement.notes.joined(separator: "; ")),
            ("found by", "\(statement.rule) (\(statement.confidence) of 100 that are found so are right)"),
            ("article", "\(article.id) \(article.metadata.headline ?? "")"),
            ("outlet", article.metadata.outlet.flatMap { $0.name ?? $0.domain }),
            ("published", article.metadata.published.map { "\($0.written) (\($0.basis.rawValue))" }),
            ("file", article.source.place),
            ("at bytes", statement.content.map { "\($0.span.start)–\($0.span.end)" }.joined(separator: ", ")),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }

    /// `2022-03-15 (“Tuesday”, counted from 2022-03-16)`
    private static func words(_ said: RecordedDate) -> String {
        let reason = [said.expression.map { "“\($0)”" }, said.anchor.map { "counted from \($0)" }].compactMap(\.self)
        return reason.isEmpty ? said.written : "\(said.written) (\(reason.joined(separator: ", ")))"
    }

    private static func words(_ occasion: Occasion) -> String {
        let parts = [
            ("to", occasion.addressee), ("at", occasion.event), ("by", occasion.medium), ("in", occasion.place),
        ]
        return parts.compactMap { name, words in words.map { "\(name) “\($0.exact)”" } }.joined(separator: ", ")
    }

    /// The paragraphs that the evidence stands in, with the parts marked: [source], {cue}, «content».
    private func context() -> String {
        let blocks = article.blocks.filter { block in statement.evidence.contains { block.span.contains($0.span.start) }
        }
        return blocks.map { marked($0.span) }.joined(separator: "\n\n")
    }

    private func marked(_ span: TextSpan) -> String {
        let parts =
            [(statement.speaker.mention?.span, "[", "]"), (statement.cue?.evidence.span, "{", "}")]
            + statement.content.map { ($0.span, "«", "»") }
        let marks = parts.compactMap { part, open, close in part.map { ($0, open, close) } }
            .flatMap { [($0.0.start, 1, $0.1), ($0.0.end, 0, $0.2)] }
            .filter { $0.0 >= span.start && $0.0 <= span.end }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        var text = ""
        var offset = span.start
        for (place, _, mark) in marks {
            text += String(article.text[TextSpan(offset, place)]).harmless + mark
            offset = place
        }
        return text + String(article.text[TextSpan(offset, span.end)]).harmless
    }
}

/// An article by its blocks.
struct ArticleSheet {
    let stored: StoredArticle
    /// What it shares text with, a line each.
    let copies: [String]

    func lines() -> [String] {
        let article = stored.article
        let head: [(String, String?)] =
            [
                ("article", article.id), ("headline", article.metadata.headline),
                ("outlet", article.metadata.outlet.flatMap { $0.name ?? $0.domain }), ("url", article.metadata.url),
                ("section", article.metadata.section),
                ("bylines", article.metadata.bylines.isEmpty ? nil : article.metadata.bylines.joined(separator: ", ")),
                ("published", article.metadata.published.map { "\($0.written) (\($0.basis.rawValue))" }),
                (
                    "agencies",
                    article.metadata.agencies.isEmpty ? nil : article.metadata.agencies.joined(separator: ", ")
                ),
                ("version", stored.isCurrent ? "\(stored.version)" : "\(stored.version), superseded"),
                ("file", "\(article.source.place) (\(article.source.mediaType.rawValue), \(article.source.charset))"),
                ("sha256", article.source.sha256),
                ("language", article.metadata.language),
                (
                    "statements",
                    article.metadata.isEnglish
                        ? stored.statementCount.map(String.init) ?? "not looked for yet"
                        : "not looked for: not in English"
                ),
            ] + copies.map { ("shares text", $0) }
        return head.compactMap { name, value in value.map { Style.bold(name.padded(12)) + $0.printable } } + [""]
            + article.blocks.map(line)
    }

    private func line(_ block: Block) -> String {
        let label = block.reason.map { "\(block.kind.rawValue): \($0.rawValue)" } ?? block.kind.rawValue
        let words = String(stored.article.text[block.span]).printable
        return Style.dim("[\(label)]") + " " + (block.kind == .boilerplate ? Style.dim(words) : words)
    }
}

extension String {
    func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
