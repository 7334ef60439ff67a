import Foundation
import Yams

/// A YAML file of settings: one mapping from names to plain values.
struct ConfigurationFile {
    struct Entry: Equatable {
        var setting: Configuration.Setting
        var value: String
        /// From 1.
        var line: Int
    }

    let entries: [Entry]

    /// Reads a file.
    init(_ url: URL) throws(ConfigurationError) {
        guard let text = try? String(contentsOf: url, encoding: .utf8) else {
            throw ConfigurationError("\(url.path) cannot be read as text.")
        }
        try self.init(text: text, name: url.lastPathComponent)
    }

    /// - Parameter name: what messages call the file.
    init(text: String, name: String) throws(ConfigurationError) {
        let root: Node?
        do {
            root = try compose(yaml: text)
        } catch {
            throw ConfigurationError("\(name) is not YAML: \(error)")
        }
        guard let root else {
            entries = []
            return
        }
        guard let mapping = root.mapping else { throw ConfigurationError("\(name) must be a mapping from settings to values.") }
        var entries: [Entry] = []
        for (key, value) in mapping {
            let line = key.mark?.line ?? 0
            guard let setting = key.scalar.flatMap({ Configuration.Setting(rawValue: $0.string) }) else {
                let names = Configuration.Setting.allCases.map(\.rawValue).joined(separator: ", ")
                throw ConfigurationError("\(name), line \(line): there is no such setting; there are \(names).")
            }
            guard let value = value.scalar else {
                throw ConfigurationError("\(name), line \(line): \(setting.rawValue) must be a plain value.")
            }
            entries.append(Entry(setting: setting, value: value.string, line: line))
        }
        self.entries = entries
    }
}
