/// What is said when changes are taken back or made again.
extension EnglishPhrases {
    static let undone: [Pattern] = [
        "I took the last change back; we have {to} again.", "[Undone|Taken back]: {to} again.", "We are back at {to}.",
        "The last change is [gone|undone], so we have {to} again.", "I went one step back, to {to}.", "Back to {to}.",
        "That is undone, and you see {to} again.", "One step back, and we have {to}.",
        "The picture is as it was before that change, with {to}.", "I have undone it; the picture shows {to} once more.",
        "We return to {to}.", "As it was before: {to}.", "I put the previous picture back, the one with {to}.",
        "The step is taken back, and {to} it is again.", "Here is the earlier picture again, with {to}.",
        "We went back a step and are at {to}.", "That change never happened, so to speak: {to} again.",
        "The previous picture is back, and with it {to}.", "I reversed the last change, and you see {to} again.",
        "You have {to} again, as before the last change.", "Gone back one change: {to}.",
        "The picture before that one had {to}, and here it is.", "We have {to} once more.", "With the last step undone, we have {to}.",
        "I rolled it back to {to}.", "Let us pretend it did not happen: {to} again.", "The last step is off the table; you see {to} again.",
        "I stepped back for you, and we are at {to}.", "The old picture is here again: {to}.", "I turned back to {to}.",
        "We are one change further back now, at {to}.", "I brought back {to}.", "You are back at the picture with {to}.",
        "Last change removed; it shows {to} again.", "Withdrawn. The picture has {to} again.",
        "I cancelled the last change, and so we have {to}.", "We have gone back to {to}.", "Just as before, you see {to}.",
        "I returned the picture to {to}.", "Here we are again, at {to}.", "No harm done: the picture is back at {to}.",
        "It is as if nothing had changed: {to} again.", "Once again you see {to}.", "So we go back a step, and that gives us {to}.",
        "The change is taken back, and the picture once again has {to}.", "I restored the picture we had before, with {to}.",
        "Done, I took it back; now we have {to}.", "We are where we were before: {to}.",
        "This is the picture from one change ago, with {to}.", "The last change is reversed. You are looking at {to}.",
        "There and back again: {to}.", "I let go of the last change; that leaves us with {to}.", "What we had before is here again: {to}.",
        "You wanted it back, and here it is: {to}.", "The clock is turned back one step, to {to}.",
        "I dropped the last change. We have {to}, as we had earlier.", "Back one picture, where we had {to}.",
        "Without the last change we have {to}.", "We have taken a step back to {to}.", "Restored: the picture with {to}.",
        "The picture has gone back to {to}.", "You asked me to take it back, so we are at {to} again.",
        "The most recent change is undone; the picture shows {to}.", "I removed the last step, and {to} came back.",
    ]

    static let undoneEarlier: [Pattern] = [
        "I took the last change back.", "The last change is [undone|gone].", "I went one step back.", "We are back at the picture before.",
        "[Undone|Taken back].", "The previous picture is here again.", "I reversed the last change.", "One step back, as you asked.",
        "That change is taken back.", "I put the previous picture back.", "You see the earlier picture again.",
        "We have gone back by one change.", "I cancelled the last step.", "The picture is as it was before the last change.",
    ]

    static let redone: [Pattern] = [
        "I made the change again; we have {to} now.", "[Redone|Back again]: {to}.", "The change you took back is here again: {to}.",
        "We are at {to} once more.", "I put the change back in, so you see {to} again.", "One step forward again, to {to}.",
        "That is redone, and the picture shows {to}.", "We go forward again, and that gives us {to}.", "What was undone is back: {to}.",
        "I restored the change, and with it {to}.", "The undone picture is here again, with {to}.",
        "You have {to} again, as before the undo.", "The undo is undone, so we have {to}.",
        "I brought the change back; you are looking at {to}.", "As it was before you took it back: {to}.",
        "I repeated the step that was taken back: {to}.", "So we keep the change after all, with {to}.", "We step forward to {to} again.",
        "The change is in the picture again, and we have {to}.", "I took the undo back, which leaves us with {to}.",
        "Here we are again with the change made: {to}.", "The later picture is back, the one with {to}.",
    ]

    static let redoneEarlier: [Pattern] = [
        "I made the change again.", "The undone change is back.", "[Redone|Back again].", "I put the change back in.",
        "We are one step forward again.", "The picture is as it was before the undo.", "What you took back is here again.",
        "I restored the undone change.", "The undo is taken back.", "You see the later picture again.",
        "That change is in the picture once more.", "One step forward, as you asked.", "We have returned to the picture before the undo.",
    ]

    static let startedOver: [Pattern] = [
        "We are back at the first picture.", "[Here|This] is the first picture again.", "I took everything back; we start afresh.",
        "All changes are undone, and you see the picture we began with.", "Back to the beginning.", "We are where we started.",
        "The first picture is here again, without any of the changes.", "I went all the way back to the start.",
        "Everything is as it was at the start.", "A fresh start: this is the picture we had first.", "I undid every change we made.",
        "The changes are all taken back; this is the original picture.", "We begin anew with the first picture.",
        "You are looking at the starting picture again.", "I returned to the picture from the very beginning.",
        "The picture is as you first saw it.", "Back to square one, with the picture we started from.", "I cleared away all the changes.",
        "We have gone back to the original picture.", "None of the changes is left; it is the first picture again.",
        "So we start over, with the picture as it was at first.", "I put the original picture back.",
    ]

    static let nothingToUndo: [Pattern] = [
        "There is no change left to take back.", "This is [the first picture|where we started], so there is nothing to undo.",
        "I have nothing to undo here.", "We are at the first picture already.", "No change is left that I could undo.",
        "I cannot go back any further.", "You are looking at the first picture, with no change to take back.",
        "There is nothing before this picture.", "We are at the very beginning, so I cannot step back.",
        "I find no change that could be undone.", "An undo has nothing to work on here; this is the starting picture.",
        "Further back than this I cannot go, as it is the first picture.", "At the moment there is nothing to take back.",
        "This picture has no change in it that I could take back.", "We have not gone beyond the first picture, so undo does nothing.",
        "There is no earlier picture to return to.", "The undo found nothing to undo.", "We are as far back as we can go.",
        "No earlier step exists, so the picture stays as it is.", "I looked for a change to undo, but there is none.",
        "It all starts with this picture, so I cannot go back.",
    ]

    static let nothingToRedo: [Pattern] = [
        "There is nothing to redo [at the moment|right now].", "I have no undone change to bring back.",
        "No undone change is waiting to be made again.", "I cannot go forward, as nothing is left to redo.",
        "There is no change to bring back.", "We are at the latest picture already.", "I find nothing that could be redone.",
        "A redo needs an undone change, and there is none.", "There is no later picture to go to.", "This is as far forward as we can go.",
        "The redo found nothing to redo.", "Nothing that was taken back is left to restore.",
        "I looked for an undone change, but there is none to bring back.", "At present no change can be redone.",
        "I have nothing to redo here.", "No step lies ahead that I could repeat, so the picture stays as it is.",
        "There is no taken-back change at hand just now.", "Going forward again is not possible; no undone step is left.",
        "The picture is up to date, so there is nothing to bring back.", "I know of no later picture than this one.",
        "Redo has nothing to work on at this point.",
    ]
}
