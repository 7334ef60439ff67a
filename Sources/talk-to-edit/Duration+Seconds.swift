import Foundation

extension Duration {
    /// In seconds, two decimals.
    var seconds: String { String(format: "%.2f", self / .seconds(1)) }
}
