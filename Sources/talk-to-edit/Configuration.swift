import API
import ChatRefinement
import Foundation
import HTTPServer
import HTTPWire
import Logging
import Tensor

/// What is wrong with the settings, in one sentence that names their source.
struct ConfigurationError: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// How the service runs: built-in values, then `Config/default.yaml`, `Config/local.yaml`, the environment, and the flags, the later the weightier.
struct Configuration: Sendable {
    /// Every setting under its name in the files; in the environment it is called `TALK_TO_EDIT_` and this in capitals.
    enum Setting: String, CaseIterable, Sendable {
        case host, port, hosts, origins, database, models, model, kernels, cores, workers, queue
        case logLevel = "log_level"
        case connections
        case bodyLimit = "body_limit"
        case headTimeout = "head_timeout"
        case bodyTimeout = "body_timeout"
        case idleTimeout = "idle_timeout"
        case writeTimeout = "write_timeout"
        case drainTimeout = "drain_timeout"
        case refineURL = "refine_url"
        case refineModel = "refine_model"
        case refineKey = "refine_key"
        case refineParse = "refine_parse"
        case refineReword = "refine_reword"
        case refineTimeout = "refine_timeout"

        var variable: String { "TALK_TO_EDIT_" + rawValue.uppercased() }
    }

    /// Address, limits and timeouts.
    var http = HTTPServerConfiguration()
    /// The names that the service is asked under; nil for its own on this machine, and for any where it listens to others.
    var hosts: Set<String>?
    /// Sites whose pages may use the service.
    var origins: Set<String> = []
    /// The SQLite file; made if it is not there.
    var database: URL
    /// The folder of the models.
    var models: URL
    /// The names of the models served, folders among the models; the first is the default.
    var model = ["synthfaces-128"]
    /// The inner loops that compute; nil for the fastest that the processor can run.
    var kernels: String?
    /// The processor cores that the walks share; nil for all that the process may use.
    var cores: Int?
    /// Walks at a time; nil for as many as there are cores.
    var workers: Int?
    /// Turns that may wait for a worker.
    var queue = 64
    var logLevel = Logger.Level.info
    /// Help with sentences from outside.
    var refinement = RefinementSettings()

    /// Whether only this machine can reach the service.
    var isLoopback: Bool { BrowserPolicy.loopback.contains(ownName) || ownName.hasPrefix("127.") }

    var browsers: BrowserPolicy {
        BrowserPolicy(hosts: hosts ?? (isLoopback ? BrowserPolicy.loopback.union([ownName]) : nil), origins: origins)
    }

    /// The host that is listened on, as a client writes it.
    private var ownName: String { http.host.contains(":") ? "[\(http.host)]" : http.host.lowercased() }

    var modelFolders: [URL] { model.map { models.appending(path: $0) } }

    /// The built-in values.
    init(folder: ProjectFolder) {
        database = folder.url.appending(path: "talk-to-edit.sqlite")
        models = folder.models
        http.limits.body = 1 << 20
    }

    /// Everything put together.
    ///
    /// - Parameter flags: what the command line gives.
    /// - Throws: `ConfigurationError` for the first value that cannot be.
    init(folder: ProjectFolder, environment: [String: String], flags: [Setting: String]) throws(ConfigurationError) {
        self.init(folder: folder)
        for file in folder.configurations where FileManager.default.fileExists(atPath: file.path) {
            for entry in try ConfigurationFile(file).entries {
                try set(
                    entry.setting, to: entry.value, source: "\(file.lastPathComponent), line \(entry.line): \(entry.setting.rawValue)",
                    base: folder.url)
            }
        }
        let here = URL(filePath: FileManager.default.currentDirectoryPath)
        for setting in Setting.allCases {
            guard let value = environment[setting.variable] else { continue }
            try set(setting, to: value, source: setting.variable, base: here)
        }
        for setting in Setting.allCases {
            guard let value = flags[setting] else { continue }
            try set(setting, to: value, source: "--" + setting.rawValue.replacing("_", with: "-"), base: here)
        }
        try refinement.check()
    }

    /// Takes one value in, as text.
    ///
    /// - Parameters:
    ///   - source: what the message names.
    ///   - base: the folder that relative paths start from.
    mutating func set(_ setting: Setting, to value: String, source: String, base: URL) throws(ConfigurationError) {
        func whole(_ range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
            guard let number = Int(value), range.contains(number) else {
                throw ConfigurationError(
                    "\(source) must be a whole number from \(range.lowerBound) to \(range.upperBound), not \"\(value)\".")
            }
            return number
        }
        func seconds(upTo limit: Int = 86_400) throws(ConfigurationError) -> Duration {
            guard let number = Double(value), (0.05...Double(limit)).contains(number) else {
                throw ConfigurationError("\(source) must be a number of seconds from 0.05 to \(limit), not \"\(value)\".")
            }
            return .seconds(number)
        }
        func text() throws(ConfigurationError) -> String {
            guard !value.isEmpty, !value.contains("\0") else { throw ConfigurationError("\(source) must not be empty.") }
            return value
        }
        func flag() throws(ConfigurationError) -> Bool {
            guard let flag = Bool(value) else { throw ConfigurationError("\(source) must be true or false, not \"\(value)\".") }
            return flag
        }
        func list(_ what: String, _ pattern: Regex<Substring>) throws(ConfigurationError) -> Set<String> {
            let words = value.lowercased().split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            for word in words where word.wholeMatch(of: pattern) == nil {
                throw ConfigurationError("\(source) must be \(what), with commas between, not \"\(word)\".")
            }
            return Set(words)
        }
        switch setting {
        case .hosts:
            hosts = value == "auto" ? nil : try list("auto or names without ports", /[a-z0-9._-]+|\[[0-9a-f:.]+\]/)
        case .origins:
            origins = value == "none" ? [] : try list("none or origins such as https://faces.example.org", /https?:\/\/[^\/\s]+/)
        case .host: http.host = try text()
        case .port: http.port = UInt16(try whole(0...65_535))
        case .database: database = URL(filePath: try text(), startingFrom: base)
        case .models: models = URL(filePath: try text(), startingFrom: base)
        case .model:
            let names = value.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
            for name in names where name.isEmpty || name.contains("/") || name.hasPrefix(".") {
                throw ConfigurationError("\(source) must be the name of a folder among the models, not \"\(name)\".")
            }
            guard Set(names).count == names.count else { throw ConfigurationError("\(source) names a model twice.") }
            model = names
        case .kernels:
            let known = ["auto"] + Compute.kernelPaths
            guard known.contains(value) else {
                throw ConfigurationError("\(source) must be one of \(known.joined(separator: ", ")) on this processor, not \"\(value)\".")
            }
            kernels = value == "auto" ? nil : value
        case .cores: cores = value == "auto" ? nil : try whole(1...1024)
        case .workers: workers = value == "auto" ? nil : try whole(1...64)
        case .queue: queue = try whole(0...10_000)
        case .logLevel:
            guard let level = Logger.Level(rawValue: value.lowercased()) else {
                let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
                throw ConfigurationError("\(source) must be one of \(levels), not \"\(value)\".")
            }
            logLevel = level
        case .connections: http.maximumConnections = try whole(1...100_000)
        case .bodyLimit: http.limits.body = try whole(1024...(1 << 30))
        case .headTimeout: http.headTimeout = try seconds()
        case .bodyTimeout: http.bodyTimeout = try seconds()
        case .idleTimeout: http.idleTimeout = try seconds()
        case .writeTimeout: http.writeTimeout = try seconds()
        case .drainTimeout: http.drainTimeout = try seconds()
        case .refineURL:
            // What is wrong is said without the value, which may hold a password.
            do { refinement.address = value == "none" ? nil : try ChatAddress(value) } catch {
                throw ConfigurationError("\(source) \(error).")
            }
        case .refineModel: refinement.model = value == "none" ? nil : try text()
        case .refineKey:
            refinement.key = value == "none" ? nil : Secret(value)
            guard value == "none" || refinement.key != nil else {
                throw ConfigurationError("\(source) must be visible ASCII characters.")
            }
        case .refineParse: refinement.parses = try flag()
        case .refineReword: refinement.rewords = try flag()
        case .refineTimeout: refinement.timeout = try seconds(upTo: 60)
        }
    }
}
