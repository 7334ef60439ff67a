import API
import Checksums
import Foundation

extension WebPage {
    /// Reads the page, and hashes its one script and its one style.
    ///
    /// - Throws: `ConfigurationError` when the file cannot be read or is no such page.
    init(contentsOf url: URL) throws(ConfigurationError) {
        guard let html = try? String(contentsOf: url, encoding: .utf8) else {
            throw ConfigurationError("\(url.path) cannot be read as text.")
        }
        self.init(html: [UInt8](html.utf8), script: try Self.hash(of: "script", in: html), style: try Self.hash(of: "style", in: html))
    }

    private static func hash(of tag: String, in html: String) throws(ConfigurationError) -> String {
        let parts = html.split(separator: "<\(tag)>", omittingEmptySubsequences: false)
        guard parts.count == 2, let end = parts[1].range(of: "</\(tag)>") else {
            throw ConfigurationError("The web page must have one <\(tag)> of its own.")
        }
        return "sha256-" + Data(sha256([UInt8](parts[1][..<end.lowerBound].utf8))).base64EncodedString()
    }
}
