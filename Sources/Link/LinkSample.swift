/// The articles of a record over which it is counted how rare words are: the first by name.
///
/// Names follow from the bytes of articles by SHA-256, so that these are a random sample (bottom-k sketch, Cohen and Kaplan 2007), the same
/// in whatever order articles are read. An article more changes it with a probability of ``size`` over their number.
package enum LinkSample {
    package static let size = 1024

    /// - Parameter articles: the names of all.
    static func of(_ articles: some Sequence<String>, size: Int = size) -> Set<String> {
        Set(articles.sorted().prefix(size))
    }
}
