import DemarcheRecords
import DemarcheSourceText
import TestSupport

@testable import DemarcheLink

/// An article made by hand with who says what in it.
struct Report {
    var article: Article
    var findings = Findings()

    init(_ outlet: String?, _ published: String?, _ text: String, agencies: [String] = []) {
        article = Article.made(text, path: "\(outlet ?? "")-\(published ?? "").txt")
        article.metadata.outlet = outlet.map { Outlet(name: $0, domain: nil) }
        article.metadata.published = published.flatMap { RecordedDate(iso: $0, basis: .given) }
        article.metadata.agencies = agencies
    }

    /// With a statement whose content is `words` of the text.
    func saying(
        _ words: String, by name: String, _ kind: Speaker.Kind = .person,
        _ directness: ReportedStatement.Directness = .indirect, via: String? = nil, said: String? = nil,
        act: Cue.Act? = nil
    ) -> Report {
        var report = self
        report.findings.statements.append(
            ReportedStatement(
                article: article.id,
                speaker: Speaker(name: name, kind: kind, naming: .named, mention: nil),
                cue: act.map { Cue(lemma: $0.rawValue, act: $0, evidence: evidence(words)) },
                content: [evidence(words)], directness: directness,
                via: via.map { [Carrier(name: $0, kind: .agency, evidence: nil)] } ?? [],
                said: said.flatMap { RecordedDate(iso: $0, basis: .text) }, confidence: 90, rule: "by hand"))
        return report
    }

    /// With the last statement denied.
    var denied: Report {
        var report = self
        report.findings.statements.last.map { last in
            var last = last
            last.polarity = .negated
            report.findings.statements[report.findings.statements.count - 1] = last
        }
        return report
    }

    /// The first place of `words` in the text.
    func evidence(_ words: String) -> Evidence {
        let text = article.text[article.text.span]
        let range = text.firstRange(of: words) ?? text.startIndex..<text.startIndex
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return Evidence(TextSpan(start, start + words.utf8.count), in: article.text)
    }

    var source: LinkSource { LinkSource(article, findings) }
}

extension [Report] {
    /// Who is who by name alone, and for which state they speak.
    func directory(_ states: [String: String] = [:]) -> PartyDirectory {
        var parties: [String: Party] = [:]
        var mentions: [PartyMention] = []
        for statement in flatMap(\.findings.statements) {
            guard let name = statement.speaker.name else { continue }
            let party = Party(key: name, name: name, kind: statement.speaker.kind)
            parties[party.id] = party
            mentions.append(PartyMention(entry: statement.id, role: .speaker, party: party.id))
            guard let state = states[name].map({ Party(key: $0, name: $0, kind: .state) }) else { continue }
            parties[state.id] = state
            mentions.append(PartyMention(entry: statement.id, role: .state, party: state.id))
        }
        return PartyDirectory(parties.values.sorted { $0.id < $1.id }, mentions)
    }
}

extension UtteranceLinker {
    /// Those of the articles, all of one day.
    var places: Set<StoryPlace> { Set(stated.map { StoryPlace(day: 0, article: $0.article) }) }
}
