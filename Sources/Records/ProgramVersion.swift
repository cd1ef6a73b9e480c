/// The version that stands in every record: two records by one version from the same bytes are the same.
package enum ProgramVersion {
    package static let number = "0.1.0"
    package static let name = "demarche \(number)"
}
