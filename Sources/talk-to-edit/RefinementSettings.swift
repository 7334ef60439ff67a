import ChatRefinement
import Foundation
import Logging
import Sessions

/// Help with sentences from a chat service; off as long as there is no address.
struct RefinementSettings: Sendable {
    var address: ChatAddress?
    var model: String?
    var key: Secret?
    /// Whether sentences that are not understood for sure are read by it.
    var parses = true
    /// Whether replies are put into other words by it. Off unless it is asked for: this costs every turn a question, and shows
    /// words from outside.
    var rewords = false
    var timeout = Duration.seconds(5)

    /// - Throws: when the settings do not make a whole.
    func check() throws(ConfigurationError) {
        guard address == nil || model != nil else {
            throw ConfigurationError("refine_url needs refine_model, the name of the model to ask.")
        }
    }

    /// What the settings describe, if it is on; says so in the log.
    func refiner(logger: Logger) -> (any Refiner)? {
        var uses: Set<ChatRefiner.Use> = []
        if parses { uses.insert(.parsing) }
        if rewords { uses.insert(.rewording) }
        guard let address, let model, !uses.isEmpty else { return nil }
        // libcurl would hand plain requests, which are for this very machine, to a proxy that the environment names.
        if address.isPlain { for name in ["http_proxy", "all_proxy", "ALL_PROXY"] { unsetenv(name) } }
        logger.notice("refinement is on", metadata: ["host": "\(address)", "parse": "\(parses)", "reword": "\(rewords)"])
        return ChatRefiner(
            ChatEndpoint(address: address, model: model, key: key, timeout: timeout), uses: uses, logger: logger)
    }
}
