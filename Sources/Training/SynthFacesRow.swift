public import FaceAttributes

/// The labels of one rendered picture.
public struct SynthFacesRow: Sendable, Hashable {
    public enum Sex: String, Sendable, Hashable {
        case female = "f"
        case male = "m"
    }

    /// The picture's name without `.jpg`, unique over all subsets.
    public var key: String
    /// The person; pictures of one person share it.
    public var identity: Int
    public var sex: Sex
    public var years: Double
    /// The class 0…5 of each attribute, indexed by `Attribute.index`.
    public var labels: [Int]
    /// The continuous degrees, 0…5.
    public var degrees: Degrees
    public var hairStyle: String
    public var hairColour: String
    /// Degrees of arc.
    public var yaw: Double
    public var pitch: Double
    public var roll: Double
    /// The number of the picture among those of its person; the counterfactual subsets number none.
    public var view: Int?
    /// In the counterfactual subsets: the attribute that varies, and its degree.
    public var varied: Attribute?
    public var variedDegree: Double?
    /// A beard on a woman or on a child under 14.
    public var isInfeasible: Bool
    /// Right eye, left eye, nose tip, right and left corner of the mouth; pixels, x before y.
    public var landmarks: [Double]
    /// Camera to world, 4×4, row-major, OpenCV axes.
    public var cameraToWorld: [Double]

    /// The label speaks of a fringe that the renderer never draws with this hair style: train on no such row.
    public var fringeIsNotDrawn: Bool {
        (hairStyle == "buzz" || hairStyle == "afro") && labels[Attribute.bangs.index] > 0
    }
}

extension SynthFacesRow {
    enum Failure: Error, Hashable, CustomStringConvertible {
        case badField(column: String, value: String, key: String)

        var description: String {
            switch self {
            case .badField(let column, let value, let key): "the row of \(key) says '\(value)' for \(column)"
            }
        }
    }

    /// Reads every row of a table of labels.
    static func rows(of table: SynthFacesTable) throws -> [SynthFacesRow] {
        let attributes = Attribute.allCases.map(\.rawValue)
        let names =
            ["key", "identity", "sex", "years"] + attributes + attributes.map { $0 + "_degree" }
            + ["hair_style", "hair_colour", "yaw", "pitch", "roll", "view", "attribute", "degree", "infeasible"]
            + ["eye_r", "eye_l", "nose", "mouth_r", "mouth_l"].flatMap { [$0 + "_x", $0 + "_y"] } + ["cam2world"]
        let positions = Dictionary(uniqueKeysWithValues: try names.map { ($0, try table.position(of: $0)) })
        return try table.rows.map { try SynthFacesRow(FieldReader(fields: $0, positions: positions)) }
    }

    private init(_ read: FieldReader) throws {
        let attributes = Attribute.allCases.map(\.rawValue)
        key = read.text("key")
        identity = try read.value("identity", Int.init)
        sex = try read.value("sex", Sex.init(rawValue:))
        years = try read.number("years")
        labels = try attributes.map { name in try read.value(name) { Int($0).flatMap { (0...5).contains($0) ? $0 : nil } } }
        degrees = Degrees(
            try attributes.map { name in
                try read.value(name + "_degree") { Double($0).flatMap { Degrees.range.contains($0) ? $0 : nil } }
            })
        hairStyle = read.text("hair_style")
        hairColour = read.text("hair_colour")
        (yaw, pitch, roll) = (try read.number("yaw"), try read.number("pitch"), try read.number("roll"))
        view = read.text("view").isEmpty ? nil : try read.value("view", Int.init)
        varied = read.text("attribute").isEmpty ? nil : try read.value("attribute", Attribute.init(rawValue:))
        variedDegree = read.text("degree").isEmpty ? nil : try read.number("degree")
        // Where the table leaves the flag out, it follows from what it stands for.
        let implied = degrees[.beard] > 0 && (sex == .female || years < 14)
        isInfeasible = try read.value("infeasible") { ["True": true, "False": false, "": implied][$0] }
        landmarks = try ["eye_r", "eye_l", "nose", "mouth_r", "mouth_l"].flatMap {
            [try read.number($0 + "_x"), try read.number($0 + "_y")]
        }
        cameraToWorld = try read.value("cam2world") { text in
            let numbers = text.split(separator: " ").map { Double($0) }
            return numbers.count == 16 && !numbers.contains(nil) ? numbers.compactMap { $0 } : nil
        }
    }
}

/// Reads typed fields of one row by column name.
private struct FieldReader {
    let fields: [String]
    let positions: [String: Int]

    func text(_ column: String) -> String { positions[column].map { fields[$0] } ?? "" }

    func value<Value>(_ column: String, _ parse: (String) -> Value?) throws -> Value {
        guard let value = parse(text(column)) else {
            throw SynthFacesRow.Failure.badField(column: column, value: text(column), key: text("key"))
        }
        return value
    }

    func number(_ column: String) throws -> Double {
        try value(column) { Double($0).flatMap { $0.isFinite ? $0 : nil } }
    }
}
