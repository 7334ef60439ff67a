import FaceModels
import Tensor

/// The tensors of one network of a checkpoint, taken out one by one with the shape that each must have.
struct TensorTable {
    let tensors: [String: Tensor]
    /// For messages: "a StyleGAN2 generator".
    let network: String

    func callAsFunction(_ name: String, _ shape: [Int]) throws(CheckpointError) -> Tensor {
        let tensor = try callAsFunction(name)
        guard tensor.shape == shape else { throw .wrongShape(tensor: name, found: tensor.shape, expected: shape) }
        return tensor
    }

    /// A tensor of any shape.
    func callAsFunction(_ name: String) throws(CheckpointError) -> Tensor {
        guard let tensor = tensors[name] else { throw .missing(tensor: name, network: network) }
        return tensor
    }

    /// The size of one axis of a tensor that must have so many.
    func size(_ name: String, axis: Int, of rank: Int) throws(CheckpointError) -> Int {
        let tensor = try callAsFunction(name)
        guard tensor.rank == rank, tensor.shape[axis] > 0, tensor.shape[axis] <= 4096 else {
            throw .unreadable("tensor \(name) has shape \(tensor.shape), which fits no layer of \(network)")
        }
        return tensor.shape[axis]
    }
}

extension Tensor {
    /// The axes in another order: axis i of the result is axis order[i] of this.
    func permuted(_ order: [Int]) -> Tensor {
        let strides = shape.indices.map { shape[($0 + 1)...].reduce(1, *) }
        let newShape = order.map { shape[$0] }
        let steps = order.map { strides[$0] }
        let source = values
        var result = [Float](repeating: 0, count: source.count)
        var index = [Int](repeating: 0, count: order.count)
        var place = 0
        for position in result.indices {
            result[position] = source[place]
            var axis = order.count - 1
            while axis >= 0 {
                index[axis] += 1
                place += steps[axis]
                if index[axis] < newShape[axis] { break }
                place -= steps[axis] * newShape[axis]
                index[axis] = 0
                axis -= 1
            }
        }
        return Tensor(newShape, result)
    }
}
