import DemarcheRecords

/// Brings spellings of one name by different romanizations together: *Khrushchev*, *Khrushchov* and *Chruschtschow*.
///
/// The rules are those of `romanization.txt`, applied once from the left, the first that fits; after them doubled letters count
/// once. What comes out is no spelling but a key.
struct Romanization: Sendable {
    static let shared = Romanization()

    private let rules: [Character: [(letters: [Character], key: [Character])]]

    private init() {
        var rules: [Character: [(letters: [Character], key: [Character])]] = [:]
        for row in TextTable.rows(PackageResources.romanization_txt) where row.count == 2 {
            let letters = Array(row[0])
            guard let first = letters.first else { continue }
            rules[first, default: []].append((letters, Array(row[1])))
        }
        self.rules = rules
    }

    /// The key of a folded name; equal for spellings that differ by romanization alone. Linear in the name's length.
    func key(_ name: String) -> String {
        let letters = Array(name.filter { $0.isLetter })
        var key: [Character] = []
        var place = 0
        while place < letters.count {
            let rule = rules[letters[place]]?.first { letters[place...].starts(with: $0.letters) }
            for letter in rule?.key ?? [letters[place]] where key.last != letter { key.append(letter) }
            place += rule?.letters.count ?? 1
        }
        return String(key)
    }

    /// The first letter and the consonants of the key, *ch* as *sh*: names whose skeletons differ are never compared.
    func skeleton(_ name: String) -> String {
        let key = key(name)
        guard let first = key.first else { return "" }
        let rest = key.dropFirst().filter { !"aeiouh".contains($0) }.map { $0 == "c" ? "s" : $0 }
        var skeleton = "aeiou".contains(first) ? "a" : first == "c" ? "s" : String(first)
        for letter in rest where skeleton.last != letter { skeleton.append(letter) }
        return skeleton
    }
}
