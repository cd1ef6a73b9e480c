import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// A quotation that no pattern gives to anybody: kept with an absent speaker and a note, never given to the nearest name.
///
/// Only what reads as speech is kept: a whole sentence, or eight words and more. Shorter ones are words held at a
/// distance, titles and names: `the “coalition of the willing”`.
struct UnattributedQuotation: QuotationPattern {
    static let name = "UnattributedQuotation"
    static let note = "no speaker named"
    private static let fewestWords = 8
    private static let fewestWordsOfSentence = 3

    func attribution(ofQuotationAt index: Int, in clauses: Clauses) -> Attribution? {
        guard let quotation = clauses.elements[index].quotation, isSpeech(clauses, quotation) else { return nil }
        return Attribution(
            quotations: [quotation], content: clauses.quotations[quotation].pieces, source: nil, cue: nil,
            directness: .direct, notes: clauses.quotations[quotation].notes + [Self.note], rule: Self.name,
            passage: clauses.passageIndex)
    }

    private func isSpeech(_ clauses: Clauses, _ quotation: Int) -> Bool {
        guard let first = clauses.quotations[quotation].pieces.first,
            let last = clauses.quotations[quotation].pieces.last
        else { return false }
        let words = clauses.passage.text[TextSpan(first.start, last.end)]
        let count = words.split(whereSeparator: \.isWhitespace).count
        let isSentence = words.first?.isUppercase == true && words.last.map { ".!?…".contains($0) } == true
        return count >= Self.fewestWords || isSentence && count >= Self.fewestWordsOfSentence
    }
}
