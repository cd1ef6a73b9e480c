extension RecordServer {
    /// Why the server could not begin, in words that name what mends it.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }
}
