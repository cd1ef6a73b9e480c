internal import Foundation

/// A network as thinc 8 writes it: its nodes in breadth-first order, with attributes and parameters.
struct SpacyNetwork {
    private let nodes:
        [(name: String, attributes: [(key: MessagePack, value: MessagePack)], parameters: [String: Tensor])]

    /// Nil when the value is no network.
    init?(_ value: MessagePack) {
        guard let names = value["nodes"]?.items, let attributes = value["attrs"]?.items,
            let parameters = value["params"]?.items, names.count == attributes.count, names.count == parameters.count
        else { return nil }
        nodes = zip(names, zip(attributes, parameters)).map { node, rest in
            let tensors = (rest.1.entries ?? []).compactMap { entry in
                entry.key.text.flatMap { name in entry.value.tensor.map { (name, $0) } }
            }
            return (node["name"]?.text ?? "", rest.0.entries ?? [], Dictionary(tensors) { $1 })
        }
    }

    func parameters(_ name: String) -> [[String: Tensor]] { nodes.filter { $0.name == name }.map(\.parameters) }

    /// The hash embeddings in the order of their columns, each with the feature that the column holds.
    var embeddings: [(feature: String, seed: UInt64, table: Tensor)] {
        let columns = nodes.first { $0.name == "extract_features" }.flatMap {
            Self.attribute("columns", $0.attributes)
        }?
        .items?.compactMap(\.text)
        return nodes.filter { $0.name == "hashembed" }.compactMap { node in
            guard let column = Self.attribute("column", node.attributes)?.number.map({ Int($0) }),
                let seed = Self.attribute("seed", node.attributes)?.number, let table = node.parameters["E"],
                let columns, column < columns.count
            else { return nil }
            return (column, (columns[column], seed, table))
        }.sorted { (left: (Int, (String, UInt64, Tensor)), right) in left.0 < right.0 }.map(\.1)
    }

    /// The rows of zeros in front of and behind a text.
    var pad: Int {
        nodes.filter { $0.name.hasPrefix("with_array") }.compactMap { Self.attribute("pad", $0.attributes)?.number }
            .max()
            .map { Int($0) } ?? 0
    }

    /// Attributes are packed once more.
    private static func attribute(
        _ name: String, _ attributes: [(key: MessagePack, value: MessagePack)]
    ) -> MessagePack? {
        attributes.first { $0.key.text == name }?.value.bytes.flatMap { try? MessagePack(Array($0)) }
    }
}

/// The classes of a transition system as lines `action label`, in the order of the network's outputs: by action, and within
/// one by count and label, both descending.
enum SpacyMoves {
    static func lines(_ json: String?) -> [String]? {
        guard let json, let table = try? JSONDecoder().decode([String: [String: Int]].self, from: Data(json.utf8))
        else {
            return nil
        }
        let actions = table.compactMap { key, labels in Int(key).map { ($0, labels) } }.sorted { $0.0 < $1.0 }
        return actions.flatMap { action, labels in
            labels.sorted { left, right in
                left.value != right.value
                    ? left.value > right.value
                    : right.key.unicodeScalars.lexicographicallyPrecedes(left.key.unicodeScalars)
            }.map { "\(action) \($0.key)" }
        }
    }
}

/// The attribute ruler's rules as lines. U+001D parts the index, the attributes and the tokens of a pattern; U+001E the
/// conditions on a token; U+001F an attribute, an operator and its values. A rule with several patterns gives several lines
/// that begin with the same number.
enum SpacyRules {
    static func lines(_ rules: [MessagePack]) -> [String]? {
        var lines: [String] = []
        for (number, rule) in rules.enumerated() {
            guard let patterns = rule["patterns"]?.items, let attributes = rule["attrs"]?.entries,
                let index = rule["index"]?.number
            else { return nil }
            let values = attributes.map { "\($0.key.text ?? "")=\($0.value.text ?? "")" }.joined(separator: "\u{1E}")
            for pattern in patterns {
                guard let tokens = pattern.items?.map(conditions), !tokens.contains(nil) else { return nil }
                let head = [String(number), String(Int64(bitPattern: index)), values]
                lines.append((head + tokens.compactMap(\.self)).joined(separator: "\u{1D}"))
            }
        }
        return lines
    }

    private static func conditions(_ token: MessagePack) -> String? {
        guard let entries = token.entries else { return nil }
        let conditions = entries.flatMap { entry -> [String?] in
            guard let name = entry.key.text else { return [nil] }
            if let operators = entry.value.entries {
                return operators.map { [name, $0.key.text ?? ""].joined(separator: "\u{1F}") + values($0.value) }
            }
            return [name + "\u{1F}==" + values(entry.value)]
        }
        return conditions.contains(nil) ? nil : conditions.compactMap(\.self).joined(separator: "\u{1E}")
    }

    private static func values(_ value: MessagePack) -> String {
        (value.items ?? [value]).map { value in
            if case .boolean(let truth) = value { return "\u{1F}" + (truth ? "1" : "0") }
            return "\u{1F}" + (value.text ?? "")
        }.joined()
    }
}

/// An array of floats in NumPy's format, version 1, of two axes.
struct NumPyFile {
    let rows: Int
    let columns: Int
    let values: [Float]

    /// Nil when the bytes are not such a file; an array without numbers has no rows.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 10, bytes.starts(with: [0x93] + Array("NUMPY".utf8)) else { return nil }
        let start = 10 + Int(bytes[8]) + Int(bytes[9]) << 8
        guard start <= bytes.count else { return nil }
        let header = String(decoding: bytes[10..<start], as: UTF8.self)
        guard header.contains("<f4"), let open = header.firstIndex(of: "("), let close = header.firstIndex(of: ")")
        else {
            return nil
        }
        let shape = header[header.index(after: open)..<close].split(separator: ",").compactMap {
            Int($0.filter(\.isNumber))
        }
        let count = shape.reduce(1, *)
        guard count >= 0, bytes.count - start >= 4 * count else { return nil }
        rows = shape.first ?? 0
        columns = shape.count == 2 ? shape[1] : 0
        values = bytes.withUnsafeBytes { raw in
            (0..<count).map { raw.loadUnaligned(fromByteOffset: start + 4 * $0, as: Float.self) }
        }
    }
}
