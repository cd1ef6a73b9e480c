import CLexbor

/// A node of an ``HTMLDocument``, valid as long as that lives.
struct HTMLNode: Equatable {
    let pointer: UnsafeMutablePointer<lxb_dom_node_t>

    init(_ pointer: UnsafeMutablePointer<lxb_dom_node_t>) { self.pointer = pointer }

    /// lexbor's number of the tag, one of `Tag`; numbers past them are tags that HTML does not know.
    var tag: UInt { UInt(pointer.pointee.local_name) }
    var isElement: Bool { pointer.pointee.type == LXB_DOM_NODE_TYPE_ELEMENT }
    var isText: Bool { pointer.pointee.type == LXB_DOM_NODE_TYPE_TEXT }
    var firstChild: HTMLNode? { pointer.pointee.first_child.map(HTMLNode.init) }
    var next: HTMLNode? { pointer.pointee.next.map(HTMLNode.init) }
    var parent: HTMLNode? { pointer.pointee.parent.map(HTMLNode.init) }

    /// The bytes of a text node.
    var text: UnsafeBufferPointer<UInt8> {
        guard isText, let data = demarche_character_data(pointer) else { return .init(start: nil, count: 0) }
        return .init(start: data.pointee.data.data, count: Int(data.pointee.data.length))
    }

    /// The text directly under an element such as `title` or `script`.
    var ownText: [UInt8] {
        var bytes: [UInt8] = []
        var child = firstChild
        while let node = child {
            bytes += node.text
            child = node.next
        }
        return bytes
    }

    var attributes: HTMLAttributes {
        guard isElement, let element = demarche_element(pointer) else { return HTMLAttributes(first: nil) }
        return HTMLAttributes(first: element.pointee.first_attr)
    }
}

/// The attributes of one element, in the order of the source.
struct HTMLAttributes: Sequence, IteratorProtocol {
    typealias Bytes = UnsafeBufferPointer<UInt8>
    private var attribute: UnsafeMutablePointer<lxb_dom_attr_t>?

    init(first: UnsafeMutablePointer<lxb_dom_attr_t>?) { attribute = first }

    var isEmpty: Bool { attribute == nil }

    mutating func next() -> (name: Bytes, value: Bytes)? {
        guard let current = attribute else { return nil }
        attribute = current.pointee.next
        var length = 0
        let name = Bytes(start: lxb_dom_attr_local_name(current, &length), count: length)
        guard let value = current.pointee.value else { return (name, Bytes(start: nil, count: 0)) }
        return (name, Bytes(start: value.pointee.data, count: Int(value.pointee.length)))
    }

    /// The value of one attribute as a string, nil when the element does not have it.
    func string(_ wanted: StaticString) -> String? {
        for (name, value) in self where name.equals(wanted) { return String(decoding: value, as: UTF8.self) }
        return nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the bytes are those of `word`.
    func equals(_ word: StaticString) -> Bool {
        count == word.utf8CodeUnitCount && elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: count))
    }

    /// Whether `word` is one of the words, parted by white space, that the bytes list.
    func lists(_ word: StaticString) -> Bool {
        split(whereSeparator: { $0 <= 0x20 }).contains { UnsafeBufferPointer(rebasing: $0).equals(word) }
    }
}
