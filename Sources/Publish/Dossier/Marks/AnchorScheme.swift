/// What the anchors of entries in a page are.
enum AnchorScheme {
    /// Numbers within the page: short, and the same for nobody else. `t-w3`, `w12`.
    case numbers
    /// The names of the entries, so that an address with one leads to the words from anywhere.
    case names
}
