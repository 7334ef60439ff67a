import Checkpoints
import Testing

@Suite struct CheckpointErrorTests {
    @Test func `a wrong shape is told with the shape that was expected`() {
        let error = CheckpointError.wrongShape(tensor: "conv1.weight", found: [1, 2], expected: [3])
        #expect(error.description == "tensor conv1.weight has shape [1, 2], expected [3]")
    }
}
