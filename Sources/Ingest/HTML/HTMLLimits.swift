/// How much work one page may ask for. 181 saved news pages of 21 KB to 1.5 MB all stay within; what goes past these
/// numbers was made to hurt. Browsers stop at 512 open elements too.
enum HTMLLimits {
    /// The longest page that is read.
    static let bytes = 16 << 20
    /// How many elements may be open at once.
    static let openElements = 512
    /// How many formatting elements may be left unclosed; every new block opens all of them again.
    static let formattingElements = 256
    /// How many attributes one tag may have; the parser compares each with all before it.
    static let attributes = 1_024
    /// How much memory the parsed page may take; one of 1.5 MB was measured to take 6 MB.
    static let memory = 256 << 20
    /// How many blocks of text are told apart.
    static let blocks = 50_000
    /// How many bytes of JSON-LD are read; small objects take 200 times their length when decoded.
    static let structuredData = 1 << 20
    /// How much is parsed between two looks at the limits: one chunk can take some 60 MB past them.
    static let chunk = 4_096
}
