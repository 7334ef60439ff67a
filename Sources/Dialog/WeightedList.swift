/// Items that are drawn as often as their weights say.
struct WeightedList<Item: Sendable>: Sendable {
    let items: [Item]
    let total: Double
    private let sums: [Double]

    init(_ items: [Item], weight: (Item) -> Double) {
        self.items = items
        var sum = 0.0
        sums = items.map { item in
            sum += weight(item)
            return sum
        }
        total = sum
    }

    /// One of the items, of which there must be some.
    func pick(_ random: inout DialogRandom) -> Item {
        let x = random.unit() * total
        var (low, high) = (0, items.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > x { high = middle } else { low = middle + 1 }
        }
        return items[low]
    }
}

extension Array {
    /// One element, drawn as often as its weight says; there must be some.
    func pick(weight: (Element) -> Double, _ random: inout DialogRandom) -> Element {
        var x = random.unit() * reduce(0) { $0 + weight($1) }
        for element in self {
            x -= weight(element)
            if x < 0 { return element }
        }
        return self[count - 1]
    }
}
