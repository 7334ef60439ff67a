import Dispatch
import Glibc
import Logging

/// Takes connections off a listening socket while there is room for them; everything in it is touched on its own queue only.
final class Acceptor: @unchecked Sendable {
    private let listener: Listener
    private let logger: Logger
    private let queue = DispatchQueue(label: "http.accept")
    private var source: SwitchableSource?

    init(_ listener: Listener, logger: Logger) {
        self.listener = listener
        self.logger = logger
    }

    deinit {
        // With a source, its cancel handler has closed the socket; the source holds this object until then.
        if source == nil { close(listener.descriptor) }
    }

    /// Begins to accept. `hasRoom` is asked before, and `onAccept` told after, every connection; `onStop` is called once, at the end.
    func start(
        hasRoom: @escaping @Sendable () -> Bool, onAccept: @escaping @Sendable (Int32) -> Void, onStop: @escaping @Sendable () -> Void
    ) {
        queue.async { [self] in
            source = SwitchableSource(
                DispatchSource.makeReadSource(fileDescriptor: listener.descriptor, queue: queue),
                onEvent: { [self] in accept(hasRoom: hasRoom, onAccept: onAccept) },
                onCancel: { [self] in
                    close(listener.descriptor)
                    onStop()
                })
            source?.set(true)
        }
    }

    /// Goes on after there was no room.
    func resume() {
        queue.async { [self] in source?.set(true) }
    }

    /// Stops for good and closes the listening socket.
    func stop() {
        queue.async { [self] in source?.cancel() }
    }

    /// One connection an event: the source fires again for the next, and only then is it known that one waits for room.
    private func accept(hasRoom: () -> Bool, onAccept: (Int32) -> Void) {
        guard hasRoom() else {
            source?.set(false)
            return
        }
        switch listener.accept() {
        case .success(let descriptor)?: onAccept(descriptor)
        case .failure(let error)?:
            // Out of descriptors or memory: pause, or the waiting connection would wake this at once again.
            logger.error("cannot accept", metadata: ["reason": "\(Listener.message(error.value))"])
            source?.set(false)
            queue.asyncAfter(deadline: .now() + .milliseconds(100)) { [self] in source?.set(true) }
        case nil: break
        }
    }
}
