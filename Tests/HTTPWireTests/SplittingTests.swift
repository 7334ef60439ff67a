import HTTPWire
import Testing

/// The same bytes, however they arrive, have the same outcome; and nothing behind a rejected request is answered.
@Suite struct SplittingTests {
    static let marker = Array("GET /marker HTTP/1.1\r\nHost: m\r\n\r\n".utf8)

    @Test(arguments: WireCase.all)
    func `a request gets its status, whole, byte by byte and split anywhere`(_ wire: WireCase) {
        // A request that ends too early would take the marker for its own rest.
        let bytes = wire.bytes + (wire.name.contains("early") || wire.name.contains("cut off") ? [] : Self.marker)
        let whole = Exchange.run([bytes[...]])
        #expect(whole.statuses == (wire.goesOn ? [wire.status, 200] : [wire.status]))
        #expect(whole.handled.contains { $0.target == "/marker" } == wire.goesOn)
        #expect(whole.finished)

        let single = Exchange.run(bytes.indices.map { bytes[$0...$0] })
        #expect(single.output == whole.output)
        for split in 1..<bytes.count {
            let parts = Exchange.run([bytes[..<split], bytes[split...]])
            #expect(parts.output == whole.output, "split at \(split)")
        }
    }

    @Test(arguments: WireCase.all.filter { $0.status != 200 })
    func `a rejection is a problem document and the last answer`(_ wire: WireCase) {
        let exchange = Exchange.run([wire.bytes[...]])
        #expect(exchange.text.contains("Content-Type: application/problem+json\r\n"))
        #expect(exchange.text.contains("Connection: close\r\n"))
        #expect(exchange.text.contains("\"status\":\(wire.status)"))
        #expect(exchange.text.contains("\"request_id\":\"made-id\""))
        #expect(exchange.handled.isEmpty)
    }
}
