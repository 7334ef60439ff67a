import Dispatch

/// A read or write source that can be switched on and off any number of times, and is cancelled once.
///
/// Dispatch counts suspensions and never runs the cancel handler of a suspended source; this keeps the count at nought or one.
/// Used on the source's own queue only.
final class SwitchableSource {
    private let source: any DispatchSourceProtocol
    private var isOn = false
    private var isCancelled = false

    /// A source that is off.
    init(_ source: any DispatchSourceProtocol, onEvent: @escaping @Sendable () -> Void, onCancel: @escaping @Sendable () -> Void) {
        self.source = source
        source.setEventHandler(handler: onEvent)
        source.setCancelHandler(handler: onCancel)
    }

    func set(_ on: Bool) {
        guard on != isOn, !isCancelled else { return }
        isOn = on
        if on { source.resume() } else { source.suspend() }
    }

    func cancel() {
        guard !isCancelled else { return }
        isCancelled = true
        source.cancel()
        if !isOn { source.resume() }
    }
}
