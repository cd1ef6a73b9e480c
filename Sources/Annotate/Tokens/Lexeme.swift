/// What a token's text alone tells: spaCy's lexical attributes. Lengths count Unicode scalars, never grapheme clusters.
struct Lexeme: Sendable {
    /// The features that the networks read, by spaCy's names.
    enum Feature: String, Sendable {
        case norm = "NORM"
        case prefix = "PREFIX"
        case suffix = "SUFFIX"
        case shape = "SHAPE"
        case spacy = "SPACY"
        case isSpace = "IS_SPACE"
    }

    let text: String
    let lower: String
    /// The text in its normal form: *’s* is *'s*, *Jan.* is *January*, *£* is *$*.
    let norm: String
    let shape: String
    let isSpace: Bool
    /// The id of the text.
    let id: UInt64
    private let normID: UInt64
    private let prefixID: UInt64
    private let suffixID: UInt64
    private let shapeID: UInt64

    /// - Parameter norm: what the table of norms or a tokenizer exception says; nil gives the text in lower case.
    init(_ text: String, norm: String?) {
        self.text = text
        lower = Self.lowercased(text)
        self.norm = norm ?? lower
        shape = Self.shape(of: text)
        isSpace = text.unicodeScalars.allSatisfy(\.isPythonSpace)
        id = StringHash.id(text)
        normID = StringHash.id(self.norm)
        prefixID = StringHash.id(String(text.unicodeScalars.prefix(1)))
        suffixID = StringHash.id(String(text.unicodeScalars.suffix(3)))
        shapeID = StringHash.id(shape)
    }

    /// The value of a feature. SPACY is of the token: whether a blank of its own follows.
    func value(_ feature: Feature, isFollowedByBlank: Bool) -> UInt64 {
        switch feature {
        case .norm: normID
        case .prefix: prefixID
        case .suffix: suffixID
        case .shape: shapeID
        case .spacy: isFollowedByBlank ? 1 : 0
        case .isSpace: isSpace ? 1 : 0
        }
    }

    /// Letters as `X` or `x`, digits as `d`, other scalars as they are; of a run of equal ones, four stay. *LONG* from 100
    /// scalars on.
    static func shape(of text: String) -> String {
        let scalars = text.unicodeScalars
        if scalars.count >= 100 { return "LONG" }
        var shape = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        var run = 0
        for scalar in scalars {
            let mapped: Unicode.Scalar =
                scalar.isLetter ? (scalar.properties.isUppercase ? "X" : "x") : scalar.isPythonDigit ? "d" : scalar
            run = mapped == last ? run + 1 : 0
            last = mapped
            if run < 4 { shape.append(mapped) }
        }
        return String(shape)
    }

    /// Lower case as Python has it: the standard library's, with the rule for a Greek sigma at the end of a word (Unicode
    /// 3.13, Final_Sigma).
    static func lowercased(_ text: String) -> String {
        guard text.utf8.contains(0xCE), text.unicodeScalars.contains("Σ") else { return scalarwiseLower(text) }
        let scalars = Array(text.unicodeScalars)
        var lower = ""
        for (index, scalar) in scalars.enumerated() {
            lower += scalar == "Σ" ? (isFinalSigma(scalars, index) ? "ς" : "σ") : scalar.pythonLower
        }
        return lower
    }

    private static func scalarwiseLower(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        var lower = ""
        for scalar in text.unicodeScalars { lower += scalar.pythonLower }
        return lower
    }

    private static func isFinalSigma(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
        let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
        return before?.properties.isCased == true && after?.properties.isCased != true
    }
}

extension Unicode.Scalar {
    /// White space as Python has it: the Unicode property and the four information separators.
    var isPythonSpace: Bool {
        if value < 0x80 { return value == 0x20 || value &- 0x09 < 5 || value &- 0x1C < 4 }
        return properties.isWhitespace
    }

    /// A letter as Python's `isalpha` has it.
    var isLetter: Bool {
        if isASCII { return (value | 0x20) &- 0x61 < 26 }
        guard isInUnicode14 else { return false }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }

    /// Whether the scalar was assigned by Unicode 14, whose tables Python 3.11 and so the published measurements have.
    private var isInUnicode14: Bool { properties.age.map { $0.major <= 14 } ?? false }

    /// In lower case as Python has it.
    var pythonLower: String { isInUnicode14 ? properties.lowercaseMapping : String(self) }

    /// A digit as Python's `isdigit` has it.
    var isPythonDigit: Bool {
        if isASCII { return value &- 0x30 < 10 }
        return isInUnicode14 && (properties.numericType == .decimal || properties.numericType == .digit)
    }
}
