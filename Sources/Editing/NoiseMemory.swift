import FaceModels
import Synchronization

/// The noise maps of the sessions drawn last: a walk draws with the same ones at every step, and at 1024 pixels making them costs a
/// noticeable part of a generator pass.
final class NoiseMemory: Sendable {
    private static let capacity = 2
    /// The newest last.
    private let kept = Mutex<[(seed: UInt64, maps: NoiseMaps)]>([])

    func maps(seed: UInt64, of model: FaceModel) -> NoiseMaps {
        guard model.manifest.noise == .session else { return model.noise(seed: seed) }
        if let found = kept.withLock({ $0.last { $0.seed == seed } }) { return found.maps }
        let maps = model.noise(seed: seed)
        kept.withLock { kept in
            kept.append((seed, maps))
            if kept.count > Self.capacity { kept.removeFirst() }
        }
        return maps
    }
}
