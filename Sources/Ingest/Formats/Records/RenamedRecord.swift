import DemarcheRecords
internal import Foundation

/// A record with its fields under our names where the user's map says so. Keys are sorted.
struct RenamedRecord {
    let line: [UInt8]

    init(_ json: [UInt8], _ map: FieldMap, path: String) throws(Refusal) {
        try JSONBudget.check(json, path: path)
        guard let object = (try? JSONSerialization.jsonObject(with: Data(json))) as? [String: Any] else {
            throw Refusal(path: path, code: .damaged, reason: "no JSON object, or cut off; write the record anew")
        }
        let mapped = Set(map.names.values)
        var renamed: [String: Any] = [:]
        for (key, value) in object {
            if let name = map.names[key] {
                renamed[name] = value
            } else if !mapped.contains(key) {
                renamed[key] = value
            }
        }
        let data = try? JSONSerialization.data(
            withJSONObject: renamed, options: [.sortedKeys, .withoutEscapingSlashes])
        guard let data else {
            throw Refusal(path: path, code: .damaged, reason: "a record that cannot be written as JSON")
        }
        line = Array(data)
    }
}
