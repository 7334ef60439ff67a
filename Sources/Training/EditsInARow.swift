import Editing
import FaceAttributes
import Foundation
public import ImageCodecs

/// One face edited in every attribute, one edit after another, and what each of the edits does alone.
public struct EditsInARow: Codable, Sendable, Hashable {
    public var seed: UInt64
    public var edits: Int
    /// From the first face to the last.
    public var identityDistance: Double
    /// Of each edit made on the first face alone.
    public var distancesAlone: [Double]

    public var sumAlone: Double { distancesAlone.reduce(0, +) }

    /// What many faces say together; nil without any.
    public static func summary(of rows: [EditsInARow]) -> String? {
        guard !rows.isEmpty else { return nil }
        func mean(_ value: (EditsInARow) -> Double) -> Double { rows.reduce(0) { $0 + value($1) } / Double(rows.count) }
        let further = rows.filter { $0.identityDistance > $0.sumAlone }.count
        return "\(rows.count) faces, \(String(format: "%.1f", mean { Double($0.edits) })) edits in a row: identity moves by "
            + String(format: "%.2f", mean(\.identityDistance)) + ", each alone and added up by "
            + String(format: "%.2f", mean(\.sumAlone)) + "; farther in a row than that: \(further)"
    }
}

extension EditEvaluation {
    /// Every possible attribute of every face edited once, up for even seeds where that is possible and down for odd ones.
    ///
    /// - Parameter distance: between the people of two pictures.
    public func inARow(
        seeds: [UInt64], threads: Int = 1, distance: @Sendable (RGBImage, RGBImage) throws -> Double,
        progress: @Sendable (_ done: Int) -> Void = { _ in }
    ) throws -> [EditsInARow] {
        try inParallel(seeds.count, threads: threads, progress: progress) { index in
            let start = try face(seed: seeds[index])
            let preferred: [Direction] = seeds[index].isMultiple(of: 2) ? [.increase, .decrease] : [.decrease, .increase]
            var row = EditsInARow(seed: seeds[index], edits: 0, identityDistance: 0, distancesAlone: [])
            var current = start.face
            for attribute in attributes {
                guard let target = preferred.lazy.compactMap({ target(for: start.judged, attribute, $0) }).first else { continue }
                let request = EditRequest(attribute: attribute, target: target)
                let alone = try edit(start.face, request)
                row.distancesAlone.append(try distance(start.face.picture, alone.picture))
                current = try edit(current, request)
                row.edits += 1
            }
            row.identityDistance = try distance(start.face.picture, current.picture)
            return row
        }
    }
}
