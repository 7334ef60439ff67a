import Testing

@testable import ChatRefinement

@Suite struct BreakerTests {
    private let start = ContinuousClock.now

    @Test func `after the pause one question finds out whether the service is back`() {
        let later = start.advanced(by: Breaker.pause)
        var breaker = Breaker()
        let begins = (0..<Breaker.limit).map { _ in breaker.failed(at: start) }
        #expect(begins == [false, false, true])
        let times = [start, later.advanced(by: .milliseconds(-1)), later, later]
        let admitted = times.map { breaker.admits(at: $0) }
        #expect(admitted == [false, false, true, false])
        let beginsAgain = breaker.failed(at: later)
        #expect(!beginsAgain, "the pause goes on, it does not begin")
        let admittedAfterFailure = breaker.admits(at: later)
        #expect(!admittedAfterFailure)
        breaker.succeeded()
        let admittedAfterSuccess = (0..<2).map { _ in breaker.admits(at: later) }
        #expect(admittedAfterSuccess == [true, true])
    }

    @Test func `a success in between starts the count again`() {
        var breaker = Breaker()
        for _ in 0..<10 {
            let begins = breaker.failed(at: start)
            #expect(!begins)
            breaker.succeeded()
        }
        let admitted = breaker.admits(at: start)
        #expect(admitted)
    }
}
