@testable import Dialog
import FaceAttributes
import Foundation
@testable import Sessions
import Testing

@Suite struct ValueTests {
    @Test(
        "a moment is written in RFC 3339",
        arguments: [
            (Int64(0), "1970-01-01T00:00:00.000Z"), (951_827_696_001, "2000-02-29T12:34:56.001Z"),
            (1_772_366_400_250, "2026-03-01T12:00:00.250Z"), (1_735_689_599_999, "2024-12-31T23:59:59.999Z"),
            (-1, "1969-12-31T23:59:59.999Z"), (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        ])
    func rfc3339(milliseconds: Int64, text: String) {
        #expect(Timestamp(milliseconds: milliseconds).rfc3339 == text)
    }

    @Test("every day of two centuries has the date that Foundation gives it")
    func dates() {
        let format = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
        for day in stride(from: Int64(-36_500), to: 36_500, by: 1) {
            let time = Timestamp(milliseconds: day * 86_400_000)
            #expect(time.rfc3339.prefix(10) == Date(timeIntervalSince1970: Double(day) * 86_400).formatted(format))
        }
    }

    @Test("durations are never negative, even when the clock is set back")
    func durations() {
        #expect(Timestamp(milliseconds: 5).millisecondsSince(Timestamp(milliseconds: 9)) == 0)
        #expect(Timestamp(milliseconds: 9).millisecondsSince(Timestamp(milliseconds: 5)) == 4)
    }

    @Test("ids sort as they were made, within a millisecond and across, even when the clock is set back")
    func idsSort() {
        let source = SessionIDSource(randomBits: { .max })
        let times: [Int64] = [1, 1, 1, 2, 2, 1, 3]
        let ids = times.map { source.next(at: Timestamp(milliseconds: $0)) }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { SessionID($0.description) == $0 })
    }

    @Test(
        "what cannot be an id is none",
        arguments: ["", "1", "../../etc/passwd", String(repeating: "U", count: 26), String(repeating: "0", count: 27)])
    func noID(text: String) { #expect(SessionID(text) == nil) }

    @Test("enough declines a suggestion and accepts everything else")
    func answers() {
        #expect(Answer.enough.act(in: .whetherEnough) == .yes)
        #expect(Answer.enough.act(in: .suggestion) == .no)
        #expect(Answer.enough.act(in: .whatsNext) == .yes)
        #expect(Answer.less.act(in: .start) == .less)
    }

    @Test("what counts as a change of the picture is what the Talk module speaks of as one")
    func visibleChange() {
        #expect(TurnWalks.visibleChange == DialogState.visibleChange)
    }
}
