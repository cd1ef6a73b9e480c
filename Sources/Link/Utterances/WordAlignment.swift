/// Aligns the words of two renderings by their longest common subsequence (Hunt and McIlroy 1976).
enum WordAlignment {
    /// Words that stand on either side between two aligned words.
    struct Gap {
        var here: ArraySlice<String>
        var there: ArraySlice<String>
    }

    /// Time and memory grow with the product of the lengths.
    static func gaps(_ here: [String], _ there: [String]) -> [Gap] {
        let lengths = lengths(here, there)
        var gaps: [Gap] = []
        var (i, j, startHere, startThere) = (0, 0, 0, 0)
        func close() {
            if startHere < i || startThere < j {
                gaps.append(Gap(here: here[startHere..<i], there: there[startThere..<j]))
            }
        }
        while i < here.count, j < there.count {
            if here[i] == there[j] {
                close()
                (i, j) = (i + 1, j + 1)
                (startHere, startThere) = (i, j)
            } else if lengths[i + 1][j] >= lengths[i][j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        (i, j) = (here.count, there.count)
        close()
        return gaps
    }

    /// Of the longest common subsequence of what stands from each pair of places on.
    private static func lengths(_ here: [String], _ there: [String]) -> [[Int]] {
        var lengths = Array(repeating: Array(repeating: 0, count: there.count + 1), count: here.count + 1)
        for i in here.indices.reversed() {
            for j in there.indices.reversed() {
                lengths[i][j] =
                    here[i] == there[j] ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
            }
        }
        return lengths
    }
}
