extension Unicode.Scalar {
    /// A letter, a digit or an accent on one; ASCII and general punctuation are told without a look at the
    /// Unicode tables.
    var isWordScalar: Bool {
        if isASCII { return value &- 0x30 < 10 || (value | 0x20) &- 0x61 < 26 }
        if (0x2000..<0x2070).contains(value) { return false }
        return properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
    }
}
