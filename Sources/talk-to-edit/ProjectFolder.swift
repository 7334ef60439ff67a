import Foundation

/// Where the files lie that go with the program: `Config`, `Migrations`, `Models`, `Web`, `openapi.yaml`.
struct ProjectFolder {
    let url: URL

    /// The folder that `TALK_TO_EDIT_HOME` names; otherwise the current one, or else the nearest above the program, that has `Migrations`.
    static func find(
        environment: [String: String] = ProcessInfo.processInfo.environment,
        currentDirectory: URL = URL(filePath: FileManager.default.currentDirectoryPath),
        program: URL? = try? URL(filePath: FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    ) throws(ConfigurationError) -> ProjectFolder {
        if let home = environment["TALK_TO_EDIT_HOME"], !home.isEmpty {
            let folder = ProjectFolder(url: URL(filePath: home, startingFrom: currentDirectory))
            guard folder.isOne else { throw ConfigurationError("TALK_TO_EDIT_HOME is \(home), which has no folder Migrations.") }
            return folder
        }
        var candidate = program?.deletingLastPathComponent()
        var candidates = [currentDirectory]
        while let folder = candidate, folder.pathComponents.count > 1 {
            candidates.append(folder)
            candidate = folder.deletingLastPathComponent()
        }
        guard let found = candidates.lazy.map(ProjectFolder.init).first(where: \.isOne) else {
            throw ConfigurationError("The project's folder is not here; name it in TALK_TO_EDIT_HOME.")
        }
        return found
    }

    var migrations: String { url.appending(path: "Migrations").path }
    var models: URL { url.appending(path: "Models") }
    /// Written utterances to train the language encoder on, a folder a language.
    var corpora: URL { url.appending(path: "Corpora") }
    var page: URL { url.appending(path: "Web/page.html") }
    var openAPI: URL { url.appending(path: "openapi.yaml") }
    /// The configuration files in order of rising weight.
    var configurations: [URL] { ["default", "local"].map { url.appending(path: "Config/\($0).yaml") } }

    private var isOne: Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: migrations, isDirectory: &isDirectory) && isDirectory.boolValue
    }
}

extension URL {
    /// An absolute path, or one relative to a folder.
    init(filePath path: String, startingFrom folder: URL) {
        self = (path.hasPrefix("/") ? URL(filePath: path) : folder.appending(path: path)).standardized
    }
}
