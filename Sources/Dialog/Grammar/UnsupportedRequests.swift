/// Wishes that look like edits but are none of the five attributes, or nothing of a face at all; the first character is
/// the form mark of `RequestTemplate.Form`.
enum UnsupportedRequests {
    static let groups: [String: [Pattern]] = [
        "part": [
            "nose", "eyes", "eyebrows", "lips", "mouth", "ears", "chin", "cheeks", "jaw", "skin", "neck", "head", "hair", "eyelashes",
            "face shape", "cheekbones", "shoulders", "hairline", "nostrils", "brows", "eye color", "skin color", "hair color",
            "hair colour",
            "haircut", "hairstyle", "gender", "clothes", "shirt", "background", "pose", "makeup", "lipstick", "teeth color", "freckles",
            "dimples", "tan", "weight", "body", "ponytail", "curls", "sideburns", "collar", "jacket", "dress", "hat", "earrings",
            "necklace",
            "piercing", "tattoo", "scar", "lighting", "shadow", "camera", "picture", "image", "photo", "light",
            "colors", "contrast", "voice", "name", "gaze", "hands",
        ],
        "thing": [
            "a hat", "a cap", "earrings", "a necklace", "makeup", "lipstick", "a tattoo", "freckles", "a scar", "a mask", "a tie",
            "a crown", "headphones", "a dog", "a cat", "horns", "a helmet", "a scarf", "a ring", "a cigarette", "flowers", "a wig",
            "an earring", "a piercing",
            "dimples", "a bow", "a ribbon", "a veil", "tears", "a ponytail", "curls", "blond hair", "red lips", "blue eyes", "a bald head",
            "long hair", "short hair", "a tree", "a house", "text", "a frame around the picture", "a hood", "a bandana", "a jacket",
            "a suit", "rain", "snow",
            "a car", "a phone", "wings", "a halo", "blush", "eyeliner", "mascara", "a nose ring", "a second person", "a friend",
            "a baby on the arm",
        ],
        "other": [
            "dog", "cat", "car", "boss", "friend", "house", "room", "phone", "mother", "horse", "computer", "garden", "tie", "window",
            "bird", "teacher", "table",
        ],
        "color": [
            "red", "blue", "green", "brown", "black", "blonde", "blond", "white", "grey", "gray", "purple", "pink", "darker", "lighter",
            "yellow", "orange", "golden", "silver",
        ],
        "size": [
            "bigger", "smaller", "longer", "shorter", "wider", "thinner", "thicker", "rounder", "fuller", "sharper", "larger", "narrower",
            "higher", "lower", "softer", "curlier", "straighter", "brighter", "paler",
        ],
        "adjective": [
            "blonde", "blond", "bald", "taller", "thinner", "slimmer", "fatter", "prettier", "more beautiful", "handsome", "more handsome",
            "famous", "pale", "tanned", "angry", "surprised", "scared", "blink", "wink", "cry", "sleepy", "tired", "rich", "feminine",
            "masculine",
            "more feminine", "more masculine", "taller than before", "asian", "european", "a man", "a woman", "male", "female",
            "drunk", "sick", "confused", "sexy", "attractive", "ugly", "thin", "fat", "a redhead", "brunette", "disgusted", "evil",
            "like a celebrity", "like a robot", "like a zombie",
            "face left", "look left", "look up", "look at me", "turn around", "speak", "sing", "dance", "sleep", "close the eyes",
            "open the eyes", "shake the head", "nod", "eat", "talk",
        ],
        "offTopic": [
            "write me a poem", "tell me a joke", "book a flight", "order a pizza", "play some music", "translate this", "open the door",
            "call my mother", "turn on the lights", "buy milk", "send an email", "search the web", "set an alarm", "cook dinner",
            "solve this equation",
            "what is the capital of france", "who won the game", "what time is it", "what's the weather like", "how far is the moon",
            "save the picture", "download the image", "save this", "print it", "share it with my friend", "send me the picture", "zoom in",
            "zoom out", "crop the image", "rotate the picture",
            "turn the head to the left", "show {obj} from the side", "show me another face", "show me someone else",
            "start over with a new face", "load my photo", "use my own photo", "make a video", "animate it", "draw a cat",
            "make it black and white", "make the picture brighter", "make the picture sharper",
            "change the background to a beach", "remove the background", "blur the background", "put {obj} on the moon", "swap the face",
            "make it look like a painting", "make it a cartoon", "give it a different style", "add a second face",
            "increase the resolution", "improve the quality", "fix the picture",
            "make it more realistic", "delete my account", "change your name", "sing a song", "tell me a story", "count to ten",
            "speak german", "explain the universe", "do my homework", "write code", "i need a doctor", "the train is late",
            "my dog is cute", "i love chocolate", "football is great", "where is the station",
        ],
    ]

    /// What is asked for; more than one in five of what people type to a face editor is of this kind.
    static let patterns: [String] = [
        "!make [my|your|our|a|the] {other} [happy|happier|older|younger|smile|laugh|bigger|longer|thicker|shorter|old|young]",
        "!give [my|your|our|a|the] {other} [glasses|a beard|sunglasses|bangs|a smile]",
        "~[my|your|our] {other}", ".[my|your|our] {other} [is|looks] too [old|young|big|long|serious|happy]",
        "~a glass of [water|wine|milk]", "!make [me|you|us] [smile|happy|laugh|older|younger|a sandwich|a coffee]",
        "!change {poss} {part}", "!change {poss} {part} to {color}", "!make {poss} {part} {size}", "!make {poss} {part} {amount} {size}",
        "!make {poss} {part} {color}", "~{size} {part}", "~[a|] {amount} {size} {part}", "~{color} {part}", "!add {thing}",
        "!give {obj} {thing}", "~{thing}", "!put {thing} on {obj}",
        "!remove {poss} {part}", "!get rid of {thing}", ".{poss} {part} should be {size}",
        ".{poss} {part} [is|are] too [big|small|long|short|dark|thin|thick]", ">wear {thing}", "^{adjective}", "^{adjective}",
        ".{offTopic}", ".{offTopic}", "!dye {poss} hair {color}", "!make {poss} hair [longer|shorter|{color}|curly|straight|thicker]",
        "~[long|longer|short|shorter|curly|straight|more|less|{color}] hair", "!cut {poss} hair [shorter|]",
        "!turn {obj} into [a man|a woman|a cat|an elf|a robot|a zombie|a vampire|a princess|an animal]",
        ".{subj} should have {color} [hair|eyes|skin|lips]", "!give {obj} {color} [hair|eyes|skin|lips|eyebrows]", "~no {part}",
        "^without {thing}",
        "!increase {poss} {part}", "!reduce {poss} {part}", ".i want {poss} {part} {size}", "!show more of {poss} {part}", "~more {part}",
        "~less {part}", "!lift {poss} {part}", "!close {poss} [eyes|mouth]", "!open {poss} eyes", "~[whiter|white] teeth",
        "!whiten {poss} teeth", ".i don't like {poss} {part}",
    ]
}
