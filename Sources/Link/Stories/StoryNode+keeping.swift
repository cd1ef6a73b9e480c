extension StoryNode {
    /// To be kept and read again.
    package var bytes: [UInt8] {
        var writer = InputWriter()
        writer.write(place.day)
        writer.write(place.article)
        writer.write(keys) { writer, key in
            writer.write(key.stem)
            writer.write(Int(key.weight.bitPattern))
        }
        writer.write(neighbours) { writer, neighbour in
            writer.write(neighbour.article)
            writer.write(Int(neighbour.score.bitPattern))
            writer.write(neighbour.level) { $0.write($1.rawValue) }
        }
        return writer.bytes
    }

    /// Nil for bytes that ``bytes`` does not give.
    package init?(bytes: [UInt8]) {
        var reader = InputReader(bytes)
        place = StoryPlace(day: reader.int(), article: reader.string())
        keys = reader.array { StoryKey(stem: $0.string(), weight: $0.float()) }
        neighbours = reader.array {
            StoryNeighbour(article: $0.string(), score: $0.float(), level: $0.optional { $0.value(or: .story) })
        }
        guard reader.isComplete else { return nil }
    }
}

extension InputReader {
    fileprivate mutating func float() -> Float { Float(bitPattern: UInt32(truncatingIfNeeded: int())) }
}
