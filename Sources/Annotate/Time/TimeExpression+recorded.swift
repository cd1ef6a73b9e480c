package import DemarcheRecords
import DemarcheSourceText

extension ArticleTimes {
    /// The day of publication from the article's own words, with them; nil where the source gives it.
    package func published(in article: Article) -> RecordedDate? {
        guard let derived else { return nil }
        var date = derived.recorded
        date.expression = String(article.text[derived.span])
        return date
    }

    /// The expression as a date of the record, with its words in `article`; nil for what is no date, or not resolved.
    package func recorded(_ expression: TimeExpression, in article: Article) -> RecordedDate? {
        guard var date = expression.period?.recorded else { return nil }
        date.expression = String(article.text[expression.span])
        switch expression.anchor {
        case .written(let day, _)?: (date.basis, date.anchor) = (.anchored, day.iso)
        case .expression(let index)?: (date.basis, date.anchor) = (.anchored, expressions[index].edtf)
        case nil: break
        }
        return date
    }
}

extension CalendarPeriod {
    /// A day, a month or a year; what is none of these by its first and its last day.
    fileprivate var recorded: RecordedDate? {
        switch self {
        case .day(let day): RecordedDate(date: day.iso, precision: .day, basis: .text)
        case .month: edtf.map { RecordedDate(date: $0, precision: .month, basis: .text) }
        case .year: edtf.map { RecordedDate(date: $0, precision: .year, basis: .text) }
        default:
            days.map {
                RecordedDate(
                    date: $0.lowerBound.iso, precision: .interval, until: $0.upperBound.iso, basis: .text)
            }
        }
    }
}
