// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "demarche",
    products: [
        .executable(name: "demarche", targets: ["demarche"]),
        .library(name: "DemarcheLanguage", targets: ["DemarcheLanguage"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    ],
    targets: [
        // The targets stand in the order in which the data flows; a target never depends on a later line.
        .systemLibrary(name: "CLexbor", path: "Sources/CLexbor", pkgConfig: "lexbor"),
        .systemLibrary(
            name: "CUchardet", path: "Sources/CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
        .target(
            name: "CLanguageDetection", path: "Sources/CLanguageDetection", linkerSettings: [.linkedLibrary("cld2")]),
        .systemLibrary(name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", path: "Sources/CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(
            name: "CBrotli", path: "Sources/CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(
            name: "CGMime", path: "Sources/CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
        .systemLibrary(
            name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "CXML", dependencies: ["CLibXML2"], path: "Sources/CXML"),
        .target(name: "DemarcheSourceText", path: "Sources/SourceText"),
        .target(
            name: "DemarcheRecords",
            dependencies: ["DemarcheSourceText", .product(name: "Crypto", package: "swift-crypto")],
            path: "Sources/Records",
            resources: [
                .embedInCode("Commitments/near-words.txt"), .embedInCode("States/states.txt"),
                .embedInCode("States/state-words.txt"), .embedInCode("States/former-states.txt"),
            ]),
        .target(
            name: "DemarcheIngest",
            dependencies: [
                "DemarcheSourceText", "DemarcheRecords", "CLexbor", "CUchardet", "CZlib", "CZstd", "CBrotli", "CGMime",
                "CXML", "CLanguageDetection",
                .product(name: "Yams", package: "Yams"),
            ], path: "Sources/Ingest", resources: [.embedInCode("Metadata/outlets.txt")]),
        .target(name: "CKernels", path: "Sources/CKernels"),
        .target(
            name: "DemarcheAnnotate", dependencies: ["DemarcheSourceText", "DemarcheRecords", "CKernels"],
            path: "Sources/Annotate", resources: [.embedInCode("Lexicon/en"), .embedInCode("Lexicon/spacy")]),
        .target(
            name: "DemarcheLanguage", dependencies: ["DemarcheSourceText", "DemarcheAnnotate"],
            path: "Sources/DemarcheLanguage"),
        .target(
            name: "DemarcheExtract", dependencies: ["DemarcheSourceText", "DemarcheRecords", "DemarcheAnnotate"],
            path: "Sources/Extract", resources: [.embedInCode("Lexicon")]),
        .target(
            name: "DemarcheLink",
            dependencies: [
                "DemarcheSourceText", "DemarcheRecords", .product(name: "HeapModule", package: "swift-collections"),
            ], path: "Sources/Link",
            resources: [
                .embedInCode("Stories/news-words.txt"), .embedInCode("Parties/Tables"),
                .embedInCode("Duplicates/agencies.txt"), .embedInCode("Series/proposal-words.txt"),
                .embedInCode("Utterances/like-words.txt"),
            ]),
        .target(
            name: "DemarcheStore",
            dependencies: [
                "DemarcheSourceText", "DemarcheRecords", .product(name: "GRDB", package: "GRDB.swift"),
            ], path: "Sources/Store"),
        .target(
            name: "DemarcheFetch",
            dependencies: [
                "DemarcheRecords", "CZlib", .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ], path: "Sources/Fetch"),
        .target(
            name: "DemarchePipeline",
            dependencies: [
                "DemarcheSourceText", "DemarcheRecords", "DemarcheIngest", "DemarcheAnnotate", "DemarcheExtract",
                "DemarcheLink", "DemarcheStore", "DemarcheFetch",
            ], path: "Sources/Pipeline"),
        .target(
            name: "DemarchePublish",
            dependencies: [
                "DemarcheSourceText", "DemarcheRecords", "DemarcheStore",
                .product(name: "Mustache", package: "swift-mustache"),
            ], path: "Sources/Publish", resources: [.embedInCode("Dossier/Page"), .embedInCode("Page")]),
        .target(
            name: "DemarcheServe",
            dependencies: [
                "CXML", "DemarcheSourceText", "DemarcheRecords", "DemarcheStore", "DemarchePipeline", "DemarchePublish",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
            ], path: "Sources/Serve", resources: [.embedInCode("Page")]),
        .target(
            name: "DemarcheCommands",
            dependencies: [
                "DemarcheSourceText", "DemarcheRecords", "DemarcheIngest", "DemarcheAnnotate", "DemarcheStore",
                "DemarcheFetch", "DemarchePipeline", "DemarchePublish", "DemarcheServe",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], path: "Sources/Commands"),
        .executableTarget(name: "demarche", dependencies: ["DemarcheCommands"], path: "Sources/App"),
        .target(
            name: "DemarcheEvaluation",
            dependencies: [
                "DemarcheSourceText", "DemarcheRecords", "DemarcheIngest", "DemarcheAnnotate", "DemarcheExtract",
                "DemarcheLink", "DemarcheStore", "DemarchePipeline",
            ], path: "Sources/Evaluation"),
        .executableTarget(
            name: "evaluate",
            dependencies: [
                "DemarcheSourceText", "DemarcheRecords", "DemarcheIngest", "DemarcheAnnotate", "DemarcheLink",
                "DemarchePipeline", "DemarcheEvaluation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], path: "Sources/Evaluate"),
        .executableTarget(
            name: "fuzz",
            dependencies: ["DemarcheSourceText", "DemarcheRecords", "DemarcheAnnotate", "TestSupport"],
            path: "Sources/Fuzz"),
        .testTarget(
            name: "DemarcheLanguageTests", dependencies: ["TestSupport", "DemarcheLanguage"],
            path: "Tests/DemarcheLanguageTests"),
        .target(
            name: "TestSupport",
            dependencies: ["DemarcheSourceText", "DemarcheRecords", "DemarcheIngest", "DemarcheAnnotate"],
            path: "Tests/TestSupport"),
    ]
        + [
            ("SourceText", []), ("Records", []), ("Ingest", []),
            ("Annotate", ["DemarcheIngest", "DemarcheEvaluation"]),
            ("Extract", ["DemarcheAnnotate", "DemarcheIngest", "DemarcheEvaluation"]), ("Link", ["DemarcheEvaluation"]),
            ("Store", []),
            ("Fetch", ["DemarcheIngest"]),
            ("Pipeline", ["DemarcheStore", "DemarcheIngest", "DemarcheFetch"]),
            ("Publish", ["DemarcheStore", "DemarchePipeline"]), ("Serve", ["DemarcheStore", "DemarchePipeline"]),
            ("Commands", ["demarche", "DemarcheStore", "DemarchePipeline", "DemarchePublish"]),
            ("Evaluation", ["DemarcheLink"]),
        ].map { stage, also in
            .testTarget(
                name: "\(stage)Tests",
                dependencies: ["TestSupport", "DemarcheSourceText", "DemarcheRecords"].map { .init(stringLiteral: $0) }
                    + ["Demarche\(stage)"].filter { !["DemarcheSourceText", "DemarcheRecords"].contains($0) }
                    .map { .init(stringLiteral: $0) }
                    + (also as [String]).map { .init(stringLiteral: $0) }
                    + ([
                        "Store": [.product(name: "GRDB", package: "GRDB.swift")],
                        "Serve": [
                            .product(name: "Hummingbird", package: "hummingbird"),
                            .product(name: "HummingbirdTesting", package: "hummingbird"),
                            .product(name: "HTTPTypes", package: "swift-http-types"),
                            .product(name: "NIOCore", package: "swift-nio"),
                        ],
                    ][stage] ?? []),
                path: "Tests/\(stage)Tests",
                exclude: [
                    "Extract": ["Cases"], "Link": ["Cases"], "Annotate": ["Golden", "Cases"], "Evaluation": ["Data"],
                ][stage] ?? [])
        },
    swiftLanguageModes: [.v6])

for target in package.targets where target.type != .system {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
        ]
}
