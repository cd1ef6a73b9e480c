import DemarchePublish
import DemarcheRecords
import DemarcheStore

extension RecordList {
    /// The articles of a story, the newest first.
    static func articles(of story: Story) -> RecordList {
        RecordList(
            fields: ArticleLine.fields,
            rows: { asked in
                let stretch = story.articles.reversed().dropFirst(asked.offset).prefix(asked.filter.limit)
                let lines = try asked.store.articleLines(ids: Array(stretch))
                return Stretch(
                    items: lines.reversed(), goesOn: story.articles.count > asked.offset + stretch.count)
            },
            objects: { try $1.heads(of: $0.map(\.id)) }, entries: { rows, _ in rows.compactMap { FeedEntry($0) } })
    }
}

extension ArticleLine {
    /// The columns that ``Passage/fields`` and it share.
    fileprivate static var fields: [Field<ArticleLine>] {
        [
            Field("article") { $0.id }, Field("published") { $0.published ?? "" }, Field("outlet") { $0.outlet ?? "" },
            Field("headline") { $0.headline ?? "" },
        ]
    }
}
