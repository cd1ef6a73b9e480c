extension Array where Element: Comparable {
    /// In order, each once.
    func sortedOnce() -> [Element] {
        let sorted = sorted()
        return sorted.indices.compactMap { $0 > 0 && sorted[$0] == sorted[$0 - 1] ? nil : sorted[$0] }
    }
}
