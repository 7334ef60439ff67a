/// The five facial attributes that can be edited, in the order in which every network's heads,
/// every label file and every stored degree vector lists them.
public enum Attribute: String, CaseIterable, Codable, Sendable, Hashable {
    /// 0 forehead free … 5 forehead covered.
    case bangs
    /// 0 none, 1 rimless wire, 2 thin, 3 medium, 4 thick frame, 5 sunglasses.
    case eyeglasses
    /// 0 none … 5 long and bushy.
    case beard
    /// 0 not smiling … 5 laughing with the mouth wide open.
    case smiling
    /// 0 under 15 years, 1 under 30, 2 under 40, 3 under 50, 4 under 60, 5 older.
    case age

    /// Position among the heads of the predictor, 0…4.
    public var index: Int {
        switch self {
        case .bangs: 0
        case .eyeglasses: 1
        case .beard: 2
        case .smiling: 3
        case .age: 4
        }
    }
}

/// Which way a degree is to move.
public enum Direction: String, Codable, Sendable, Hashable {
    case increase, decrease

    /// +1 for increase, −1 for decrease.
    public var sign: Double { self == .increase ? 1 : -1 }

    public var opposite: Direction { self == .increase ? .decrease : .increase }
}
