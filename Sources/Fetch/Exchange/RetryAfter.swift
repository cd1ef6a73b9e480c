internal import Foundation

/// How long a server asks to wait (RFC 9110, 10.2.3).
enum RetryAfter {
    /// In seconds; nil where the answer does not say. A date is taken against the server's own clock, its `Date` field.
    static func seconds(_ exchange: HTTPExchange) -> Double? {
        guard let value = exchange["retry-after"] else { return nil }
        if let seconds = UInt32(value) { return Double(seconds) }
        guard let then = date(value), let now = exchange["date"].flatMap(date) else { return nil }
        return max(0, then.timeIntervalSince(now))
    }

    private static func date(_ text: String) -> Date? {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return format.date(from: text)
    }
}
