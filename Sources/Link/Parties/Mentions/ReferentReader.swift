import DemarcheRecords

/// Reads whom a speaker's words stand for. A pure function of the words and of what Extract says of them.
struct ReferentReader: Sendable {
    private let states = StateTable.shared
    private let bodies = BodyTable.shared
    private let offices = OfficeReader()

    func read(_ speaker: SpeakerDescription) -> Referent {
        guard speaker.naming != .absent, let text = speaker.name else { return .nobody }
        let words = FoldedName.words(speaker.naming == .named ? Self.withoutTail(text) : text)
        guard !words.isEmpty, words.count <= 14, !NameTables.shared.places.contains(words.joined(separator: " ")) else {
            return .nobody
        }
        let isCapitalised = text.contains(where: \.isUppercase)
        if isCapitalised, let known = known(words, text, speaker) { return known }
        switch speaker.naming {
        case .named: return named(text, words, speaker)
        case .unnamed: return isCapitalised ? source(text, words, isCollective: false) : .nobody
        case .collective: return isCapitalised ? source(text, words, isCollective: true) : .nobody
        case .absent: return .nobody
        }
    }

    /// A body or state of the tables, or an organ of a state.
    private func known(_ words: [String], _ text: String, _ speaker: SpeakerDescription) -> Referent? {
        let name = words.joined(separator: " ")
        if let body = bodies.body(name) { return .body(body) }
        if let word = states.word(name) { return state(word, text, speaker) }
        return organ(words, speaker)
    }

    private func state(_ word: StateTable.Word, _ text: String, _ speaker: SpeakerDescription) -> Referent? {
        let isPerson = speaker.kind == .person && speaker.naming == .named
        if isPerson, NameTables.shared.alsoPeople.contains(FoldedName.of(text)) { return nil }
        switch word.sense {
        case .name, .adjective, .capital: return .state(word.code)
        case .people:
            let name = states.name(of: word.code) ?? word.code
            return .source(
                .init(role: "people", of: name, country: word.code, isCollective: true, isOfState: false))
        case .seat:
            guard let kind = speaker.kind, [.government, .organisation].contains(kind) else { return .nobody }
            return .body(.init(name: Self.withoutArticle(text), kind: .government, country: word.code))
        }
    }

    /// `Russian Foreign Ministry`, `Kiev government`, `the Ukrainian military`: words for an organ with those of one state.
    private func organ(_ words: [String], _ speaker: SpeakerDescription) -> Referent? {
        let (found, rest) = words.runs(upTo: 4, from: states.openers) { states.word($0) }
        let codes = Set(found.map(\.meaning.code))
        let words = rest.filter { !["of", "the", "for", "in", "-"].contains($0) }
        guard codes.count <= 1, found.allSatisfy({ $0.meaning.sense != .people }) else { return nil }
        let code = codes.first ?? speaker.country ?? speaker.around
        if let portfolio = OrganTable.ministry(words) {
            return code.map { .body(organ("\(Self.capitalised(portfolio)) ministry", $0)) }
                ?? .ministry(portfolio: portfolio)
        }
        guard let code, codes.count == 1 else { return nil }
        switch OrganTable.shared.organ(words) {
        case "state": return .state(code)
        case let organ?: return .body(self.organ(Self.capitalised(organ), code))
        case nil: return nil
        }
    }

    private func organ(_ name: String, _ code: String) -> BodyTable.Body {
        OrganTable.shared.known(name, of: code)
            ?? BodyTable.Body(name: "\(name) of \(states.name(of: code) ?? code)", kind: .government, country: code)
    }

    /// The ministry of a state; for the few that have names of their own, under those.
    func ministry(_ portfolio: String, of code: String) -> BodyTable.Body {
        organ("\(Self.capitalised(portfolio)) ministry", code)
    }

    private func named(_ text: String, _ words: [String], _ speaker: SpeakerDescription) -> Referent {
        guard text.contains(where: \.isUppercase), !words.contains("and"),
            !words.contains("-") || text.first?.isLowercase == true, !words.allSatisfy(isOffice)
        else { return .nobody }
        if speaker.kind == .person {
            guard let name = PersonName(text), !FoldedName.words(name.shown).allSatisfy(isOffice), isNoState(name)
            else {
                return .nobody
            }
            return .person(name)
        }
        let name = Self.properName(text)
        guard !name.isEmpty, name.split(separator: " ").count <= 8 else { return .nobody }
        // `eastern Ukraine` is not Ukraine.
        if states.word(FoldedName.of(name)) != nil { return .nobody }
        return .name(name, speaker.kind)
    }

    /// What is left of `GMT Ukraine` without its title is no person.
    private func isNoState(_ name: PersonName) -> Bool {
        states.word(name.folded) == nil || NameTables.shared.alsoPeople.contains(name.folded)
    }

    /// A word of offices, such as *Prosecutor*, which makes no name.
    private func isOffice(_ word: String) -> Bool {
        OfficeTable.shared.roles[word] != nil || OfficeTable.shared.plain.contains(word)
            || OfficeTable.shared.portfolios[word] != nil || NameTables.shared.titles.contains(word)
            || OrganTable.shared.sources[word] != nil
    }

    /// Somebody of a state or body, by office: *a White House official*, *the French president*, *NATO chief*.
    private func source(_ text: String, _ words: [String], isCollective: Bool) -> Referent {
        guard !words.contains("and"), !words.contains("or"), !text.contains(",") else { return .nobody }
        let reading = offices.read(text)
        // Of a state's organ that is not the body of that name, the state.
        guard let holder = reading.holder?.split(separator: "|").last.map(String.init) else { return .nobody }
        let (found, rest) = words.runs(upTo: 4, from: states.openers) { states.word($0) }
        guard Set(found.map(\.meaning.code)).count <= 1 else { return .nobody }
        guard let role = role(rest, isCollective: isCollective) else { return .nobody }
        let country = states.name(of: holder) == nil ? bodies.body(FoldedName.of(holder))?.country : holder
        let source = Referent.Source(
            role: (reading.isFormer ? "former " : "") + (reading.isDeputy ? "deputy " : "") + role.name,
            of: states.name(of: holder) ?? holder,
            country: country, isCollective: isCollective,
            isOfState: role.isOfState && reading.isPlain && !reading.isFormer && country != nil)
        let isOne = !isCollective && reading.isPlain && reading.key != nil && !Self.isIndefinite(text)
        return isOne ? .office(reading, otherwise: source) : .source(source)
    }

    /// The last word that names what they are.
    private func role(_ words: [String], isCollective: Bool) -> (name: String, isOfState: Bool)? {
        for word in words.reversed() {
            if let found = OrganTable.shared.sources[word] {
                return (isCollective ? word : found.name, found.isOfState)
            }
        }
        return nil
    }

    private static func isIndefinite(_ text: String) -> Bool {
        let first = FoldedName.letters(text).prefix { $0 != " " }
        return ["a", "an", "one", "another", "some"].contains(String(first))
    }

    private static func withoutArticle(_ text: String) -> String {
        for article in ["the ", "The "] where text.hasPrefix(article) { return String(text.dropFirst(4)) }
        return text
    }

    /// Without what a comma, a bracket or a weekday brings: `European Commission, the EU’s executive arm`; several names stay whole.
    static func withoutTail(_ text: String) -> String {
        let head = text.prefix { !",(".contains($0) }
        let isSeveral = text.dropFirst(head.count).contains(" and ")
        var words = (head.isEmpty || isSeveral ? text[...] : head).split(separator: " ")
        if words.count > 3, words[words.count - 2] == "on", words[words.count - 1].hasSuffix("day") {
            words.removeLast(2)
        }
        return words.joined(separator: " ")
    }

    /// From behind the last word in lower case: *Gazprom* of `Russian gas group Gazprom`; the whole where that ends in one, or
    /// where a preposition or article joins the words.
    private static func properName(_ text: String) -> String {
        let words = withoutArticle(withoutTail(text)).split(separator: " ")
        guard let last = words.lastIndex(where: { $0.first?.isLowercase == true }) else {
            return words.joined(separator: " ")
        }
        if last == words.count - 1 { return "" }
        let joins: Set<Substring> = [
            "of", "for", "the", "and", "on", "in", "to", "de", "du", "des", "la", "von", "al", "at",
        ]
        return (joins.contains(words[last]) ? words[...] : words[(last + 1)...]).joined(separator: " ")
    }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
