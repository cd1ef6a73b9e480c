import ArgumentParser
import DemarcheStore

/// The filters that every list of findings takes.
struct FilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only by a speaker with these words in the name or office.", valueName: "name"))
    var by: String?

    @Option(help: ArgumentHelp("Only with these words in what is said.", valueName: "words"))
    var about: String?

    @Option(help: ArgumentHelp("Only from an outlet with these words in its name.", valueName: "name"))
    var outlet: String?

    @Option(help: ArgumentHelp("Only from this date on (2022-03-24, 2022-03 or 2022).", valueName: "date"))
    var since: String?

    @Option(help: ArgumentHelp("Only up to this date.", valueName: "date"))
    var until: String?

    @Option(help: ArgumentHelp("Only carried by an agency or outlet with these words in its name.", valueName: "name"))
    var via: String?

    @Option(help: ArgumentHelp("Only what is at least so sure, in per cent.", valueName: "0-100"))
    var confidence: Int?

    func validate() throws {
        if let confidence, !(0...100).contains(confidence) {
            throw ValidationError("--confidence \(confidence): not a share; write a number from 0 to 100, such as 80.")
        }
        for (name, date) in [("--since", since), ("--until", until)] {
            guard let date, !StatementFilter.isDate(date) else { continue }
            throw ValidationError("\(name) \(date): not a date; write 2022-03-24, 2022-03 or 2022.")
        }
    }

    var filter: StatementFilter {
        var filter = StatementFilter()
        filter.by = by
        filter.about = about
        filter.outlet = outlet
        filter.since = since
        filter.until = until
        filter.via = via
        filter.confidence = confidence
        return filter
    }
}
