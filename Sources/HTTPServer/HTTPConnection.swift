import CLinux
import Dispatch
import Glibc
import HTTPWire
import Logging

/// One accepted socket: carries out what its `HTTPConnectionState` says, and holds the clocks.
///
/// Everything in it is touched on `queue` only; that is what makes it safe to share.
final class HTTPConnection: @unchecked Sendable {
    let queue: DispatchQueue
    private let descriptor: Int32
    private let configuration: HTTPServerConfiguration
    private let handler: any HTTPHandler
    private let logger: Logger
    /// Called once, when the socket is closed and no handler runs any more.
    private let onEnd: @Sendable () -> Void

    private var state: HTTPConnectionState
    private var reader: SwitchableSource?
    private var writer: SwitchableSource?
    private var output: ArraySlice<UInt8> = []
    private var lingering = false
    private var inputEnded = false
    private var closed = false
    private var openSources = 2
    private var task: Task<Void, Never>?
    private var hasEnded = false

    private let clock = ContinuousClock()
    private var timer: (any DispatchSourceTimer)?
    /// When the timer is set to fire; the deadline itself may have moved further away since.
    private var armed: ContinuousClock.Instant?
    private var deadline: ContinuousClock.Instant?
    private var phase = Phase.waiting(.nothing)
    private var phaseBegan: ContinuousClock.Instant

    /// What the present deadline is for.
    private enum Phase: Equatable {
        case waiting(HTTPConnectionState.Waiting)
        case writing(left: Int)
        case lingering
    }

    init(
        descriptor: Int32, queue: DispatchQueue, configuration: HTTPServerConfiguration, environment: HTTPConnectionState.Environment,
        handler: any HTTPHandler, logger: Logger, onEnd: @escaping @Sendable () -> Void
    ) {
        self.descriptor = descriptor
        self.queue = queue
        self.configuration = configuration
        self.handler = handler
        self.logger = logger
        self.onEnd = onEnd
        state = HTTPConnectionState(limits: configuration.limits, environment: environment)
        phaseBegan = clock.now
    }

    /// Begins to serve.
    func start() {
        queue.async { [self] in
            // The sources hold the connection until both are cancelled; the last cancel handler closes the socket.
            let onCancel: @Sendable () -> Void = { [self] in sourceCancelled() }
            reader = SwitchableSource(
                DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue),
                onEvent: { [self] in readable() }, onCancel: onCancel)
            writer = SwitchableSource(
                DispatchSource.makeWriteSource(fileDescriptor: descriptor, queue: queue),
                onEvent: { [self] in flush() }, onCancel: onCancel)
            let timer = DispatchSource.makeTimerSource(queue: queue)
            timer.setEventHandler { @Sendable [weak self] in self?.timerFired() }
            timer.schedule(deadline: .distantFuture)
            timer.activate()
            self.timer = timer
            update()
        }
    }

    /// Ends when idle, or after the request that runs or has begun to arrive.
    func drain() {
        queue.async { [self] in perform(state.drain()) }
    }

    /// Ends when idle after an answer.
    func shed() {
        queue.async { [self] in perform(state.shed()) }
    }

    /// Closes at once and cancels the handler that runs.
    func abort() {
        queue.async { [self] in
            task?.cancel()
            close()
        }
    }

    /// Reads until nothing is there: a source does not always fire again for a connection that was reset right behind its data.
    private func readable() {
        // Bounded, so that one fast client does not keep the others of its queue waiting.
        for _ in 0..<16 {
            guard !closed, wantsToRead, readOnce() else { return }
        }
    }

    private var wantsToRead: Bool { !inputEnded && (lingering || state.wantsInput) }

    /// Whether there may be more.
    private func readOnce() -> Bool {
        let capacity = 64 * 1024
        var result = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            result = clinux_receive(descriptor, buffer.baseAddress, capacity)
            count = max(result, 0)
        }
        switch result {
        case 1...:
            if !lingering { perform(state.receive(bytes)) }
            return true
        case 0:
            inputEnded = true
            if lingering { close() } else { perform(state.receiveEnd()) }
        case -Int(EAGAIN), -Int(EINTR):
            break
        default:
            // The client is gone. A handler that runs is left to finish its work; its answer is dropped.
            close()
        }
        return false
    }

    private func perform(_ actions: [HTTPConnectionState.Action]) {
        guard !closed else { return }
        for action in actions {
            switch action {
            case .handle(let request): handle(request)
            case .send(let bytes): output = bytes[...]
            case .finish: finish()
            }
        }
        if output.isEmpty { update() } else { flush() }
    }

    private func handle(_ request: HTTPRequest) {
        let began = clock.now
        task = Task { [self, handler] in
            let response = await handler.respond(to: request)
            queue.async { [self] in
                logger.info(
                    "request",
                    metadata: [
                        "method": "\(request.method)", "target": "\(request.target)", "status": "\(response.status)",
                        "milliseconds": "\(Int((clock.now - began) / .milliseconds(1)))",
                        "request_id": "\(request.fields["X-Request-Id"] ?? "")",
                    ])
                task = nil
                perform(state.answer(response))
                endIfDone()
            }
        }
    }

    private func flush() {
        while !closed, !output.isEmpty {
            let result = output.withUnsafeBytes { clinux_send(descriptor, $0.baseAddress, $0.count) }
            if result >= 0 {
                output = output.dropFirst(result)
            } else if result == -Int(EAGAIN) {
                break
            } else if result != -Int(EINTR) {
                return close()
            }
        }
        guard !closed else { return }
        if output.isEmpty {
            output = []
            perform(state.sent())
        } else {
            update()
        }
    }

    private func finish() {
        if inputEnded { return close() }
        lingering = true
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Brings the sources and the clock in line with what is waited for.
    private func update() {
        guard !closed else { return }
        reader?.set(wantsToRead)
        writer?.set(!output.isEmpty)

        let now = clock.now
        let new: Phase = lingering ? .lingering : !output.isEmpty ? .writing(left: output.count) : .waiting(state.waiting)
        if !Self.continues(phase, new) { phaseBegan = now }
        phase = new
        deadline = patience(new).map { phaseBegan + $0 }
        guard let deadline, armed.map({ deadline < $0 }) ?? true else { return }
        arm(deadline, now)
    }

    /// Whether the clock goes on: a body that grows is still the same body.
    private static func continues(_ old: Phase, _ new: Phase) -> Bool {
        if case .waiting(.body(let a, _)) = old, case .waiting(.body(let b, _)) = new { return a == b }
        return old == new
    }

    private func patience(_ phase: Phase) -> Duration? {
        switch phase {
        case .waiting(.nothing): nil
        // A client that connects has something to ask: it is given no more time than for a head.
        case .waiting(.request(after: 0)): configuration.headTimeout
        case .waiting(.request): configuration.idleTimeout
        case .waiting(.head): configuration.headTimeout
        case .waiting(.body(_, let received)):
            configuration.bodyTimeout + .milliseconds(received * 1000 / max(1, configuration.minimumBodyRate))
        case .writing: configuration.writeTimeout
        case .lingering: configuration.lingerTimeout
        }
    }

    private func arm(_ instant: ContinuousClock.Instant, _ now: ContinuousClock.Instant) {
        armed = instant
        let nanoseconds = max(0, min((instant - now) / .nanoseconds(1), 1e15))
        timer?.schedule(deadline: .now() + .nanoseconds(Int(nanoseconds)), leeway: .milliseconds(5))
    }

    private func timerFired() {
        guard !closed else { return }
        armed = nil
        guard let deadline else { return }
        let now = clock.now
        guard now >= deadline else { return arm(deadline, now) }
        switch phase {
        case .waiting: perform(state.timeOut())
        case .writing, .lingering: close()
        }
    }

    private func close() {
        guard !closed else { return }
        closed = true
        output = []
        timer?.cancel()
        timer = nil
        reader?.cancel()
        writer?.cancel()
    }

    private func sourceCancelled() {
        openSources -= 1
        guard openSources == 0 else { return }
        Glibc.close(descriptor)
        (reader, writer) = (nil, nil)
        endIfDone()
    }

    private func endIfDone() {
        guard openSources == 0, task == nil, !hasEnded else { return }
        hasEnded = true
        onEnd()
    }
}
