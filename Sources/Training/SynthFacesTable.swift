/// A table of comma-separated values with a header line (RFC 4180: fields may be quoted).
struct SynthFacesTable {
    enum Failure: Error, Hashable, CustomStringConvertible {
        case empty
        case unclosedQuote(line: Int)
        case wrongFieldCount(line: Int, found: Int, expected: Int)
        case noColumn(String)

        var description: String {
            switch self {
            case .empty: "the table has no header"
            case .unclosedQuote(let line): "a quoted field that begins in line \(line) is not closed"
            case .wrongFieldCount(let line, let found, let expected): "line \(line) has \(found) fields, the header \(expected)"
            case .noColumn(let name): "the table has no column \(name)"
            }
        }
    }

    /// Column names to positions.
    let columns: [String: Int]
    /// As many fields in each as there are columns.
    private(set) var rows: [[String]] = []

    init(_ text: some Sequence<UInt8>) throws(Failure) {
        var records: [(line: Int, fields: [String])] = []
        var (fields, field): ([String], [UInt8]) = ([], [])
        var (line, start) = (1, 1)
        var (inQuotes, afterQuote) = (false, false)

        func endField() {
            fields.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
        }
        func endRecord() {
            endField()
            if fields != [""] { records.append((start, fields)) }
            fields.removeAll(keepingCapacity: true)
        }
        for byte in text {
            if byte == UInt8(ascii: "\n") { line += 1 }
            if inQuotes {
                if byte == UInt8(ascii: "\"") { (inQuotes, afterQuote) = (false, true) } else { field.append(byte) }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                // A doubled quote inside a quoted field stands for one.
                if afterQuote { field.append(byte) }
                inQuotes = true
            case UInt8(ascii: ","): endField()
            case UInt8(ascii: "\n"):
                endRecord()
                start = line
            case UInt8(ascii: "\r"): break
            default: field.append(byte)
            }
            afterQuote = false
        }
        guard !inQuotes else { throw .unclosedQuote(line: start) }
        endRecord()
        guard let header = records.first else { throw .empty }
        columns = Dictionary(header.fields.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        for (line, fields) in records.dropFirst() {
            guard fields.count == header.fields.count else {
                throw .wrongFieldCount(line: line, found: fields.count, expected: header.fields.count)
            }
            rows.append(fields)
        }
    }

    /// The position of a column.
    func position(of column: String) throws(Failure) -> Int {
        guard let position = columns[column] else { throw .noColumn(column) }
        return position
    }
}
