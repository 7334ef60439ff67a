extension Tensor {
    /// x limited to a range; outside it no gradient flows.
    public func clamped(to range: ClosedRange<Float>) -> Tensor {
        let x = detached()
        return mapped(self) { Swift.min(Swift.max($0, range.lowerBound), range.upperBound) }.recorded(from: [self]) { gradient in
            [mapped(gradient, x) { range.contains($1) ? $0 : 0 }]
        }
    }
}
