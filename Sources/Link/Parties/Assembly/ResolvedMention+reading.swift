import DemarcheRecords

extension ResolvedMention {
    /// As far as the words and the article tell; nil where they do not tell, and for a person.
    init?(_ referent: Referent, _ described: Described, _ context: MentionUnit.Context) {
        switch (referent, context) {
        case (.state(let code), _): self.init(state: code, described.who)
        case (.body(let body), _): self.init(body, described.who)
        case (.ministry(let portfolio), .state(let code)): self.init(ministry: portfolio, of: code, described.who)
        case (.name(let name, let kind), _): self.init(name: name, kind)
        case (.source(let source), _), (.office(_, let source?), _): self.init(source)
        case (.person, _), (.ministry, _), (.office, _), (.nobody, _): return nil
        }
    }

    init(state code: String, _ who: SpeakerDescription) {
        let name = StateTable.shared.name(of: code) ?? code
        self.init(
            key: Self.stateKey(code), name: who.shown, fixedName: name, kind: .state, country: code, state: code)
        if StateTable.shared.word(folded)?.sense == .capital {
            why = "“\(self.name)” is a capital of \(name) and stands for it."
        }
    }

    init(_ body: BodyTable.Body, _ who: SpeakerDescription) {
        self.init(
            key: "body:\(FoldedName.of(body.name))", name: who.shown, fixedName: body.name, kind: body.kind,
            country: body.country, state: body.kind == .government ? body.country : nil)
    }

    /// A ministry that the words leave without a state.
    init(ministry portfolio: String, of code: String, _ who: SpeakerDescription) {
        self.init(ReferentReader().ministry(portfolio, of: code), who)
        why = "“\(name)” is that of the one state whose ministry the article names."
    }

    init(name: String, _ kind: Speaker.Kind?) {
        self.init(key: "name:\(Self.plain(name))", name: name, kind: kind)
    }

    init(_ source: Referent.Source) {
        self.init(
            key: "source:\(source.shown)", name: source.shown, fixedName: source.shown,
            kind: source.isCollective ? .group : .person, country: source.country,
            state: source.isOfState ? source.country : nil)
    }

    /// Without the state.
    init(person described: Described, _ key: String, named name: String) {
        let (who, office) = (described.who, described.office)
        let country = office.flatMap { $0.isOfState || $0.role != nil ? $0.country : nil }
        self.init(
            key: key, name: described.shown, fixedName: name, kind: .person,
            country: country)
        self.office = who.office.flatMap { text in office.map { Office($0, text) } }
    }

    /// Whoever holds an office that the words name instead.
    init(_ office: OfficeReading, _ who: SpeakerDescription, heldBy holder: OfficeHolders.Holder) {
        self.init(
            key: holder.key, name: holder.name, fixedName: holder.name, kind: .person, country: office.country,
            state: office.isOfState ? office.country : nil)
        unnamedAs = who.shown
    }

    private static let legalForms: Set<String> = [
        "inc", "inc.", "ltd", "ltd.", "plc", "llc", "corp", "corp.", "co", "co.", "ag", "se", "gmbh", "oao", "pjsc",
    ]

    /// A folded name without the legal form of a company.
    private static func plain(_ name: String) -> String {
        var words = FoldedName.words(name)
        while words.count > 1, let last = words.last, legalForms.contains(last) { words.removeLast() }
        return words.joined(separator: " ")
    }
}

extension ResolvedMention.Office {
    fileprivate init(_ reading: OfficeReading, _ text: String) {
        let former = reading.isFormer ? "former " : ""
        self.init(key: former + (reading.key ?? FoldedName.of(text)), text: text, country: reading.country)
    }
}

extension SpeakerDescription {
    /// The words without an article in front and a possessive behind.
    var shown: String {
        var words = ReferentReader.withoutTail(name ?? "").split(separator: " ")
        if words.count > 1, ["the", "a", "an"].contains(words[0].lowercased()) { words.removeFirst() }
        var text = words.joined(separator: " ")
        for ending in ["’s", "'s"] where text.hasSuffix(ending) { text.removeLast(2) }
        return text
    }
}
