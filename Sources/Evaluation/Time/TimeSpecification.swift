internal import Foundation

/// A file of specifications as Microsoft Recognizers-Text writes them: a sentence, the day it is said on, and what a reader
/// should get from it.
package struct TimeSpecification: Sendable {
    /// An expression with its value, and the stretches of days that the value may stand for.
    package struct Expected: Sendable {
        package let text: String
        package let type: String
        let start: Int
        let length: Int
        let values: [String]
        /// First days, and the days behind the last.
        let stretches: [Stretch]
    }

    struct Stretch: Sendable, Hashable {
        let first: String
        let behind: String
    }

    package let input: String
    let written: String
    package let expected: [Expected]

    /// - Throws: ``GoldError`` when the file is no array of objects with an `Input`.
    package static func read(_ file: String) throws(GoldError) -> [TimeSpecification] {
        guard let data = FileManager.default.contents(atPath: file),
            let all = (try? JSONSerialization.jsonObject(with: data)) as? [[String: Any]]
        else { throw GoldError(file: file, line: nil, message: "this is not a JSON array of objects") }
        return all.compactMap { object in
            guard let input = object["Input"] as? String else { return nil }
            let context = object["Context"] as? [String: Any]
            let day = (context?["ReferenceDateTime"] as? String)?.prefix(10) ?? "2018-01-01"
            let results = object["Results"] as? [[String: Any]] ?? []
            return TimeSpecification(input: input, written: String(day), expected: results.map(Expected.init))
        }
    }
}

extension TimeSpecification.Expected {
    init(_ result: [String: Any]) {
        text = result["Text"] as? String ?? ""
        let type = result["Type"] as? String ?? ""
        start = result["Start"] as? Int ?? 0
        length = result["Length"] as? Int ?? text.utf16.count
        let value = result["Value"] as? [String: Any] ?? [:]
        let many = value["values"] as? [[String: Any]] ?? []
        self.type = String(type.split(separator: ".").last ?? "")
        values = ([value["Timex"]] + many.map { $0["timex"] }).compactMap { $0 as? String }
        let resolutions = ["FutureResolution", "PastResolution"].compactMap { value[$0] as? [String: Any] }
        stretches = (resolutions + many).compactMap(Self.stretch)
    }

    private static func stretch(_ fields: [String: Any]) -> TimeSpecification.Stretch? {
        func day(_ keys: String...) -> String? {
            keys.lazy.compactMap { fields[$0] as? String }.first.map { String($0.prefix(10)) }
        }
        if let date = day("date", "value") { return .init(first: date, behind: "") }
        guard let first = day("startDate", "start"), let behind = day("endDate", "end") else { return nil }
        return .init(first: first, behind: behind)
    }
}
