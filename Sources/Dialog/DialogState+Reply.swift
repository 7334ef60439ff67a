public import FaceAttributes

extension DialogState {
    /// The system's first sentence of a session.
    ///
    /// - Parameter degrees: nil for a face that nothing has read.
    public mutating func opening(degrees: Degrees?) -> Reply {
        context = DialogContext(kind: .start, attribute: nil, lastEdit: context.lastEdit)
        guard let degrees, !editable.isEmpty else { return Reply(kind: .whatsNext, text: say(phrases.openingWithoutEdits)) }
        let text = say(phrases.opening, ["face": wording.description(degrees.sound), "list": nouns])
        return Reply(kind: .whatsNext, text: text)
    }

    /// What the system says after the turn; also sets the context of the next sentence.
    ///
    /// - Parameters:
    ///   - decision: what `decide` answered.
    ///   - understanding: what `decide` was given.
    ///   - reports: how each edit of the decision went; may be empty when none was run.
    ///   - degrees: of the picture as it is now.
    public mutating func reply(
        after decision: Decision, understanding: Understanding, reports: [EditReport], degrees: Degrees
    ) -> Reply {
        let degrees = degrees.sound
        switch decision {
        case .edit:
            let targets = understanding.edits.filter { $0.type == .target }.map(\.attribute)
            return replyToEdit(reports.map(\.sound), named: Set(targets), degrees: degrees)
        case .undo: return replyToUndo(degrees: degrees)
        case .redo: return replyToRedo(degrees: degrees)
        case .startOver: return replyToStart(degrees: degrees)
        case .end:
            round += 1
            (pending, hasMissed) = (nil, false)
            context = DialogContext(kind: .whatsNext, lastEdit: context.lastEdit)
            return Reply(kind: .farewell, text: say(phrases.farewell))
        case .noEdit: return replyWithoutEdit(degrees: degrees)
        }
    }

    // MARK: After an edit

    /// - Parameter named: the attributes whose degree was asked for outright, not by a step.
    private mutating func replyToEdit(_ reports: [EditReport], named: Set<Attribute>, degrees: Degrees) -> Reply {
        let accepted = reading == .acceptedSuggestion
        let asked = reports.filter { !held.contains($0.request.attribute) }
        let changed = asked.last { $0.hasChanged }
        var statement = asked.isEmpty ? say(phrases.nothingRun) : report(asked, last: reports.last, named: named)
        if let refused { statement += " " + say(phrases.leftAlone, ["what": wording.list(refused)]) }
        guard let changed else {
            if let missed = asked.last { context.lastEdit = missed.aim }
            return ask(.whatsNext, after: statement, instead: true, degrees: degrees)
        }
        remember(changed)
        if let postponed, degrees.canMove(postponed) {
            round += 1
            return suggest(postponed, after: statement, degrees: degrees)
        }
        // Where the scale ends, nobody can want more of it.
        let canGoOn = steps.last?.move.map { degrees.canMove(.step($0.attribute, $0.direction)) } ?? false
        let candidates = suggestible(degrees: degrees)
        let kind =
            accepted && canGoOn
            ? ReplyKind.whetherEnough
            : Feedback.kind(edited: canGoOn, round: round, untouched: candidates.count, random: &random)
        return ask(kind, about: changed.request.attribute, after: statement, degrees: degrees)
    }

    /// Keeps what "more", "less", "no" and "undo" will refer to.
    private mutating func remember(_ report: EditReport) {
        let attribute = report.request.attribute
        let change = report.degreesAfter[attribute] - report.degreesBefore[attribute]
        let move = LastEdit(attribute: attribute, direction: change > 0 ? .increase : .decrease, amount: abs(change))
        var intent = move
        if reading == .adjustment, let last = context.lastEdit, last.attribute == attribute { intent.direction = last.direction }
        steps.append(Step(intent: intent, move: move, before: before))
        if steps.count > Self.rememberedSteps { steps.removeFirst() }
        undoable += 1
        undone = nil
        context.lastEdit = intent
    }

    /// - Parameter last: the last walk of the turn, be it one that only held something.
    private mutating func report(_ reports: [EditReport], last: EditReport?, named: Set<Attribute>) -> String {
        // Beside a change, what did not change must not be told as if it were the whole picture.
        let hasChanged = reports.contains(where: \.hasChanged)
        var sentences = reports.map {
            sentence(on: $0, isStep: !named.contains($0.request.attribute), avoiding: hasChanged ? phrases.ofTheWholePicture : [])
        }
        if reports.first?.isReached == true, random.unit() < 0.5 { sentences.insert(say(phrases.acknowledgement), at: 0) }
        let asked = Set(reports.map(\.request.attribute))
        if let first = reports.first, let last {
            let moved = Attribute.allCases.filter { attribute in
                !asked.contains(attribute) && first.degreesBefore.label(attribute) != last.degreesAfter.label(attribute)
                    && abs(first.degreesBefore[attribute] - last.degreesAfter[attribute]) >= 0.75
            }
            if !moved.isEmpty {
                let shifts = moved.map { wording.shift($0, from: first.degreesBefore.label($0), to: last.degreesAfter.label($0)) }
                sentences.append(say(phrases.sideEffect, ["shift": Term(wording.join(shifts))]))
            }
        }
        return sentences.joined(separator: " ")
    }

    /// What happened to one request, in words of the degree table.
    ///
    /// - Parameter avoiding: what must not be said of a request that changed nothing.
    private mutating func sentence(on report: EditReport, isStep: Bool, avoiding: [String]) -> String {
        let attribute = report.request.attribute
        let before = report.degreesBefore.label(attribute)
        let after = report.degreesAfter.label(attribute)
        let target = report.request.target
        let goal = Degrees(repeating: target).label(attribute)
        let change = report.degreesAfter[attribute] - report.degreesBefore[attribute]
        let moved: Direction = change >= 0 ? .increase : .decrease
        let asked: Direction = target >= report.degreesBefore[attribute] ? .increase : .decrease
        var words = wording.about(attribute, moved)
        words["from"] = wording.level(attribute, before)
        words["to"] = wording.level(attribute, after)
        words["goal"] = wording.level(attribute, goal)
        words["detail"] = wording.detail(attribute, after)
        words["end"] = wording.end(target >= 2.5 ? .increase : .decrease)
        guard report.hasChanged else {
            switch report.conclusion {
            case .alreadyThere, .reached:
                let atEnd = isStep && min(target, 5 - target) < Self.endMargin && before == goal
                return say(atEnd ? phrases.endOfScale : phrases.alreadyThere, words, avoiding: avoiding)
            case .partial, .unreachable, .noEdit:
                return say(before == goal ? phrases.stuck : phrases.unreachable, words, avoiding: avoiding)
            }
        }
        if report.isReached { return say(before == after ? phrases.reachedNearby : phrases.reached, words) }
        if moved != asked { return say(before == after ? phrases.wrongWayNearby : phrases.wrongWay, words) }
        if after == goal { return say(phrases.almost, words) }
        return say(before == after ? phrases.partialNearby : phrases.partial, words)
    }

    // MARK: After an undo

    private mutating func replyToUndo(degrees: Degrees) -> Reply {
        let undone = steps.popLast()
        undoable = max(undoable - 1, 0)
        if let before = undone?.before {
            wishes = before.wishes
            kept = (kept ?? []) + before.kept.filter { !keeping.contains($0.attribute) }
        }
        keepWhatIsShown(degrees)
        context.lastEdit = steps.last?.intent
        let statement: String
        if let attribute = undone?.move?.attribute {
            statement = say(phrases.undone, ["to": wording.level(attribute, degrees.label(attribute))])
        } else {
            statement = say(phrases.undoneEarlier)
        }
        return ask(.whatsNext, after: statement, instead: true, degrees: degrees)
    }

    private mutating func replyToRedo(degrees: Degrees) -> Reply {
        let taken = undone?.popLast()
        let step = taken?.step
        if let step { steps.append(step) }
        undoable += 1
        if let step { context.lastEdit = step.intent }
        if let wants = taken?.wants, let before = step?.before {
            wishes = wants.wishes
            // What the change had set free is free again.
            let freed = Set(before.kept.map(\.attribute)).subtracting(wants.kept.map(\.attribute))
            kept?.removeAll { freed.contains($0.attribute) }
        }
        keepWhatIsShown(degrees)
        guard let attribute = step?.move?.attribute else {
            return ask(.whatsNext, after: say(phrases.redoneEarlier), instead: true, degrees: degrees)
        }
        let statement = say(phrases.redone, ["to": wording.level(attribute, degrees.label(attribute))])
        return ask(.whatsNext, after: statement, instead: true, degrees: degrees)
    }

    private mutating func replyToStart(degrees: Degrees) -> Reply {
        steps.append(Step(intent: nil, move: nil, before: wants))
        undoable += 1
        (undone, kept, wishes) = (nil, nil, nil)
        context.lastEdit = nil
        return ask(.whatsNext, after: say(phrases.startedOver), instead: true, degrees: degrees)
    }

    /// Another picture of the talk is shown: what is to stay stays as it is there.
    private mutating func keepWhatIsShown(_ degrees: Degrees) {
        kept = kept?.map { EditRequest(attribute: $0.attribute, target: degrees[$0.attribute]) }
    }

    // MARK: Without an edit

    private mutating func replyWithoutEdit(degrees: Degrees) -> Reply {
        let words = ["list": nouns, "face": wording.description(degrees)]
        switch reading {
        case .content, .declined:
            let statement = say(reading == .content ? phrases.content : phrases.declined)
            let candidates = suggestible(degrees: degrees)
            let kind = Feedback.kind(edited: false, round: round, untouched: candidates.count, random: &random)
            return ask(kind, after: statement, degrees: degrees)
        case .stillOpen: return ask(.whatsNext, after: "", instead: true, degrees: degrees)
        case .agreedToNothing: return clarify(say(phrases.agreedToNothing, words))
        case .nothingToUndo: return ask(.whatsNext, after: say(phrases.nothingToUndo), degrees: degrees)
        case .nothingToRedo: return ask(.whatsNext, after: say(phrases.nothingToRedo), degrees: degrees)
        case .noted:
            let statement = say(phrases.noted, ["what": wording.list(keeping)])
            // Not "is it big enough?" of what has just been said to stay.
            if let attribute = context.attribute, keeping.contains(attribute) {
                return ask(.whatsNext, after: statement, degrees: degrees)
            }
            return repeatQuestion(after: statement, degrees: degrees)
        case .nothingToAdjust: return clarify(say(phrases.nothingToAdjust, words))
        case .unsure:
            guard let pending else { return clarify(say(phrases.misunderstood) + " " + say(phrases.whichOne, words)) }
            context = DialogContext(kind: .suggestion, attribute: pending.attribute, lastEdit: context.lastEdit)
            hasMissed = true
            let wishes = ([pending] + (alsoPending ?? [])).map { describe($0, degrees: degrees) }
            return Reply(kind: .clarify, attribute: pending.attribute, text: say(phrases.confirm, ["wish": wording.join(wishes)]))
        case .unsupported:
            return clarify(say(phrases.unsupported, words), as: .unsupported)
        case .beyondModel:
            return clarify(say(phrases.beyondModel, ["what": wording.list(refused ?? []), "list": nouns]), as: .unsupported)
        case .question: return repeatQuestion(after: say(phrases.question, words), degrees: degrees)
        case .smalltalk: return repeatQuestion(after: say(phrases.smalltalk), degrees: degrees)
        case .unclear: return repeatQuestion(after: say(phrases.misunderstood), degrees: degrees)
        case .request, .acceptedSuggestion, .adjustment, .undo, .redo, .startOver, .end:
            return ask(.whatsNext, after: say(phrases.nothingRun), degrees: degrees)
        }
    }

    /// Says what was not understood or cannot be done, and what can be.
    private mutating func clarify(_ text: String, as kind: ReplyKind = .clarify) -> Reply {
        context = DialogContext(kind: .whatsNext, lastEdit: context.lastEdit)
        (pending, hasMissed) = (nil, true)
        return Reply(kind: kind, text: text)
    }

    /// Comes back to the question that is still open; the context stays as it was.
    private mutating func repeatQuestion(after statement: String, degrees: Degrees) -> Reply {
        switch (context.kind, context.attribute) {
        case (.whetherEnough, let attribute?):
            return Reply(kind: .clarify, attribute: attribute, text: statement + " " + checkQuestion(attribute))
        case (.suggestion, let attribute?):
            let wish = pending ?? .step(attribute, degrees.suggestedDirection(attribute))
            let question = say(phrases.suggestion, ["wish": describe(wish, degrees: degrees)])
            return Reply(kind: .clarify, attribute: attribute, text: statement + " " + question)
        default:
            let question = reading == .question ? say(phrases.whatsNext) : say(phrases.whichOne, ["list": nouns])
            return clarify(statement + " " + question)
        }
    }

    // MARK: Questions

    /// The attributes a suggestion may name.
    private func suggestible(degrees: Degrees) -> [Attribute] {
        untouched.filter { degrees.isSuggestible($0) && !keeping.contains($0) }
    }

    /// Ends a reply with the question of the given kind and sets the context to it.
    private mutating func ask(
        _ kind: ReplyKind, about attribute: Attribute? = nil, after statement: String, instead: Bool = false, degrees: Degrees
    ) -> Reply {
        round += 1
        (pending, hasMissed) = (nil, instead)
        let candidates = suggestible(degrees: degrees)
        switch kind {
        case .whetherEnough where attribute != nil:
            let attribute = attribute!
            touch(attribute)
            context = DialogContext(kind: .whetherEnough, attribute: attribute, lastEdit: context.lastEdit)
            return Reply(kind: kind, attribute: attribute, text: statement + " " + checkQuestion(attribute))
        case .suggestion where !candidates.isEmpty:
            let attribute = candidates.pick(&random)
            return suggest(.step(attribute, degrees.suggestedDirection(attribute)), after: statement, degrees: degrees)
        default:
            context = DialogContext(kind: .whatsNext, lastEdit: context.lastEdit)
            let question = say(instead ? phrases.whatInstead : phrases.whatsNext)
            return Reply(kind: .whatsNext, text: statement.isEmpty ? question : statement + " " + question)
        }
    }

    private mutating func suggest(_ wish: EditWish, after statement: String, degrees: Degrees) -> Reply {
        touch(wish.attribute)
        (pending, hasMissed) = (wish, false)
        context = DialogContext(kind: .suggestion, attribute: wish.attribute, lastEdit: context.lastEdit)
        let question = say(phrases.suggestion, ["wish": describe(wish, degrees: degrees)])
        return Reply(kind: .suggestion, attribute: wish.attribute, text: statement + " " + question)
    }

    /// "Are the bangs short enough?": about the direction of the last move.
    private mutating func checkQuestion(_ attribute: Attribute) -> String {
        let direction = steps.last?.move?.direction ?? context.lastEdit?.direction ?? .increase
        return say(phrases.whetherEnough, wording.about(attribute, direction))
    }

    /// A wish as something to try: "a bigger smile", "a full beard".
    private func describe(_ wish: EditWish, degrees: Degrees) -> Term {
        let current = degrees[wish.attribute]
        let target = wish.target(from: current) ?? current
        if wish.type == .target || abs(target - current) > 1.5 {
            return wording.level(wish.attribute, Degrees(repeating: target).label(wish.attribute))
        }
        return wording.change(wish.attribute, wish.direction ?? (target >= current ? .increase : .decrease), from: current)
    }

    /// "bangs, glasses and age": what the model can change.
    private var nouns: Term { wording.list(editable) }

    private var phrases: any Phrasebook.Type { language.phrases }

    private var wording: any Wording.Type { language.wording }

    /// - Parameter avoiding: what the sentence should not hold; drawn again while it does, for some time.
    private mutating func say(_ pool: [Pattern], _ words: [String: Term] = [:], avoiding: [String] = []) -> String {
        var sentence = ""
        for _ in 0..<(avoiding.isEmpty ? 1 : 40) {
            sentence = pool.pick(&random).sentence(Term.slots(words), random: &random).withCapitalizedSentences
            if !avoiding.contains(where: sentence.lowercased().contains) { break }
        }
        return sentence
    }
}

extension Degrees {
    /// Whether a wish has anywhere to go from here.
    fileprivate func canMove(_ wish: EditWish) -> Bool {
        wish.target(from: self[wish.attribute]).map { abs($0 - self[wish.attribute]) >= DialogState.endMargin } ?? false
    }
}

extension EditReport {
    /// The same report with degrees inside 0…5.
    var sound: EditReport {
        EditReport(
            request: EditRequest(attribute: request.attribute, target: request.target.isFinite ? request.target : 0),
            conclusion: conclusion, degreesBefore: degreesBefore.sound, degreesAfter: degreesAfter.sound)
    }

    /// The way that was asked for, whether anything came of it or not: towards the nearer end for a degree that was there already.
    var aim: LastEdit {
        let change = request.target - degreesBefore[request.attribute]
        let isUp = change != 0 ? change > 0 : request.target >= 2.5
        return LastEdit(attribute: request.attribute, direction: isUp ? .increase : .decrease, amount: abs(change))
    }

    var isReached: Bool { hasChanged && conclusion == .reached }

    /// Whether the requested degree moved visibly; a walk that reverted did not.
    var hasChanged: Bool {
        guard conclusion == .reached || conclusion == .partial else { return false }
        return abs(degreesAfter[request.attribute] - degreesBefore[request.attribute]) >= DialogState.visibleChange
    }
}
