/// The templates of the views that the dossier and the server's pages have in common, by name.
package enum SharedTemplates {
    package static var sources: [(name: String, text: String)] {
        files.map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }
    }

    private static let files: [(String, [UInt8])] = [
        ("chart", PackageResources.chart_mustache), ("series", PackageResources.series_mustache),
        ("entry", PackageResources.entry_mustache), ("pieces", PackageResources.pieces_mustache),
        ("happening", PackageResources.happening_mustache), ("timetable", PackageResources.timetable_mustache),
        ("coverage", PackageResources.coverage_mustache), ("wordings", PackageResources.wordings_mustache),
        ("utterances", PackageResources.utterances_mustache),
        ("utterancebody", PackageResources.utterancebody_mustache),
        ("contradiction", PackageResources.contradiction_mustache), ("stances", PackageResources.stances_mustache),
        ("storybody", PackageResources.storybody_mustache),
    ]
}
