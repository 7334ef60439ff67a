import API
import ChatRefinement
import Foundation
import HTTPServer
import Logging
import Tensor
import Testing

@testable import talk_to_edit

@Suite struct ConfigurationTests {
    /// A project's folder of its own.
    struct Project: ~Copyable {
        let folder: ProjectFolder

        init(_ files: [String: String] = [:]) throws {
            let url = FileManager.default.temporaryDirectory.appending(path: "project-\(UUID().uuidString)")
            for name in ["Config", "Migrations"] {
                try FileManager.default.createDirectory(at: url.appending(path: name), withIntermediateDirectories: true)
            }
            for (name, text) in files { try Data(text.utf8).write(to: url.appending(path: "Config/\(name)")) }
            folder = ProjectFolder(url: url)
        }

        deinit { try? FileManager.default.removeItem(at: folder.url) }
    }

    /// The folder of this repository.
    static let repository = ProjectFolder(url: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized)

    @Test func `what weighs more wins: flags over environment over local over default over built in`() throws {
        let project = try Project([
            "default.yaml": "host: a\nport: 1\nmodel: b\nworkers: 2\nqueue: 3\n",
            "local.yaml": "port: 2\nworkers: 3\nmodel: c\n",
        ])
        let configuration = try Configuration(
            folder: project.folder, environment: ["TALK_TO_EDIT_WORKERS": "4", "TALK_TO_EDIT_MODEL": "d", "PATH": "x"],
            flags: [.model: "e,f"]
        )
        #expect(configuration.http.host == "a")
        #expect(configuration.http.port == 2)
        #expect(configuration.workers == 4)
        #expect(configuration.model == ["e", "f"])
        #expect(configuration.queue == 3)
        #expect(configuration.logLevel == .info)
    }

    @Test func `the shipped file says what is built in`() throws {
        let shipped = try Configuration(folder: Self.repository, environment: [:], flags: [:])
        let built = Configuration(folder: Self.repository)
        #expect(String(describing: shipped) == String(describing: built))
        let named = try ConfigurationFile(Self.repository.configurations[0]).entries.map(\.setting)
        #expect(Set(named) == Set(Configuration.Setting.allCases))
    }

    @Test func `a service that only its machine can reach answers to its machine's names, unless others are given`() throws {
        func browsers(_ settings: [Configuration.Setting: String]) throws -> BrowserPolicy {
            try Configuration(folder: try Project().folder, environment: [:], flags: settings).browsers
        }
        #expect(try browsers([:]).hosts == ["localhost", "127.0.0.1", "[::1]"])
        #expect(try browsers([.host: "127.0.0.9"]).hosts?.contains("127.0.0.9") == true)
        #expect(try browsers([.host: "::1"]).hosts == BrowserPolicy.loopback)
        #expect(try browsers([.host: "0.0.0.0"]).hosts == nil)
        #expect(try browsers([.hosts: "Faces.example.org, [::2]"]).hosts == ["faces.example.org", "[::2]"])
        #expect(try browsers([.origins: "https://a.example, http://b.example:81"]).origins == ["https://a.example", "http://b.example:81"])
    }

    @Test func `the web page has one script and one style, whose hashes its policy names`() throws {
        _ = try WebPage(contentsOf: Self.repository.page)
        let project = try Project(["page.html": "<style></style>"])
        #expect(throws: ConfigurationError.self) { try WebPage(contentsOf: project.folder.url.appending(path: "Config/page.html")) }
        #expect(throws: ConfigurationError.self) { try WebPage(contentsOf: project.folder.url.appending(path: "no.html")) }
    }

    @Test func `paths in a file start from the project, others from where the user is`() throws {
        let project = try Project(["default.yaml": "database: data/a.sqlite\nmodels: /m\n"])
        let fromFile = try Configuration(folder: project.folder, environment: [:], flags: [:])
        #expect(fromFile.database.path == project.folder.url.appending(path: "data/a.sqlite").path)
        #expect(fromFile.modelFolders.map(\.path) == ["/m/synthfaces-128"])
        let fromFlag = try Configuration(folder: project.folder, environment: [:], flags: [.database: "b.sqlite"])
        #expect(fromFlag.database.path == FileManager.default.currentDirectoryPath + "/b.sqlite")
    }

    @Test(arguments: [
        ("port: abc", "default.yaml, line 1: port must be a whole number from 0 to 65535, not \"abc\"."),
        ("host: a\nport: 65536", "default.yaml, line 2: port must be a whole number from 0 to 65535, not \"65536\"."),
        (
            "origins: faces.example.org",
            "default.yaml, line 1: origins must be none or origins such as https://faces.example.org, with commas between, not \"faces.example.org\"."
        ),
        ("hosts: a:1", "default.yaml, line 1: hosts must be auto or names without ports, with commas between, not \"a:1\"."),
        ("cores: 0", "default.yaml, line 1: cores must be a whole number from 1 to 1024, not \"0\"."),
        ("workers: 0", "default.yaml, line 1: workers must be a whole number from 1 to 64, not \"0\"."),
        (
            "log_level: loud",
            "default.yaml, line 1: log_level must be one of trace, debug, info, notice, warning, error, critical, not \"loud\"."
        ),
        ("model: ../x", "default.yaml, line 1: model must be the name of a folder among the models, not \"../x\"."),
        ("model: a,b,a", "default.yaml, line 1: model names a model twice."),
        ("model: 'a,'", "default.yaml, line 1: model must be the name of a folder among the models, not \"\"."),
        (
            "kernels: fast",
            "default.yaml, line 1: kernels must be one of \((["auto"] + Compute.kernelPaths).joined(separator: ", ")) on this processor, not \"fast\"."
        ),
        ("head_timeout: nan", "default.yaml, line 1: head_timeout must be a number of seconds from 0.05 to 86400, not \"nan\"."),
        (
            "refine_url: http://example.com/v1",
            "default.yaml, line 1: refine_url must begin with https, for http goes to this machine itself only, such as http://127.0.0.1:8000/v1."
        ),
        (
            "refine_url: https://me:pass@example.com",
            "default.yaml, line 1: refine_url must be an address without a name, a password, a query or a fragment."
        ),
        ("refine_url: https://example.com/v1", "refine_url needs refine_model, the name of the model to ask."),
        ("refine_key: sk 1", "default.yaml, line 1: refine_key must be visible ASCII characters."),
        ("refine_parse: maybe", "default.yaml, line 1: refine_parse must be true or false, not \"maybe\"."),
        ("refine_timeout: 61", "default.yaml, line 1: refine_timeout must be a number of seconds from 0.05 to 60, not \"61\"."),
        ("host: ''", "default.yaml, line 1: host must not be empty."),
        ("host: [a]", "default.yaml, line 1: host must be a plain value."),
        ("- a", "default.yaml must be a mapping from settings to values."),
    ])
    func `a value that cannot be is an error that says where it stands`(_ text: String, _ message: String) throws {
        let project = try Project(["default.yaml": text])
        let error = #expect(throws: ConfigurationError.self) {
            try Configuration(folder: project.folder, environment: [:], flags: [:])
        }
        #expect(error?.description == message)
    }

    @Test func `help from outside is on only if an address is given and something is wanted of it`() throws {
        let project = try Project()
        func refiner(_ environment: [String: String]) throws -> Bool {
            let configuration = try Configuration(folder: project.folder, environment: environment, flags: [:])
            return configuration.refinement.refiner(logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })) != nil
        }
        let address = ["TALK_TO_EDIT_REFINE_URL": "https://example.com/v1", "TALK_TO_EDIT_REFINE_MODEL": "m"]
        #expect(try !refiner([:]))
        #expect(try refiner(address))
        #expect(try !refiner(address.merging(["TALK_TO_EDIT_REFINE_PARSE": "false"]) { $1 }))
        #expect(try refiner(address.merging(["TALK_TO_EDIT_REFINE_PARSE": "false", "TALK_TO_EDIT_REFINE_REWORD": "true"]) { $1 }))
    }

    @Test func `a key comes from the environment and shows itself nowhere`() throws {
        let project = try Project(["default.yaml": "refine_key: none"])
        let configuration = try Configuration(folder: project.folder, environment: ["TALK_TO_EDIT_REFINE_KEY": "sk-123"], flags: [:])
        #expect(configuration.refinement.key == Secret("sk-123"))
        #expect(!"\(configuration)".contains("sk-123"))
        let error = #expect(throws: ConfigurationError.self) {
            try Configuration(folder: project.folder, environment: ["TALK_TO_EDIT_REFINE_KEY": "sk-1 2"], flags: [:])
        }
        #expect(error?.description == "TALK_TO_EDIT_REFINE_KEY must be visible ASCII characters.")
    }

    @Test func `an unknown setting is an error that lists the known ones`() throws {
        let error = #expect(throws: ConfigurationError.self) { try ConfigurationFile(text: "host: a\n\nprot: 1", name: "x.yaml") }
        #expect(error?.description.hasPrefix("x.yaml, line 3: there is no such setting; there are host, port, ") == true)
    }

    @Test func `what is not YAML is an error`() {
        #expect(throws: ConfigurationError.self) { try ConfigurationFile(text: "a: [", name: "x.yaml") }
    }

    @Test func `an empty file sets nothing`() throws {
        #expect(try ConfigurationFile(text: "# nothing\n", name: "x.yaml").entries.isEmpty)
    }

    @Test func `environment and flags are named in messages`() throws {
        let project = try Project()
        let inEnvironment = #expect(throws: ConfigurationError.self) {
            try Configuration(folder: project.folder, environment: ["TALK_TO_EDIT_LOG_LEVEL": "x"], flags: [:])
        }
        #expect(inEnvironment?.description.hasPrefix("TALK_TO_EDIT_LOG_LEVEL must be one of") == true)
        let inFlags = #expect(throws: ConfigurationError.self) {
            try Configuration(folder: project.folder, environment: [:], flags: [.logLevel: "x"])
        }
        #expect(inFlags?.description.hasPrefix("--log-level must be one of") == true)
    }

    @Test func `the project is found by its name, from where the user is, and from the program`() throws {
        let project = try Project()
        let elsewhere = FileManager.default.temporaryDirectory
        let program = project.folder.url.appending(path: ".build/release/talk-to-edit")
        let found = [
            try ProjectFolder.find(environment: ["TALK_TO_EDIT_HOME": project.folder.url.path], currentDirectory: elsewhere, program: nil),
            try ProjectFolder.find(environment: [:], currentDirectory: project.folder.url, program: nil),
            try ProjectFolder.find(environment: [:], currentDirectory: elsewhere, program: program),
        ]
        #expect(found.allSatisfy { $0.url.path == project.folder.url.path })
        #expect(throws: ConfigurationError.self) {
            try ProjectFolder.find(environment: [:], currentDirectory: elsewhere, program: elsewhere.appending(path: "program"))
        }
    }
}
