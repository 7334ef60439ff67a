import Dialog
import HTTPWire

/// What a client would like to read (RFC 9110 §12.5.4).
struct AcceptLanguage {
    /// A language range with its weight, as "de-AT;q=0.8".
    private struct Range {
        /// The first subtag in lower case, or `*`.
        var language: String
        /// In thousandths.
        var weight: Int

        /// Nil for what is no range with a weight.
        init?(_ text: Substring) {
            let parts = text.split(separator: ";", omittingEmptySubsequences: false).map { String($0).trimmed }
            guard parts.count <= 2, Self.isRange(parts[0]) else { return nil }
            guard let weight = parts.count == 2 ? Self.weight(parts[1]) : 1000 else { return nil }
            language = parts[0].prefix { $0 != "-" }.lowercased()
            self.weight = weight
        }

        /// `*`, or subtags of one to eight letters and, after the first, digits (RFC 4647 §2.1).
        private static func isRange(_ text: String) -> Bool {
            if text == "*" { return true }
            let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
            return subtags.enumerated().allSatisfy { index, subtag in
                (1...8).contains(subtag.utf8.count)
                    && subtag.allSatisfy { $0.isASCII && ($0.isLetter || index > 0 && $0.isNumber) }
            }
        }

        /// `q=` and a number from 0 to 1 with at most three places (RFC 9110 §12.4.2), in thousandths.
        private static func weight(_ text: String) -> Int? {
            guard let value = text.wholeMatch(of: /[qQ]=(?:0(?:\.([0-9]{0,3}))?|1(?:\.0{0,3})?)/) else { return nil }
            guard text.dropFirst(2).first == "0" else { return 1000 }
            let places = value.output.1 ?? ""
            return Int(places + String(repeating: "0", count: 3 - places.count))
        }
    }

    private var ranges: [Range]

    /// - Parameter field: the field's value, which may be anything; what cannot be read is left out.
    init(_ field: String) {
        ranges = field.split(separator: ",").compactMap(Range.init)
    }

    /// The language that is wanted most; nil where none is wanted.
    ///
    /// Only first subtags are compared, so that "de-AT" is content with "de"; `*` stands for all languages that are not named. Of
    /// languages wanted alike the one that is named first counts, and a named one before those of `*`, which come in the given order.
    ///
    /// - Parameter languages: what there is.
    func best(among languages: [UtteranceLanguage]) -> UtteranceLanguage? {
        let wanted = languages.compactMap { language -> (language: UtteranceLanguage, weight: Int, position: Int)? in
            let named = ranges.indices.filter { ranges[$0].language == language.rawValue }
            let matches = named.isEmpty ? ranges.indices.filter { ranges[$0].language == "*" } : named
            guard let match = matches.max(by: { ranges[$0].weight < ranges[$1].weight }), ranges[match].weight > 0 else { return nil }
            return (language, ranges[match].weight, named.isEmpty ? ranges.count : match)
        }
        return wanted.max { ($0.weight, -$0.position) < ($1.weight, -$1.position) }?.language
    }
}

extension HTTPRequest {
    /// The language the client would like to read, English where it does not say or there is none it would like.
    var acceptedLanguage: UtteranceLanguage {
        fields["Accept-Language"].flatMap { AcceptLanguage($0).best(among: UtteranceLanguage.allCases) } ?? .english
    }
}
