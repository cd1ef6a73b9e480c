import DemarcheRecords

/// Units with their numbers, and what is said by them of names.
extension PartyResolver {
    /// Takes the mentions of articles away, and units that no article has any more.
    mutating func uncount(_ articles: [String]) throws(Memory.Failure) {
        var numbers: Set<Int> = []
        for article in articles {
            numbers.formUnion(try memory.uses(inArticle: article).map(\.unit))
            try memory.setUses([], inArticle: article)
        }
        for number in numbers {
            guard var unit = try memory.unit(number) else { continue }
            touched.note(unit, number)
            let left = MentionTally(try memory.uses(ofUnit: number).map(\.tally))
            try vote(unit.unit, (left?.count ?? 0) - unit.tally.count)
            if let left {
                unit.tally = left
                try memory.set(unit, number)
            } else {
                try memory.removeUnit(number)
            }
        }
    }

    /// Takes the mentions of articles that are not remembered.
    mutating func count(_ articles: [ArticleMentions]) throws(Memory.Failure) {
        var added: [Int: MentionTally] = [:]
        for article in articles {
            var uses: [UnitUse] = []
            for mention in article.units(&descriptions) {
                let number = try number(of: mention.unit, mention.tally)
                if added[number]?.add(mention.tally) == nil { added[number] = mention.tally }
                uses.append(UnitUse(unit: number, tally: mention.tally, places: mention.places))
            }
            try memory.setUses(uses, inArticle: article.article)
        }
        for (number, tally) in added {
            guard var unit = try memory.unit(number) else { continue }
            try vote(unit.unit, tally.count)
            if case .some(.none) = touched.units[number] { unit.tally = tally } else { unit.tally.add(tally) }
            try memory.set(unit, number)
        }
    }

    /// The number that a unit has or gets.
    private mutating func number(of unit: MentionUnit, _ tally: MentionTally) throws(Memory.Failure) -> Int {
        if let number = try memory.number(of: unit) {
            touched.note(try memory.unit(number), number)
            return number
        }
        let new = RememberedUnit(unit: unit, wordKeys: descriptions.read(unit.who).keys, tally: tally)
        let number = try memory.add(new)
        touched.note(nil, number)
        return number
    }

    private mutating func vote(_ unit: MentionUnit, _ count: Int) throws(Memory.Failure) {
        for ballot in descriptions.read(unit.who).ballots {
            var votes = try memory.votes(on: ballot.name)
            votes.add(ballot.says, count)
            try memory.setVotes(votes, on: ballot.name)
        }
    }
}
