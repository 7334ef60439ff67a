import API
import ArgumentParser
import Foundation
import HTTPServer
import Logging
import SQLiteStore
import ServiceLifecycle
import Sessions
import Tensor
import UnixSignals

/// `talk-to-edit serve`: the HTTP service over one model or several.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve conversations over HTTP.",
        discussion: """
            Settings come from Config/default.yaml and Config/local.yaml, then from the environment (TALK_TO_EDIT_PORT and so on), then from \
            these options. SIGTERM or SIGINT lets what runs end, then stops.
            """)

    @Option(help: "Name or address to listen on.")
    var host: String?

    @Option(help: "Port to listen on; 0 lets the system choose.")
    var port: String?

    @Option(help: ArgumentHelp("SQLite file; made and migrated as needed.", valueName: "file"))
    var database: String?

    @Option(help: ArgumentHelp("Model to serve, a folder in Models; may be repeated, the first is the default.", valueName: "name"))
    var model: [String] = []

    @Option(help: ArgumentHelp("Inner loops: auto, avx512, avx2 or portable.", valueName: "name"))
    var kernels: String?

    @Option(help: ArgumentHelp("Processor cores that the walks share; auto for all the process may use.", valueName: "n"))
    var cores: String?

    @Option(help: ArgumentHelp("Walks at a time; auto for as many as cores.", valueName: "n"))
    var workers: String?

    @Option(
        name: .customLong("refine-url"),
        help: ArgumentHelp("Base address of a chat service that helps with unclear sentences; none for none.", valueName: "url"))
    var refineURL: String?

    @Option(help: ArgumentHelp("The model that it is to ask.", valueName: "name"))
    var refineModel: String?

    @Option(help: ArgumentHelp("trace, debug, info, notice, warning, error or critical.", valueName: "level"))
    var logLevel: String?

    private var flags: [Configuration.Setting: String] {
        [
            .host: host, .port: port, .database: database, .model: model.isEmpty ? nil : model.joined(separator: ","), .kernels: kernels,
            .cores: cores, .workers: workers, .logLevel: logLevel, .refineURL: refineURL, .refineModel: refineModel,
        ].compactMapValues { $0 }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let folder = try ProjectFolder.find(environment: environment)
        let configuration = try Configuration(folder: folder, environment: environment, flags: flags)
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = configuration.logLevel
            return handler
        }
        try FileManager.default.createDirectory(
            at: configuration.database.deletingLastPathComponent(), withIntermediateDirectories: true)
        let store = try SQLiteStore(path: configuration.database.path, migrations: folder.migrations)
        let cores = configuration.cores ?? ProcessorShare().cores
        let models = try Self.models(configuration, cores: cores)
        // More walks at a time than cores would only take threads from one another.
        let workers = min(configuration.workers ?? cores, cores)
        let sessions = SessionService(
            store: store, models: models, workers: workers, cores: cores, waiting: configuration.queue,
            refiner: configuration.refinement.refiner(logger: Logger(label: "refinement")), logger: Logger(label: "sessions"))
        let handler = APIHandler(
            service: sessions, kernels: Compute.kernelPath, openAPI: [UInt8](try Data(contentsOf: folder.openAPI)),
            page: try WebPage(contentsOf: folder.page), browsers: configuration.browsers, logger: Logger(label: "api"))
        let server = try HTTPServer(configuration: configuration.http, handler: handler, logger: Logger(label: "http"))

        if !configuration.isLoopback {
            Logger(label: "http").warning(
                "whoever can reach this address can see and change every session; put a proxy that asks for credentials before it",
                metadata: ["host": "\(configuration.http.host)"])
        }
        let address = server.address
        let conversations = Conversations(sessions: sessions, server: server) { Self.announce(address) }
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: conversations)], gracefulShutdownSignals: [.sigterm, .sigint],
                logger: Logger(label: "lifecycle")))
        try await group.run()
        try store.close()
    }

    /// Loads the models and draws a face with each, so that no request has to wait for weights to be packed.
    private static func models(_ configuration: Configuration, cores: Int) throws -> [LoadedModel] {
        let logger = Logger(label: "models")
        if let kernels = configuration.kernels, !Compute.useKernels(kernels) {
            throw ConfigurationError("The kernels \(kernels) cannot run here; \(Compute.kernelPaths.joined(separator: ", ")) can.")
        }
        logger.info("computing", metadata: ["kernels": "\(Compute.kernelPath)", "cores": "\(cores)"])
        let clock = ContinuousClock()
        var models: [LoadedModel] = []
        let loading = try clock.measure { models = try LoadedModel.load(configuration.modelFolders) }
        logger.info("models loaded", metadata: ["seconds": "\(loading.seconds)"])
        for model in models {
            let drawing = try clock.measure { try Compute.withThreads(cores) { try model.warmUp() } }
            logger.info("first face drawn", metadata: ["model": "\(model.name)", "seconds": "\(drawing.seconds)"])
        }
        return models
    }

    /// Says where the service is and what to try, on the output stream; the log goes to the error stream.
    private static func announce(_ address: HTTPAddress) {
        let text = """
            Listening on http://\(address)
            Open it in a browser, or try: curl -s http://\(address)/v1/sessions -d '{"seed": 7}'

            """
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}
