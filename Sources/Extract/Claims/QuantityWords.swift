import DemarcheRecords

/// The words around numbers, from `Lexicon/quantity-words.txt`. A reference, as ``Tree`` is.
final class QuantityWords: Sendable {
    static let english = QuantityWords()

    let numbers: [String: Double]
    let scales: [String: Double]
    /// Phrases in front of a number, each as its words, the longest first.
    let bounds: [(words: [String], bound: Claim.Quantity.Bound)]
    /// ISO 4217 by sign.
    let currencies: [String: String]
    let hedges: Set<String>

    private init() {
        var numbers: [String: Double] = [:]
        var scales: [String: Double] = [:]
        var bounds: [(words: [String], bound: Claim.Quantity.Bound)] = []
        var currencies: [String: String] = [:]
        var hedges: Set<String> = []
        for (key, words) in Self.rows {
            if let number = Double(key) {
                for word in words { numbers[word] = number }
            } else if key.hasPrefix("x"), let scale = Double(key.dropFirst()) {
                for word in words { scales[word] = scale }
            } else if let bound = Claim.Quantity.Bound(rawValue: key) {
                bounds += words.map { ($0.split(separator: " ").map(String.init), bound) }
            } else if key == "hedge" {
                hedges.formUnion(words)
            } else {
                for word in words { currencies[word] = key }
            }
        }
        self.numbers = numbers
        self.scales = scales
        self.bounds = bounds.sorted { $0.words.count > $1.words.count }
        self.currencies = currencies
        self.hedges = hedges
    }

    private static var rows: [(String, [String])] {
        WordTable.rows(PackageResources.quantity_words_txt).compactMap { row in row.keys.first.map { ($0, row.words) } }
    }
}
