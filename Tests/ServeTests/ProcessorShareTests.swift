import Foundation
import Testing

@testable import talk_to_edit

@Suite struct ProcessorShareTests {
    /// Files under a root of their own.
    private func share(_ files: [String: String], allowed: Int = 16) throws -> ProcessorShare {
        let root = FileManager.default.temporaryDirectory.appending(path: "share-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for (name, text) in files {
            let file = root.appending(path: name)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return ProcessorShare(root: root, allowed: allowed)
    }

    @Test func `without control groups the affinity decides`() throws {
        #expect(try share([:], allowed: 3).cores == 3)
        #expect(ProcessorShare.affinity() >= 1 && ProcessorShare().cores <= ProcessorShare.affinity())
    }

    @Test func `the tightest quota above the process counts`() throws {
        let files = [
            "proc/self/cgroup": "0::/a/b\n", "sys/fs/cgroup/a/cpu.max": "350000 100000\n", "sys/fs/cgroup/a/b/cpu.max": "max 100000\n",
        ]
        let share = try share(files)
        #expect(share.quota == 3.5 && share.cores == 3)
        #expect(try self.share(files, allowed: 2).cores == 2)
    }

    @Test func `quotas of version 1 count, and minus one is none`() throws {
        let group = "4:memory:/x\n3:cpu,cpuacct:/x\n"
        let folder = "sys/fs/cgroup/cpu,cpuacct/x/"
        let tight = try share(["proc/self/cgroup": group, folder + "cpu.cfs_quota_us": "50000", folder + "cpu.cfs_period_us": "100000"])
        #expect(tight.quota == 0.5 && tight.cores == 1)
        let free = try share(["proc/self/cgroup": group, folder + "cpu.cfs_quota_us": "-1", folder + "cpu.cfs_period_us": "100000"])
        #expect(free.quota == nil && free.cores == 16)
    }

    @Test(arguments: ["", "max", "x y", "0 0", "100000", "-5 100000", "nan 1"])
    func `what cannot be read is no quota`(_ text: String) throws {
        #expect(try share(["proc/self/cgroup": "0::/../..\n", "sys/fs/cgroup/cpu.max": text]).cores == 16)
    }
}
