/// The groups of interchangeable words that patterns name in braces.
enum WordGroups {
    static let common: [String: [Pattern]] = [
        "poss": ["his", "her", "the", "their", "this person's", "that"],
        "obj": [
            "him", "her", "the face", "it", "this person", "the person", "the man", "the woman", "the guy", "the lady", "this face", "them",
        ],
        "subj": ["he", "she", "the person", "it", "the man", "the woman", "this person", "the face", "the lady", "the guy"],
        "bangs": ["bangs", "fringe", "bangs"],
        "glasses": ["glasses", "eyeglasses", "spectacles", "glasses", "specs"],
        "beard": ["beard", "beard", "facial hair"],
        "years0": years(5...14), "years1": years(15...29), "years2": years(30...39), "years3": years(40...49), "years4": years(50...59),
        "years5": years(60...95),
    ]

    /// The words for a change by `amount` degrees, 1…5; adverbs stop at four.
    static func amounts(_ amount: Int) -> [String: [Pattern]] { amountTable[min(max(amount, 1), 5) - 1] }

    private static let amountTable = (1...5).map(makeAmounts)

    private static func makeAmounts(_ index: Int) -> [String: [Pattern]] {
        let adverbs: [[Pattern]] = [
            [
                "a bit", "slightly", "a little", "a little bit", "a tad", "a touch", "just a bit", "just a little", "a tiny bit",
                "only slightly",
            ],
            ["somewhat", "moderately", "noticeably", "rather", "a fair bit", "a good bit"],
            ["much", "a lot", "way", "considerably", "quite a bit", "so much", "significantly", "quite a lot"],
            ["very much", "far", "a great deal", "hugely", "massively", "enormously", "vastly", "tremendously"],
        ]
        let trailing: [[Pattern]] = [
            ["[|by] a bit", "[|by] a little", "slightly", "[just|] a tad", "[|by] a little bit", "just a little"],
            ["somewhat", "moderately", "noticeably", "[|by] a fair bit", "[|by] a good bit"],
            ["[|by] a lot", "considerably", "[|by] quite a bit", "significantly", "[|by] quite a lot"],
            ["[|by] a great deal", "hugely", "massively", "enormously", "very much", "tremendously"],
        ]
        let number = ["[one|1|a]", "[two|2]", "[three|3]", "[four|4]", "[five|5]"][index - 1]
        let unit = index == 1 ? "[degree|step|level|notch]" : "[degrees|steps|levels|notches]"
        let tens: [[Pattern]] = [
            ["[ten|10] years", "a decade"], ["[twenty|20] years", "two decades"], ["[thirty|30] years", "three decades"],
            ["[forty|40] years", "four decades"], ["[fifty|50] years", "five decades"],
        ]
        return [
            "amount": index <= 4 ? adverbs[index - 1] : [], "byAmount": index <= 4 ? trailing[index - 1] : [],
            "steps": [Pattern("\(number) \(unit)")], "years": tens[index - 1],
        ]
    }

    /// How a request of each form can begin.
    static func openings(_ form: RequestTemplate.Form) -> [Pattern] { openingTable[form, default: []] }

    private static let openingTable: [RequestTemplate.Form: [Pattern]] = {
        let forms: [RequestTemplate.Form] = [.imperative, .clause, .nounPhrase, .adjective, .verb]
        return Dictionary(uniqueKeysWithValues: forms.map { ($0, makeOpenings($0)) })
    }()

    private static func makeOpenings(_ form: RequestTemplate.Form) -> [Pattern] {
        switch form {
        case .imperative:
            [
                "please", "can you", "could you", "would you", "could you please", "can you please", "please can you", "i want you to",
                "[i would|i'd] like you to", "let's", "now", "then", "next", "also", "and", "maybe", "perhaps", "go ahead and", "try to",
                "you could",
                "you should", "just", "i need you to", "it would be nice to", "i think you should", "can we", "could we", "we should",
            ]
        case .clause:
            [
                "please", "i think", "i feel", "i find", "in my opinion", "maybe", "well", "hmm", "now", "i believe", "it seems to me that",
                "i guess",
            ]
        case .nounPhrase:
            [
                "i want", "i'd like", "i would like", "i would love", "give {obj}", "let's try", "let's see", "how about", "what about",
                "can i have",
                "can i see", "could i get", "show me", "try", "i prefer", "i need", "i want to see", "{subj} should have", "{subj} needs",
                "please give {obj}", "can you give {obj}", "could you try", "can we have", "can we try", "let {obj} have",
                "i wish {subj} had",
                "i think {subj} needs", "i'd love to see", "now", "{subj} could have", "could you give {obj}", "please try",
            ]
        case .adjective:
            [
                "make {obj}", "make {obj}", "make {obj} look", "make {obj} appear", "i want {obj} to be", "i want {obj} to look",
                "i'd like {obj} to look",
                "{subj} should be", "{subj} should look", "{subj} could be", "{subj} could look", "let {obj} look", "let {obj} be",
                "can you make {obj}",
                "could you make {obj} look", "can {subj} be", "can {subj} look", "how about making {obj}", "i'd like to see {obj}",
                "please make {obj}",
                "i want to see {obj}", "i would like {obj} to be", "{subj} must look", "try making {obj}", "i need {obj} to look",
            ]
        case .verb:
            [
                "make {obj}", "make {obj}", "let {obj}", "have {obj}", "{subj} should", "{subj} could", "{subj} can", "{subj} must",
                "can {subj}", "could {subj}",
                "i want {obj} to", "i'd like {obj} to", "i would like {obj} to", "can you make {obj}", "please let {obj}",
                "i want to see {obj}", "tell {obj} to",
                "please make {obj}", "could you make {obj}", "can you let {obj}",
            ]
        }
    }

    /// How a request of each form is turned down.
    static func negations(_ form: RequestTemplate.Form) -> [Pattern] { negationTable[form, default: ["don't"]] }

    private static let negationTable: [RequestTemplate.Form: [Pattern]] = [
        .imperative: [
            "don't", "do not", "please don't", "please do not", "never", "you should not", "you shouldn't", "i don't want you to",
            "no need to",
            "you don't have to", "we shouldn't", "better not", "you must not",
        ],
        .nounPhrase: [
            "i don't want", "i do not want", "no need for", "i don't need", "i don't like", "i wouldn't like", "don't give {obj}",
        ],
        .adjective: [
            "don't make {obj}", "do not make {obj}", "please don't make {obj}", "{subj} should not be", "{subj} shouldn't look",
            "i don't want {obj} to look",
            "i don't want {obj}", "never make {obj}", "don't make {obj} look", "i don't want {obj} to be",
        ],
        .verb: [
            "don't make {obj}", "do not make {obj}", "please don't make {obj}", "{subj} should not", "{subj} shouldn't", "don't let {obj}",
            "i don't want {obj} to",
            "never make {obj}",
        ],
    ]

    /// Forms that are seldom said without an opening, and how often they are.
    static func bareShare(_ form: RequestTemplate.Form) -> Double {
        switch form {
        case .imperative: 0.5
        case .clause: 0.6
        case .nounPhrase: 0.3
        case .adjective: 0.12
        case .verb: 0.12
        }
    }

    static let closings: [Pattern] = [
        "please", "please", "please", "now", "thanks", "thank you", "for me", "if you can", "if possible", "then", "instead", "will you",
        "for a change", "this time",
        "too", "as well", "ok", "next", "and thanks", "if you don't mind",
    ]

    private static func years(_ range: ClosedRange<Int>) -> [Pattern] {
        let units = [
            "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
        let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        return range.flatMap { year -> [Pattern] in
            let word = year < 20 ? units[year] : tens[year / 10] + (year % 10 == 0 ? "" : " " + units[year % 10])
            return [Pattern("\(year)"), Pattern(word)]
        }
    }
}
