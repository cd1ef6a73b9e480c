package import DemarcheRecords

extension Metadata {
    /// What a user says about an article.
    ///
    /// - Throws: ``StatedMetadataError`` for a date that is none or an address that is not of the web.
    package init(outlet: String?, published: String?, url: String?) throws(StatedMetadataError) {
        self.init()
        if let url {
            guard let address = WebAddress(url) else {
                throw StatedMetadataError(field: "url", value: url, wanted: "an address that begins with https://")
            }
            (self.url, self.outlet) = (address.text, Outlet(name: nil, domain: address.domain))
        }
        if let outlet {
            let isDomain = outlet.contains(".") && !outlet.contains(" ")
            self.outlet = Outlet(
                name: isDomain ? nil : outlet, domain: isDomain ? outlet.lowercased() : self.outlet?.domain)
        }
        if let published {
            guard let date = RecordedDate(iso: published, basis: .given), date.date == published else {
                throw StatedMetadataError(field: "published", value: published, wanted: "a date such as 2022-03-24")
            }
            self.published = date
        }
    }
}

/// A value that a user gave and that cannot be used.
package struct StatedMetadataError: Error, Equatable, CustomStringConvertible {
    package let field: String
    package let value: String
    package let wanted: String

    package var description: String { "\(field) “\(value)” is not \(wanted)" }
}
