import CLinux
import Foundation

/// How many processor cores the process may use: what the scheduler allows, and no more than the quotas of its control groups.
struct ProcessorShare {
    /// The cores of the affinity mask; at least 1.
    var allowed: Int
    /// Processor seconds a second by the tightest quota, cgroup v2 or v1; nil without one.
    var quota: Double?

    /// A part of a core is not counted, unless it is all there is.
    var cores: Int { max(1, min(allowed, quota.map { Int(min($0, 4096)) } ?? allowed)) }

    /// - Parameter root: where `proc` and `sys` lie.
    init(root: URL = URL(filePath: "/"), allowed: Int = Self.affinity()) {
        self.allowed = max(1, allowed)
        quota = Self.quotas(root).min()
    }

    /// The cores that the scheduler may run the process on.
    static func affinity() -> Int {
        let count = Int(clinux_affinity())
        return count > 0 ? count : ProcessInfo.processInfo.activeProcessorCount
    }

    /// The quotas of the process's groups and of those that they lie in.
    ///
    /// A line of /proc/self/cgroup is `number:controllers:path`, version 2 with number 0 and no controllers.
    private static func quotas(_ root: URL) -> [Double] {
        let groups = (try? String(contentsOf: root.appending(path: "proc/self/cgroup"), encoding: .utf8)) ?? "0::/"
        return groups.split(separator: "\n").flatMap { line -> [Double] in
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { return [] }
            let controllers = parts[1].split(separator: ",")
            if controllers.isEmpty { return folders(root.appending(path: "sys/fs/cgroup"), parts[2]).compactMap(quotaOfVersion2) }
            guard controllers.contains("cpu") else { return [] }
            return ["cpu", String(parts[1])].flatMap { folders(root.appending(path: "sys/fs/cgroup/\($0)"), parts[2]) }
                .compactMap(quotaOfVersion1)
        }
    }

    /// The folder of a group and all above it, the mount point included.
    private static func folders(_ mount: URL, _ path: Substring) -> [URL] {
        path.split(separator: "/").filter { $0 != ".." }.reduce(into: [mount]) { $0.append($0[$0.count - 1].appending(path: String($1))) }
    }

    /// `cpu.max` holds the quota, or "max", and the period.
    private static func quotaOfVersion2(_ folder: URL) -> Double? {
        let numbers = numbers(in: folder.appending(path: "cpu.max"))
        guard numbers.count == 2, let quota = numbers[0], let period = numbers[1], quota > 0, period > 0 else { return nil }
        return quota / period
    }

    /// A quota of −1 is none.
    private static func quotaOfVersion1(_ folder: URL) -> Double? {
        guard let quota = numbers(in: folder.appending(path: "cpu.cfs_quota_us")).first ?? nil,
            let period = numbers(in: folder.appending(path: "cpu.cfs_period_us")).first ?? nil, quota > 0, period > 0
        else { return nil }
        return quota / period
    }

    private static func numbers(in file: URL) -> [Double?] {
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(whereSeparator: \.isWhitespace).map { Double($0) }
    }
}
