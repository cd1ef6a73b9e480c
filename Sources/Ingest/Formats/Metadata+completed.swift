package import DemarcheRecords

extension Metadata {
    /// This, and where it says nothing what `other` says.
    package func completed(by other: Metadata) -> Metadata {
        var metadata = self
        metadata.url = url ?? other.url
        metadata.outlet = outlet.map { $0.completed(by: other.outlet) } ?? other.outlet
        metadata.headline = headline ?? other.headline
        metadata.standfirst = standfirst ?? other.standfirst
        metadata.bylines = bylines.isEmpty ? other.bylines : bylines
        metadata.published = published ?? other.published
        metadata.modified = modified ?? other.modified
        metadata.language = language ?? other.language
        metadata.section = section ?? other.section
        metadata.agencies = agencies.isEmpty ? other.agencies : agencies
        return metadata
    }
}

extension Outlet {
    /// A domain belongs to its name: it is completed only where the names agree or one says none.
    fileprivate func completed(by other: Outlet?) -> Outlet {
        guard let other, name == nil || other.name == nil || name == other.name else { return self }
        guard domain == nil || other.domain == nil || domain == other.domain else { return self }
        return Outlet(name: name ?? other.name, domain: domain ?? other.domain, kind: kind ?? other.kind)
    }
}
