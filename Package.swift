// swift-tools-version: 6.1
import PackageDescription

/// One settings array for every target: Swift 6 mode, explicit existentials and imports, no warnings.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-warnings-as-errors"]),
]

/// The numeric inner loops index raw buffers whose bounds the entry points have checked.
let numericSettings = settings + [.unsafeFlags(["-Ounchecked"], .when(configuration: .release))]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let deque: Target.Dependency = .product(name: "DequeModule", package: "swift-collections")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")

let package = Package(
    name: "talk-to-edit",
    products: [.executable(name: "talk-to-edit", targets: ["talk-to-edit"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // 0: C libraries and the smallest shims
        .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
        .target(name: "CImageCodecs", dependencies: ["CPNG", "CTurboJPEG"]),
        .target(name: "CLinux"),
        // Optimised in debug builds too: the tests run the networks.
        .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3", "-ffp-contract=fast"])]),
        // 1: values, arrays, codecs, wire format
        .target(name: "FaceAttributes", swiftSettings: settings),
        .target(name: "Checksums", dependencies: ["COpenSSL"], swiftSettings: settings),
        .target(name: "Tensor", dependencies: ["COpenBLAS", "CKernels"], swiftSettings: numericSettings),
        .target(name: "ImageCodecs", dependencies: ["CImageCodecs"], swiftSettings: settings),
        .target(name: "HTTPWire", swiftSettings: settings),
        // 2: networks, language, sockets
        .target(name: "FaceModels", dependencies: ["Tensor", "FaceAttributes", "Checksums"], swiftSettings: settings),
        .target(name: "Dialog", dependencies: ["Tensor", "FaceAttributes"], swiftSettings: settings),
        .target(name: "HTTPServer", dependencies: ["HTTPWire", "CLinux", logging, lifecycle], swiftSettings: settings),
        // 3: the walk; other people's checkpoints
        .target(name: "Checkpoints", dependencies: ["Dialog", "FaceModels", "FaceAttributes", "Tensor"], swiftSettings: settings),
        .target(name: "Editing", dependencies: ["FaceModels", "FaceAttributes", "Tensor", "ImageCodecs"], swiftSettings: settings),
        // 4: sessions; training
        .target(
            name: "Sessions",
            dependencies: ["Dialog", "Editing", "FaceAttributes", "ImageCodecs", "Checksums", "Tensor", logging, deque],
            swiftSettings: settings),
        .target(
            name: "Training",
            dependencies: ["Dialog", "Editing", "FaceModels", "FaceAttributes", "Tensor", "ImageCodecs", "Checksums"],
            swiftSettings: settings),
        // 5: adapters
        .target(
            name: "SQLiteStore", dependencies: ["Sessions", "Dialog", "Editing", "FaceAttributes", grdb], swiftSettings: settings),
        .target(
            name: "API", dependencies: ["Sessions", "Dialog", "HTTPWire", "FaceAttributes", logging], swiftSettings: settings),
        .target(
            name: "ChatRefinement", dependencies: ["Sessions", "Dialog", "FaceAttributes", logging], swiftSettings: settings),
        // 6: composition
        .executableTarget(
            name: "talk-to-edit",
            dependencies: [
                "API", "SQLiteStore", "ChatRefinement", "Sessions", "HTTPServer", "HTTPWire", "CLinux", "Training", "Editing",
                "Checkpoints", "Checksums", "Dialog",
                "FaceModels", "FaceAttributes", "ImageCodecs", "Tensor", argumentParser, logging, lifecycle, signals, yams,
            ],
            swiftSettings: settings),
        // tests, and what several of them share
        .target(name: "CurlTestSupport", path: "Tests/CurlTestSupport", swiftSettings: settings),
        .target(
            name: "SessionsTestSupport",
            dependencies: ["Sessions", "SQLiteStore", "Dialog", "Editing", "FaceAttributes", "ImageCodecs", logging],
            path: "Tests/SessionsTestSupport", swiftSettings: settings),
        .testTarget(name: "ArchitectureTests", swiftSettings: settings),
        .testTarget(name: "TensorTests", dependencies: ["Tensor"], swiftSettings: settings),
        .testTarget(name: "ChecksumsTests", dependencies: ["Checksums"], swiftSettings: settings),
        .testTarget(name: "ImageCodecsTests", dependencies: ["ImageCodecs"], swiftSettings: settings),
        .testTarget(name: "HTTPWireTests", dependencies: ["HTTPWire"], swiftSettings: settings),
        .testTarget(name: "FaceModelsTests", dependencies: ["FaceModels", "FaceAttributes", "Tensor"], swiftSettings: settings),
        .testTarget(
            name: "CheckpointsTests", dependencies: ["Checkpoints", "Dialog", "FaceModels", "FaceAttributes", "Tensor"],
            swiftSettings: settings),
        .testTarget(name: "DialogTests", dependencies: ["Dialog", "FaceAttributes", "Tensor"], swiftSettings: settings),
        .testTarget(
            name: "HTTPServerTests", dependencies: ["HTTPServer", "HTTPWire", "CurlTestSupport", logging, lifecycle],
            swiftSettings: settings),
        .testTarget(
            name: "EditingTests", dependencies: ["Editing", "FaceModels", "FaceAttributes", "ImageCodecs", "Tensor"],
            swiftSettings: settings),
        .testTarget(
            name: "TrainingTests",
            dependencies: ["Training", "Editing", "Dialog", "FaceModels", "FaceAttributes", "ImageCodecs", "Tensor"],
            swiftSettings: settings),
        .testTarget(
            name: "SessionsTests", dependencies: ["Sessions", "SessionsTestSupport", "Dialog", "Editing", "FaceAttributes"],
            swiftSettings: settings),
        .testTarget(
            name: "SQLiteStoreTests",
            dependencies: ["SQLiteStore", "Sessions", "SessionsTestSupport", "Dialog", "Editing", "FaceAttributes", grdb],
            swiftSettings: settings),
        .testTarget(
            name: "APITests", dependencies: ["API", "Sessions", "SessionsTestSupport", "HTTPWire", "FaceAttributes", logging],
            swiftSettings: settings),
        .testTarget(
            name: "ChatRefinementTests",
            dependencies: ["ChatRefinement", "Sessions", "SessionsTestSupport", "Dialog", "FaceAttributes", logging],
            swiftSettings: settings),
        .testTarget(name: "OpenAPITests", dependencies: ["API", yams], swiftSettings: settings),
        .testTarget(
            name: "ServeTests", dependencies: ["talk-to-edit", "API", "ChatRefinement", "HTTPServer", "Tensor", logging],
            swiftSettings: settings),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["talk-to-edit", "CurlTestSupport", "FaceModels", "FaceAttributes", "Tensor", "ImageCodecs", "Checksums"],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
