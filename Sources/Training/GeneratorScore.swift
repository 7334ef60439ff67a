import FaceAttributes
public import Foundation

/// How near random faces come to real ones.
public struct GeneratorScore: Codable, Sendable {
    /// Distances in the features of one network; see `PictureMeasures.kernelDistance`.
    public struct KernelDistance: Codable, Sendable, Hashable {
        /// Of as many random faces as there are held-out pictures to these, and of as many other pictures of the data.
        public var ofFaces, ofData: Double
        /// The same, estimated without bias from all of them.
        public var ofFacesUnbiased, ofDataUnbiased: Double

        public var ratio: Double { ofFaces / ofData }
    }

    public var model: String
    /// Random faces.
    public var faces: Int
    /// Mean absolute difference to the held-out pictures of those drawn from their records, colours 0…1: before sharpening, and by the
    /// model as it is; nil where the codes of the records are not at hand.
    public var l1AfterRegression, l1: Double?
    /// Mean gradient over that of the held-out pictures: of these drawn from their records, and of random faces.
    public var sharpnessFromRecords: Double?
    public var sharpness: Double
    /// In the features of the second predictor, and of an untrained network.
    public var kernelDistanceJudge, kernelDistanceUntrained: KernelDistance
    /// Faces of each class 0…5, per attribute: random ones as the second predictor reads them, and the data's by their labels.
    public var histogram, histogramOfData: [String: [Int]]
    /// Share of random faces on which the two predictors, trained apart on different people, read the same degree within half a degree.
    public var agreement: [String: Double]
    /// Mean distance of the identity embeddings of two people: random ones, and held-out.
    public var distanceOfPeople, distanceOfPeopleInData: Double

    /// Something measured beside what is aimed at.
    public struct Measure: Codable, Sendable, Hashable {
        public var name: String
        /// nil: not measured.
        public var value: Double?
        /// Bounds of what is aimed at.
        public var least, most: Double?

        public var isMet: Bool? { value.map { $0 >= least ?? -.infinity && $0 <= most ?? .infinity } }
    }

    public var measures: [Measure] {
        var measures = [
            Measure(name: "L1 from records, after the regression", value: l1AfterRegression, most: 0.022),
            Measure(name: "L1 from records, as shipped", value: l1, most: 0.027),
            Measure(name: "sharpness, drawn from records", value: sharpnessFromRecords, least: 0.9, most: 1.1),
            Measure(name: "sharpness, random faces", value: sharpness, least: 0.9, most: 1.1),
            Measure(name: "kernel distance over data's, judge", value: kernelDistanceJudge.ratio, most: 3),
            Measure(name: "kernel distance over data's, untrained", value: kernelDistanceUntrained.ratio, most: 3),
        ]
        for attribute in Attribute.allCases {
            guard let range = shares(of: attribute) else { continue }
            measures.append(Measure(name: "\(attribute.rawValue): rarest class over data's", value: range.lowerBound, least: 0.5))
            measures.append(Measure(name: "\(attribute.rawValue): commonest class over data's", value: range.upperBound, most: 2))
        }
        for attribute in Attribute.allCases {
            measures.append(Measure(name: "\(attribute.rawValue): predictors agree", value: agreement[attribute.rawValue], least: 0.95))
        }
        measures.append(
            Measure(name: "distance between people over data's", value: distanceOfPeople / distanceOfPeopleInData, least: 0.9))
        return measures
    }

    /// The least and the greatest share of faces over that of the data, among the classes that the data hold.
    func shares(of attribute: Attribute) -> ClosedRange<Double>? {
        guard let random = histogram[attribute.rawValue], let data = histogramOfData[attribute.rawValue] else { return nil }
        let (faces, pictures) = (Double(random.reduce(0, +)), Double(data.reduce(0, +)))
        let ratios = zip(random, data).filter { $0.1 > 0 }.map { (Double($0.0) / faces) / (Double($0.1) / pictures) }
        guard let least = ratios.min(), let most = ratios.max(), most.isFinite else { return nil }
        return least...most
    }

    /// A table for people: what was measured, beside what is aimed at.
    public var table: String {
        func padded(_ text: String, _ width: Int) -> String { text.padding(toLength: width, withPad: " ", startingAt: 0) }
        let lines = measures.map { measure in
            let value = measure.value.map { String(format: "%9.4f", $0) } ?? "        –"
            let aim = [measure.least.map { "from \($0)" }, measure.most.map { "to \($0)" }].compactMap { $0 }.joined(separator: " ")
            let verdict = measure.isMet.map { $0 ? "met" : "missed" } ?? "not measured"
            return padded(measure.name, 40) + value + "   " + padded(aim, 18) + verdict
        }
        let counts = Attribute.allCases.map { attribute in
            let (random, data) = (histogram[attribute.rawValue] ?? [], histogramOfData[attribute.rawValue] ?? [])
            return padded(attribute.rawValue, 12) + "faces \(random), data \(data)"
        }
        let heading = padded("\(faces) random faces of \(model)", 40) + " measured   aim"
        return ([heading] + lines + counts).joined(separator: "\n")
    }

    /// The score as JSON, with `measures`.
    public func json() throws -> Data {
        struct Row: Encodable {
            var name: String
            var value, least, most: Double?
            var met: Bool?
        }
        struct Document: Encodable {
            var score: GeneratorScore
            var measures: [Row]
        }
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let rows = measures.map { Row(name: $0.name, value: $0.value, least: $0.least, most: $0.most, met: $0.isMet) }
        return try encoder.encode(Document(score: self, measures: rows))
    }
}
