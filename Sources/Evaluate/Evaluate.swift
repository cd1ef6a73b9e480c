import ArgumentParser

/// The developers' program: what the language engine and the extractors give, for comparison with oracles and gold data.
@main struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures Demarche against oracles and gold data.",
        subcommands: [
            Annotate.self, Attributions.self, Commitments.self, Coreference.self, Duplicates.self, Events.self,
            Extraction.self,
            Feeds.self,
            Linking.self, Metadata.self, Speed.self, Stories.self, Time.self, Utterances.self,
        ])
}
