package import DemarcheRecords

extension ExchangeLines {
    package static func line(_ story: Story) -> OrderedJSON {
        .object([
            ("type", .string("story")), ("id", .string(story.id)), ("articles", names(story.articles)),
            ("from", story.from.map(OrderedJSON.string)), ("to", story.to.map(OrderedJSON.string)),
            ("title", .string(story.title)), ("episodes", names(story.episodes)),
        ])
    }

    package static func line(_ episode: Episode) -> OrderedJSON {
        .object([
            ("type", .string("episode")), ("id", .string(episode.id)), ("articles", names(episode.articles)),
            ("from", episode.from.map(OrderedJSON.string)), ("to", episode.to.map(OrderedJSON.string)),
            ("title", .string(episode.title)),
        ])
    }

    private static func names(_ ids: [String]) -> OrderedJSON { .array(ids.map(OrderedJSON.string)) }
}
