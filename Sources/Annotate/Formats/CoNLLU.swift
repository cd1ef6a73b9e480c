import DemarcheSourceText

extension AnnotatedText {
    /// The text as CoNLL-U: a comment and a block of lines a sentence, <https://universaldependencies.org/format.html>.
    ///
    /// Dependencies are ClearNLP's, not Universal Dependencies. White-space tokens are left out, since the format has no
    /// room for them. MISC holds `SpaceAfter=No`, `StartChar` and `EndChar` in Unicode scalars, and `NER` in IOB where there
    /// is an entity.
    ///
    /// - Parameters:
    ///   - offset: what is added to the places, for a text that is a part of another.
    ///   - sentence: gives each sentence its `sent_id`.
    package func conllu(offset: Int = 0, sentence: (Int) -> String = { String($0 + 1) }) -> String {
        let offsets = ScalarOffsets(text)
        return sentences.enumerated().map { number, range in
            let tokens = range.filter { !self.tokens[$0].isSpace }
            guard !tokens.isEmpty else { return "" }
            let numbers = Dictionary(zip(tokens, 1...)) { first, _ in first }
            let head = "# sent_id = \(sentence(number))\n# text = \(Self.onOneLine(words(range)))\n"
            return head + tokens.map { line($0, numbers, offsets, offset) + "\n" }.joined() + "\n"
        }.joined()
    }

    /// The words of a range of tokens.
    package func words(_ range: Range<Int>) -> Substring {
        text[TextSpan(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))]
    }

    private static func onOneLine(_ words: Substring) -> String {
        words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func line(_ index: Int, _ numbers: [Int: Int], _ offsets: ScalarOffsets, _ offset: Int) -> String {
        let token = tokens[index]
        let head = wordAbove(index).flatMap { numbers[$0] } ?? 0
        let span = offsets.scalars(token.span)
        var misc = token.isFollowedByBlank ? [] : ["SpaceAfter=No"]
        misc += ["StartChar=\(offset + span.start)", "EndChar=\(offset + span.end)"]
        if token.entity != .outside {
            misc.append("NER=\(token.entity == .begin ? "B" : "I")-\(entityType(of: token))")
        }
        return [
            String(numbers[index] ?? 0), String(words(of: token)), lemma(of: token), partOfSpeech(of: token),
            tag(of: token),
            morphology(of: token), String(head), head == 0 ? "root" : dependency(of: token), "",
            misc.joined(separator: "|"),
        ].map { $0.isEmpty ? "_" : $0 }.joined(separator: "\t")
    }

    /// The head of a token that is no white space; nil for a root.
    private func wordAbove(_ index: Int) -> Int? {
        var index = index
        while tokens[index].head != index {
            index = Int(tokens[index].head)
            if !tokens[index].isSpace { return index }
        }
        return nil
    }
}
