internal import Mustache

/// A view as templates read it: each of its fields looked up once.
///
/// The engine mirrors a struct again for every name that a template asks of it, and then visits all of its fields, which was
/// half the time of a page. What is absent is left out, so that it reads as absent.
package enum TemplateValue {
    /// Structs and tuples become their fields by name, arrays those of their elements; everything else is itself.
    ///
    /// Linear in the fields of the view and of all that it holds.
    package static func of(_ view: Any) -> Any { value(view) ?? view }

    private static func value(_ any: Any) -> Any? {
        if any is String || any is Bool || any is Int || any is any MustacheCustomRenderable { return any }
        let mirror = Mirror(reflecting: any)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { value($0.value) }
        case .collection: return mirror.children.compactMap { value($0.value) }
        case .struct: return fields(mirror)
        default: return any
        }
    }

    private static func fields(_ mirror: Mirror) -> [String: Any] {
        var fields: [String: Any] = [:]
        for case (let name?, let field) in mirror.children { fields[name] = value(field) }
        return fields
    }
}
