/// How much work one page may ask for. News pages of 2026 hold 0.1–0.3 MB, 40 open elements and 10 formatting elements;
/// what goes past these numbers was made to hurt. Browsers stop at 512 open elements too.
enum HTMLLimits {
    /// The longest page that is read.
    static let bytes = 16 << 20
    /// How many elements may be open at once.
    static let openElements = 512
    /// How many formatting elements may be left unclosed; every new block opens all of them again.
    static let formattingElements = 256
    /// How many attributes one tag may have; the parser compares each with all before it.
    static let attributes = 1_024
    /// How much memory the parsed page may take; a page of 217 KB takes 3 MB.
    static let memory = 256 << 20
    /// How many blocks of text are told apart; the longest live coverage has some thousands.
    static let blocks = 50_000
    /// How many bytes of JSON-LD are read; decoded JSON takes up to 100 times its length.
    static let structuredData = 1 << 20
    /// How much is parsed between two looks at the limits: what one chunk can do past them stays below 50 MB.
    static let chunk = 4_096
}
