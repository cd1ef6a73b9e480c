/// Years before Christ whose era stands at the end of a range only: `499–493 BC`, `from 499 to 493 BC`.
extension TimeGrammar {
    /// The first year of such a range: up to three digits, or four, with a year BC behind.
    func yearBeforeEra(_ index: Int) -> TimePhrase? {
        guard let first = atoms.digits(index), first > 0, atoms.length(index) <= 4 else { return nil }
        guard isLinked(index + 1), let (second, _) = year(index + 2), second < 1, 1 - second < first + 1 else {
            return nil
        }
        return TimePhrase(index..<index + 1, .date(DateFields(year: 1 - first), of: nil))
    }
}
