internal import Foundation

/// Makes a model file of Demarche's own from an unpacked spaCy pipeline: reads its weights and tables once, and lays them
/// out as the engine reads them.
package struct ModelConversion {
    private let folder: URL
    private var writer = ModelWriter()

    /// - Parameter folder: the one that holds `config.cfg`, `tokenizer`, `tok2vec` and the rest.
    package init(folder: String) { self.folder = URL(fileURLWithPath: folder) }

    /// The bytes of the model file.
    ///
    /// - Parameter name: what the model is called, such as `en_core_web_sm 3.8.0`.
    /// The files are trusted to be those whose SHA-256 was checked: shapes are taken as they come.
    ///
    /// - Throws: ``ModelError`` with `badSource` that names a file which is missing or of another kind.
    package mutating func file(name: String) throws(ModelError) -> [UInt8] {
        writer.add("about", strings: [name])
        try addTokenizer()
        try addNorms()
        try addVectors()
        try addEncoder("tok2vec", "tok2vec/model")
        try addTagger()
        try addTransitions("parser")
        try addEncoder("ner.tok2vec", "ner/model")
        try addTransitions("ner")
        try addSenter()
        try addRules()
        try addLemmas()
        return writer.file()
    }

    // MARK: reading

    private func bytes(_ name: String) throws(ModelError) -> [UInt8] {
        do { return try [UInt8](Data(contentsOf: folder.appending(path: name))) } catch {
            throw bad(name, "is missing or cannot be read")
        }
    }

    private func bad(_ name: String, _ what: String) -> ModelError {
        ModelError(
            .badSource, path: folder.appending(path: name).path,
            message: "\(what); it should be a part of spaCy's en_core_web 3.8")
    }

    private func unpacked(_ name: String) throws(ModelError) -> MessagePack {
        let bytes = try bytes(name)
        do { return try MessagePack(bytes) } catch { throw bad(name, "is not MessagePack") }
    }

    private func network(_ name: String) throws(ModelError) -> SpacyNetwork {
        guard let network = SpacyNetwork(try unpacked(name)) else { throw bad(name, "is not a network of thinc 8") }
        return network
    }

    // MARK: tables

    private mutating func addTokenizer() throws(ModelError) {
        let tokenizer = try unpacked("tokenizer")
        let patterns = ["prefix_search", "suffix_search", "infix_finditer", "url_match"].compactMap {
            tokenizer[$0]?.text
        }
        guard patterns.count == 4, let exceptions = tokenizer["exceptions"]?.entries else {
            throw bad("tokenizer", "lacks its patterns or exceptions")
        }
        writer.add("tokenizer.patterns", strings: patterns)
        writer.add("tokenizer.exceptions", strings: exceptions.compactMap(Self.exception))
    }

    /// ORTH is 65 and NORM 67 in spaCy's symbols.
    private static func exception(_ entry: (key: MessagePack, value: MessagePack)) -> String? {
        guard let text = entry.key.text, let pieces = entry.value.items else { return nil }
        return pieces.reduce(text) { line, piece in
            let fields = piece.entries ?? []
            func field(_ number: UInt64) -> String { fields.first { $0.key.number == number }?.value.text ?? "" }
            return line + "\u{1F}" + field(65) + "\u{1F}" + field(67)
        }
    }

    private mutating func addNorms() throws(ModelError) {
        guard let table = try unpacked("vocab/lookups.bin")["lexeme_norm"]?.entries else {
            throw bad("vocab/lookups.bin", "lacks lexeme_norm")
        }
        writer.add("norms.keys", table.map { $0.key.number ?? 0 })
        writer.add("norms.values", strings: table.map { $0.value.text ?? "" })
    }

    /// Word vectors with their keys in ascending order; empty in a small model.
    private mutating func addVectors() throws(ModelError) {
        let keys = (try unpacked("vocab/key2row").entries ?? []).compactMap { entry in
            entry.key.number.flatMap { key in entry.value.number.map { (key: key, row: Int32(truncatingIfNeeded: $0)) }
            }
        }.sorted { $0.key < $1.key }
        guard let vectors = NumPyFile(try bytes("vocab/vectors")) else { throw bad("vocab/vectors", "is not NumPy") }
        guard !keys.isEmpty, !vectors.values.isEmpty else { return }
        guard vectors.columns == StaticVectors.width, keys.allSatisfy({ $0.row < vectors.rows && $0.row >= 0 }) else {
            throw bad("vocab/vectors", "does not fit key2row")
        }
        writer.add("vectors.keys", keys.map(\.key))
        writer.add("vectors.rows", keys.map(\.row))
        writer.add("vectors.values", vectors.values)
    }

    private mutating func addRules() throws(ModelError) {
        guard let rules = try unpacked("attribute_ruler/patterns").items,
            let lines = SpacyRules.lines(rules)
        else { throw bad("attribute_ruler/patterns", "holds a rule of an unknown form") }
        writer.add("rules", strings: lines)
    }

    private mutating func addLemmas() throws(ModelError) {
        let name = "lemmatizer/lookups/lookups.bin"
        let tables = try unpacked(name)
        guard let rules = tables["lemma_rules"]?.entries, let exceptions = tables["lemma_exc"]?.entries,
            let index = tables["lemma_index"]?.entries
        else { throw bad(name, "lacks a table") }
        for (number, pos) in Lemmatizer.classes.enumerated() {
            let id = StringHash.id(pos)
            func table(_ tables: [(key: MessagePack, value: MessagePack)]) -> MessagePack? {
                tables.first { $0.key.number == id }?.value
            }
            writer.add(
                "lemma.rules.\(number)",
                strings: (table(rules)?.items ?? []).flatMap { $0.items ?? [] }.compactMap(\.text))
            writer.add("lemma.exceptions.\(number)", strings: (table(exceptions)?.entries ?? []).map(Self.lemmas))
            let words = (table(index)?.items ?? []).compactMap(\.text)
            writer.add("lemma.index.\(number)", HashSet64.slots(words.map(Lemmatizer.key)))
        }
    }

    private static func lemmas(_ entry: (key: MessagePack, value: MessagePack)) -> String {
        ([entry.key.text ?? ""] + (entry.value.items ?? []).compactMap(\.text)).joined(separator: "\u{1F}")
    }

    // MARK: networks

    /// The tables, the mixing layer and the convolutions of a tok2vec network under `name`.
    private mutating func addEncoder(_ name: String, _ path: String) throws(ModelError) {
        let network = try network(path)
        let maxouts = network.parameters("maxout"), norms = network.parameters("layernorm")
        let embeddings = network.embeddings
        guard let first = embeddings.first, let width = first.table.shape.last, maxouts.count == norms.count,
            maxouts.count > 1, let pieces = maxouts.last?["b"]?.shape.last, let mixPieces = maxouts[0]["b"]?.shape.last
        else { throw bad(path, "is not a tok2vec network") }
        writer.add("\(name).shape", [width, mixPieces, pieces, maxouts.count - 1, network.pad].map(Int32.init))
        writer.add("\(name).tables", strings: embeddings.map { "\($0.feature) \($0.seed) \($0.table.shape[0])" })
        for (index, embedding) in embeddings.enumerated() {
            writer.add("\(name).table.\(index)", embedding.table.values)
        }
        if let vectors = network.parameters("static_vectors").first?["W"] {
            addDense("\(name).vectors", rows(vectors), [Float](repeating: 0, count: vectors.shape[0]))
        }
        for (layer, (maxout, norm)) in zip(maxouts, norms).enumerated() {
            guard let weights = maxout["W"], let bias = maxout["b"], let gain = norm["G"], let shift = norm["b"] else {
                throw bad(path, "lacks the weights of a layer")
            }
            writer.add("\(name).gain.\(layer)", gain.values)
            writer.add("\(name).shift.\(layer)", shift.values)
            let (rows, biases) = pieceMajor(weights, bias)
            if layer == 1 {
                addWindow("\(name).window", rows, biases, width)
            } else {
                addDense("\(name).layer.\(layer)", rows, biases)
            }
        }
    }

    /// The first convolution taken apart into what the token before, the token itself and the token behind contribute, so
    /// that each can be worked out once for a type of token.
    private mutating func addWindow(_ name: String, _ rows: [[Float]], _ bias: [Float], _ width: Int) {
        let parts = (0..<3).map { part in rows.map { Array($0[part * width..<(part + 1) * width]) } }
        let none = [Float](repeating: 0, count: bias.count)
        addDense(name, parts.flatMap(\.self), none + bias + none)
    }

    /// Rows of weights with the pieces of a maxout layer one block behind the other.
    private func pieceMajor(_ weights: Tensor, _ bias: Tensor) -> (rows: [[Float]], bias: [Float]) {
        let (outputs, pieces) = (bias.shape[0], bias.shape[1])
        let all = rows(weights)
        let order = (0..<pieces).flatMap { piece in (0..<outputs).map { $0 * pieces + piece } }
        return (order.map { all[$0] }, order.map { bias.values[$0] })
    }

    /// Rows along the last axis.
    private func rows(_ tensor: Tensor) -> [[Float]] {
        let width = max(1, tensor.shape.last ?? 1)
        return stride(from: 0, to: tensor.values.count, by: width).map { Array(tensor.values[$0..<$0 + width]) }
    }

    private mutating func addDense(_ name: String, _ rows: [[Float]], _ bias: [Float]) {
        let packed = DenseLayer.packed(rows, bias: bias)
        writer.add(name + ".w", packed.weights)
        writer.add(name + ".b", packed.bias)
    }

    private mutating func addClasses(_ name: String, _ path: String) throws(ModelError) {
        guard let softmax = try network(path).parameters("softmax").first, let weights = softmax["W"],
            let bias = softmax["b"]
        else { throw bad(path, "lacks its softmax layer") }
        addDense(name, rows(weights), bias.values)
    }

    private mutating func addTagger() throws(ModelError) {
        try addClasses("tagger", "tagger/model")
        let cfg = try? JSONSerialization.jsonObject(with: Data(bytes("tagger/cfg"))) as? [String: Any]
        guard let labels = cfg?["labels"] as? [String] else { throw bad("tagger/cfg", "lacks its labels") }
        writer.add("tagger.labels", strings: labels)
    }

    private mutating func addSenter() throws(ModelError) {
        try addEncoder("senter.tok2vec", "senter/model")
        try addClasses("senter", "senter/model")
    }

    private mutating func addTransitions(_ name: String) throws(ModelError) {
        let path = "\(name)/model"
        let network = try network(path)
        let linear = network.parameters("linear")
        guard let affine = network.parameters("precomputable_affine").first, let weights = affine["W"],
            let bias = affine["b"], let pad = affine["pad"], linear.count == 2, weights.shape.count == 4,
            let output = linear[0]["W"], let outputBias = linear[0]["b"], let input = linear[1]["W"],
            let inputBias = linear[1]["b"]
        else { throw bad(path, "is not a transition network") }
        let slots = weights.shape[0]
        addDense("\(name).input", rows(input), inputBias.values)
        let order = (0..<slots).flatMap { slot in Self.hiddenOrder.map { slot * 128 + $0 } }
        let all = rows(weights)
        addDense("\(name).lower", order.map { all[$0] }, [Float](repeating: 0, count: order.count))
        writer.add("\(name).bias", Self.hiddenOrder.map { bias.values[$0] })
        writer.add("\(name).pad", order.map { pad.values[$0] })
        addDense("\(name).upper", rows(output), outputBias.values)
        guard let moves = SpacyMoves.lines(try unpacked("\(name)/moves")["moves"]?.text) else {
            throw bad("\(name)/moves", "is not a table of moves")
        }
        writer.add("\(name).moves", strings: moves)
    }

    /// Of 64 outputs with two pieces each: first all first pieces, then all second ones.
    private static let hiddenOrder = (0..<128).map { $0 % 64 * 2 + $0 / 64 }
}
