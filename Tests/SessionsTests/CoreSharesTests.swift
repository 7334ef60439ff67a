import Dispatch
import Foundation
import Tensor
import Testing

@testable import Sessions

@Suite struct CoreSharesTests {
    @Test func `a walk alone has all cores, and walks together never have more than there are`() {
        let shares = CoreShares(cores: 3)
        shares.run {
            #expect(Compute.threads == 3)
            shares.run {
                #expect(Compute.threads == 1)
                shares.run { #expect(Compute.threads == 1) }
            }
            #expect(Compute.threads == 3)
        }
    }

    @Test func `a walk gives threads back as soon as another begins, and gets them again when that ends`() {
        let shares = CoreShares(cores: 2)
        let (begun, end, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        shares.run {
            #expect(Compute.threads == 2)
            Thread.detachNewThread {
                shares.run {
                    begun.signal()
                    end.wait()
                }
                ended.signal()
            }
            begun.wait()
            #expect(Compute.threads == 1)
            end.signal()
            ended.wait()
            #expect(Compute.threads == 2)
        }
    }
}
