import Foundation
import FoundationNetworking
import Synchronization

/// Why a question got no answer.
enum ChatFailure: Error, Equatable {
    case timeout, cancelled, tooLong
    /// No connection, or one that broke.
    case connection(code: Int)
    /// Anything but 200, redirects included.
    case status(Int)
    /// What came is not an answer of a chat service, or not one that was asked for.
    case unreadable
}

/// Posts to one address and nowhere else: follows no redirect, keeps no cookie, reads a bounded answer in a bounded time.
final class ChatClient: Sendable {
    /// The most bytes of an answer, unpacked.
    static let answerLimit = 64 << 10

    private let endpoint: ChatEndpoint
    private let session: URLSession
    private let exchanges = Exchanges()

    init(_ endpoint: ChatEndpoint) {
        self.endpoint = endpoint
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        session = URLSession(configuration: configuration, delegate: exchanges, delegateQueue: nil)
    }

    deinit { session.invalidateAndCancel() }

    /// The body of the answer to a JSON body.
    ///
    /// Returns or throws within the endpoint's time limit, and at once when the task is cancelled.
    func post(_ body: Data) async throws(ChatFailure) -> Data {
        var request = URLRequest(url: endpoint.address.completions)
        request.httpMethod = "POST"
        request.httpBody = body
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue("application/json", forHTTPHeaderField: "Accept")
        // In place of the system's own, which tell versions and the machine's language.
        request.setValue("talk-to-edit", forHTTPHeaderField: "User-Agent")
        request.setValue("*", forHTTPHeaderField: "Accept-Language")
        if let key = endpoint.key { request.setValue("Bearer " + key.text, forHTTPHeaderField: "Authorization") }
        // The session's timeout is one of silence only; the one that counts runs beside it.
        let result = await withTaskGroup(of: Result<Data, ChatFailure>.self) { [request, limit = endpoint.timeout] group in
            group.addTask { await self.exchange(request) }
            group.addTask {
                do { try await Task.sleep(for: limit) } catch { return .failure(.cancelled) }
                return .failure(.timeout)
            }
            defer { group.cancelAll() }
            return await group.next() ?? .failure(.cancelled)
        }
        return try result.get()
    }

    private func exchange(_ request: URLRequest) async -> Result<Data, ChatFailure> {
        let task = session.dataTask(with: request)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                exchanges.begin(task, continuation)
                if Task.isCancelled { exchanges.end(task, .failure(.cancelled)) } else { task.resume() }
            }
        } onCancel: {
            exchanges.end(task, .failure(.cancelled))
        }
    }
}

/// The exchanges that run on a session. Each ends once, with whatever comes first, and is not waited for after that.
private final class Exchanges: NSObject, URLSessionDataDelegate, Sendable {
    private struct Exchange {
        var body = Data()
        let continuation: CheckedContinuation<Result<Data, ChatFailure>, Never>
    }

    private let running = Mutex<[Int: Exchange]>([:])

    func begin(_ task: URLSessionTask, _ continuation: CheckedContinuation<Result<Data, ChatFailure>, Never>) {
        running.withLock { $0[task.taskIdentifier] = Exchange(continuation: continuation) }
    }

    /// - Parameter result: nil for the body that has come.
    func end(_ task: URLSessionTask, _ result: Result<Data, ChatFailure>? = nil) {
        guard let exchange = running.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else { return }
        exchange.continuation.resume(returning: result ?? .success(exchange.body))
        if result != nil { task.cancel() }
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooLong = running.withLock { running in
            running[dataTask.taskIdentifier]?.body.append(data)
            return running[dataTask.taskIdentifier].map { $0.body.count > ChatClient.answerLimit } ?? false
        }
        if isTooLong { end(dataTask, .failure(.tooLong)) }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse, newRequest: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
        end(task, .failure(.status(response.statusCode)))
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        if let error { return end(task, .failure(.connection(code: (error as NSError).code))) }
        let status = (task.response as? HTTPURLResponse)?.statusCode ?? 0
        end(task, status == 200 ? nil : .failure(.status(status)))
    }
}
