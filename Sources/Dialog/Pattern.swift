/// Text with alternatives: `[a|b|]` stands for one of its parts, `{name}` for one member of a named group; both nest.
///
/// Used for what the system says and for the requests it learns from.
public struct Pattern: Sendable, Hashable {
    private indirect enum Node: Sendable, Hashable {
        case text(String)
        case choice([[Node]])
        case slot(String)
    }

    /// The pattern as written.
    public let source: String
    private let nodes: [Node]

    /// - Parameter source: brackets need not balance; an unclosed one ends with the text.
    public init(_ source: String) {
        self.source = source
        var rest = source[...]
        nodes = Pattern.parse(&rest, nested: false)[0]
    }

    /// How many ways the pattern can be put, counting its own alternatives but not what slots are filled with; at most 1000.
    public var variety: Int { Self.variety(nodes) }

    private static func variety(_ nodes: [Node]) -> Int {
        nodes.reduce(1) { product, node in
            guard case .choice(let parts) = node else { return product }
            return min(1000, product * parts.reduce(0) { $0 + variety($1) })
        }
    }

    /// Reads alternatives up to the closing bracket, or one sequence up to the end of the text.
    private static func parse(_ rest: inout Substring, nested: Bool) -> [[Node]] {
        var alternatives: [[Node]] = [[]]
        var text = ""
        func flush() {
            if !text.isEmpty { alternatives[alternatives.count - 1].append(.text(text)) }
            text = ""
        }
        while let character = rest.popFirst() {
            switch character {
            case "[":
                flush()
                alternatives[alternatives.count - 1].append(.choice(parse(&rest, nested: true)))
            case "]" where nested:
                flush()
                return alternatives
            case "|" where nested:
                flush()
                alternatives.append([])
            case "{":
                flush()
                let name = rest.prefix { $0 != "}" }
                rest = rest.dropFirst(name.count + 1)
                alternatives[alternatives.count - 1].append(.slot(String(name)))
            default: text.append(character)
            }
        }
        flush()
        return alternatives
    }

    /// One of the sentences the pattern stands for, with single spaces.
    ///
    /// - Parameter slots: patterns by group name; members may hold slots of their own. An unknown name stands for nothing,
    ///   and nesting deeper than 16 is cut off.
    public func sentence(_ slots: [String: [Pattern]] = [:], random: inout DialogRandom) -> String {
        var text = ""
        append(nodes, to: &text, slots: slots, depth: 0, random: &random)
        return text.split(separator: " ").joined(separator: " ")
    }

    private func append(
        _ nodes: [Node], to text: inout String, slots: [String: [Pattern]], depth: Int, random: inout DialogRandom
    ) {
        for node in nodes {
            switch node {
            case .text(let part): text += part
            case .choice(let parts): append(parts.pick(&random), to: &text, slots: slots, depth: depth, random: &random)
            case .slot(let name):
                guard depth < 16, let members = slots[name], !members.isEmpty else { continue }
                append(members.pick(&random).nodes, to: &text, slots: slots, depth: depth + 1, random: &random)
            }
        }
    }
}

extension Pattern {
    /// Every sentence the pattern stands for, its slots filled with all the given words; for tests. At most `limit`.
    func expansions(_ slots: [String: [String]], limit: Int = 100_000) -> [String] {
        Array(Self.expansions(nodes[...], slots).prefix(limit)).map { $0.split(separator: " ").joined(separator: " ") }
    }

    private static func expansions(_ nodes: ArraySlice<Node>, _ slots: [String: [String]]) -> [String] {
        guard let first = nodes.first else { return [""] }
        let heads: [String] =
            switch first {
            case .text(let text): [text]
            case .slot(let name): slots[name] ?? []
            case .choice(let parts): parts.flatMap { expansions($0[...], slots) }
            }
        let tails = expansions(nodes.dropFirst(), slots)
        return heads.flatMap { head in tails.map { head + $0 } }
    }
}

extension Pattern: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}
