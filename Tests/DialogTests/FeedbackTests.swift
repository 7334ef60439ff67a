import Testing

@testable import Dialog

@Suite struct FeedbackTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var edited: Bool
        var round: Int
        var untouched: Int
        var enough: Double
        var next: Double
        var testDescription: String { "edited \(edited), round \(round), \(untouched) untouched" }
    }

    static let table: [Row] = [
        Row(edited: true, round: 0, untouched: 4, enough: 0.82, next: 0.10),
        Row(edited: true, round: 1, untouched: 4, enough: 0.12, next: 0.40),
        Row(edited: true, round: 1, untouched: 3, enough: 0.24, next: 0.40),
        Row(edited: true, round: 2, untouched: 4, enough: 0.14, next: 0.30),
        Row(edited: true, round: 3, untouched: 3, enough: 0.28, next: 0.30),
        Row(edited: true, round: 3, untouched: 2, enough: 0.42, next: 0.30),
        Row(edited: true, round: 2, untouched: 1, enough: 0.56, next: 0.30),
        Row(edited: true, round: 2, untouched: 0, enough: 0.70, next: 0.30),
        Row(edited: true, round: 4, untouched: 3, enough: 0.32, next: 0.20),
        Row(edited: true, round: 9, untouched: 2, enough: 0.48, next: 0.20),
        Row(edited: true, round: 40, untouched: 1, enough: 0.64, next: 0.20),
        Row(edited: true, round: 4, untouched: 0, enough: 0.80, next: 0.20),
        Row(edited: false, round: 1, untouched: 4, enough: 0, next: 0.455),
        Row(edited: false, round: 1, untouched: 3, enough: 0, next: 0.526),
        Row(edited: false, round: 2, untouched: 4, enough: 0, next: 0.349),
        Row(edited: false, round: 3, untouched: 2, enough: 0, next: 0.517),
        Row(edited: false, round: 3, untouched: 0, enough: 0, next: 1),
        Row(edited: false, round: 4, untouched: 3, enough: 0, next: 0.294),
        Row(edited: false, round: 5, untouched: 1, enough: 0, next: 0.556),
        Row(edited: false, round: 5, untouched: 0, enough: 0, next: 1),
    ]

    @Test(arguments: table) func `feedback kinds come as often as the closed form says`(_ row: Row) {
        var random = DialogRandom(seed: 11)
        let draws = 20_000
        var counts: [ReplyKind: Int] = [:]
        for _ in 0..<draws {
            counts[Feedback.kind(edited: row.edited, round: row.round, untouched: row.untouched, random: &random), default: 0] += 1
        }
        func share(_ kind: ReplyKind) -> Double { Double(counts[kind, default: 0]) / Double(draws) }
        #expect(abs(share(.whetherEnough) - row.enough) < 0.012)
        #expect(abs(share(.whatsNext) - row.next) < 0.012)
        #expect(abs(share(.suggestion) - (1 - row.enough - row.next)) < 0.012)
        if row.untouched == 0 { #expect(counts[.suggestion] == nil) }
    }
}
