import DemarcheRecords

/// What is kept of the units of one article: some forty bytes for each mention.
extension [UnitUse] {
    /// Of uses in one article; they come back in this order.
    package var bytes: [UInt8] {
        var writer = InputWriter()
        writer.write(self) { writer, use in
            writer.write(use.unit)
            writer.write(use.tally.first.index)
            writer.write(use.tally.firstDay)
            writer.write(use.places) { writer, place in
                writer.write(place.entry)
                writer.write(place.role)
                writer.write(place.place)
            }
        }
        return writer.bytes
    }

    /// Nil for bytes that are none of it.
    package init?(bytes: [UInt8], of article: String) {
        var reader = InputReader(bytes)
        self = reader.array { reader in
            let (unit, index, day) = (reader.int(), reader.int(), reader.optionalString())
            return UnitUse(
                unit: unit, tally: MentionTally(.init(article: article, index: index), day: day),
                places: reader.array {
                    MentionPlace(entry: $0.string(), role: $0.value(or: .speaker), place: $0.int())
                })
        }
        guard reader.isComplete else { return nil }
    }
}
