// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

/// A stage of the pipeline: imports Model and whatever else is listed, nothing more.
func stage(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
    .target(
        name: name, dependencies: ["Model"] + dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(
        name: name, dependencies: ["Model"] + dependencies, path: "Tests/\(name)", resources: resources,
        swiftSettings: strict)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let csv = Target.Dependency.product(name: "SwiftCSV", package: "SwiftCSV")
let flyingFox = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")

let package = Package(
    name: "comeback",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "comeback", targets: ["comeback"]),
        .executable(name: "shopserver", targets: ["shopserver"]),
        .executable(name: "bench", targets: ["bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CPSL", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
        .systemLibrary(name: "CJSON", pkgConfig: "json-c", providers: [.apt(["libjson-c-dev"])]),
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CLZ4", pkgConfig: "liblz4", providers: [.apt(["liblz4-dev"])]),
        .target(
            name: "CICU",
            linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n"), .linkedLibrary("icudata")]),
        .target(name: "CCLD2", linkerSettings: [.linkedLibrary("cld2")]),
        .target(
            name: "CPhoneNumber",
            linkerSettings: [.linkedLibrary("phonenumber"), .linkedLibrary("protobuf")]),

        .target(name: "Model", swiftSettings: strict),
        stage("Crawling", ["CCurl", "CPSL", "CZlib", "CBrotli", "CZstd"]),
        stage("Parsing", ["CLibXML2", "CUchardet", "CJSON"]),
        stage(
            "Observing", ["Parsing", "CICU", "CCLD2", "CPhoneNumber", yams],
            resources: [
                .copy("../../checks/languages"), .copy("../../checks/channels.yaml"),
                .copy("../../checks/obstacles.yaml"),
            ]),
        stage("Checking", [yams], resources: [.copy("../../checks")]),
        stage("Scoring"),
        stage("Ledger", ["CLZ4", grdb]),
        stage(
            "Reporting", [mustache],
            resources: [.copy("../../reports/templates")]),
        stage(
            "Auditing", ["Crawling", "Parsing", "Observing", "Checking", "Scoring", "Ledger", "Reporting", csv, yams]),
        .target(
            name: "Support",
            dependencies: ["CZlib", flyingFox, .product(name: "FlyingSocks", package: "FlyingFox")],
            path: "Tests/Support", swiftSettings: strict),
        tests("CrawlingTests", ["Crawling", "CCurl", "Support"]),
        tests("ParsingTests", ["Parsing"]),
        tests("ObservingTests", ["Observing", "Parsing", yams]),
        tests("CheckingTests", ["Checking", yams]),
        tests("ScoringTests", ["Scoring"]),
        tests("LedgerTests", ["Ledger", grdb]),
        tests("ReportingTests", ["Reporting"]),
        tests("AuditingTests", ["Auditing", "Checking", "Crawling", "Ledger", "Support", yams]),
        .testTarget(name: "Examples", dependencies: ["Auditing"], path: "Tests/Examples", swiftSettings: strict),
        .executableTarget(
            name: "shopserver", dependencies: ["Support"], path: "Tests/ShopServer", swiftSettings: strict),
        .executableTarget(
            name: "bench", dependencies: ["Model", "Crawling", "Parsing", "Observing", "CLibXML2"], path: "Bench/bench",
            swiftSettings: strict),
        .executableTarget(name: "comeback", dependencies: ["Auditing", arguments], swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx17
)

// Needs libFuzzer, which only scripts/fuzz links.
if Context.environment["COMEBACK_FUZZ"] != nil {
    package.targets += [
        .systemLibrary(name: "CFuzzer", path: "fuzz/CFuzzer"),
        .executableTarget(
            name: "fuzz",
            dependencies: ["CFuzzer", "Auditing", "Checking", "Crawling", "Model", "Observing", "Parsing"],
            path: "fuzz/Targets", swiftSettings: strict),
    ]
    package.products.append(.executable(name: "fuzz", targets: ["fuzz"]))
}
