import Dialog
import Editing
import FaceAttributes
import Sessions

extension JSON {
    /// An attribute name for each value, in the order of the attributes.
    private static func byAttribute(_ value: (Attribute) -> JSON) -> JSON {
        .object(Attribute.allCases.map { Member(name: $0.rawValue, value: value($0)) })
    }

    static func degrees(_ degrees: Degrees?) -> JSON {
        guard let degrees else { return .null }
        return byAttribute { JSON(rounding: degrees[$0]) }
    }

    static func labels(_ degrees: Degrees?) -> JSON {
        guard let degrees else { return .null }
        return byAttribute { JSON(degrees.label($0)) }
    }

    static func reply(_ reply: Reply?) -> JSON {
        guard let reply else { return .null }
        return ["kind": .string(reply.kind.rawValue), "attribute": JSON(reply.attribute?.rawValue), "text": .string(reply.text)]
    }

    static func understood(_ understanding: Understanding?) -> JSON {
        guard let understanding else { return .null }
        let edits = understanding.edits.map { wish -> JSON in
            [
                "attribute": .string(wish.attribute.rawValue), "type": .string(wish.type.rawValue),
                "direction": JSON(wish.direction?.rawValue), "amount": JSON(rounding: wish.amount), "target": JSON(rounding: wish.target),
            ]
        }
        return [
            "act": .string(understanding.act.rawValue), "edits": .array(edits),
            "keep": .array((understanding.keep ?? []).map { .string($0.rawValue) }), "to_start": .bool(understanding.toStart ?? false),
            "confidence": JSON(rounding: understanding.confidence),
        ]
    }

    static func session(_ session: Session) -> JSON {
        let path = "/v1/sessions/\(session.id)"
        return [
            "id": .string(session.id.description), "model": .string(session.model), "seed": .integer(Int64(session.seed)),
            "language": .string(session.dialog.language.rawValue),
            "state": .string(session.dialog.phase.rawValue), "current_edit": JSON(session.face.turn),
            "degrees": degrees(session.face.degrees), "labels": labels(session.face.degrees),
            "wanted": .object(session.dialog.wanted.map { Member(name: $0.attribute.rawValue, value: JSON(rounding: $0.target)) }),
            "kept": .array(session.dialog.keeping.map { .string($0.rawValue) }), "can_undo": .bool(session.face.parent != nil),
            "can_redo": .bool(session.dialog.faceToRedo != nil),
            "reply": reply(session.reply), "version": JSON(session.version), "created_at": .string(session.createdAt.rfc3339),
            "updated_at": .string(session.updatedAt.rfc3339),
            "links": [
                "self": .string(path), "image": .string(path + "/image"), "edits": .string(path + "/edits"),
                "feedback": .string(path + "/feedback"), "trajectory": .string(path + "/trajectory"),
            ],
        ]
    }

    private static func request(_ request: TurnRequest) -> JSON {
        switch request {
        case .text(let text): return ["text": .string(text)]
        case .answer(let answer): return ["answer": .string(answer.rawValue)]
        case .wish(let wish):
            var members = [Member(name: "attribute", value: .string(wish.attribute.rawValue))]
            if let direction = wish.direction { members.append(Member(name: "direction", value: .string(direction.rawValue))) }
            if let amount = wish.amount { members.append(Member(name: "amount", value: JSON(rounding: amount))) }
            if let target = wish.target { members.append(Member(name: "target", value: JSON(rounding: target))) }
            return .object(members)
        }
    }

    static func edit(_ turn: Turn) -> JSON {
        let path = turn.key.path
        let requested = turn.requested.map { Member(name: $0.attribute.rawValue, value: JSON(rounding: $0.target)) }
        let effects = turn.sideEffects.map { effect -> JSON in
            ["attribute": .string(effect.attribute.rawValue), "change": JSON(rounding: effect.change)]
        }
        let error: JSON = turn.failure.map { ["code": .string($0.code), "message": .string($0.message)] } ?? .null
        return [
            "number": JSON(turn.key.number), "status": .string(turn.status.rawValue), "request": request(turn.request),
            "understood": understood(turn.understanding), "outcome": JSON(turn.outcome?.rawValue),
            "stop_reason": JSON(turn.stopReason?.rawValue), "degrees_before": degrees(turn.degreesBefore),
            "degrees_after": degrees(turn.degreesAfter), "requested": .object(requested), "side_effects": .array(effects),
            "identity_distance": JSON(rounding: turn.identityDistance), "steps": JSON(turn.progress.step),
            "progress": ["step": JSON(turn.progress.step), "of": JSON(turn.progress.of)], "reply": reply(turn.reply), "error": error,
            "queued_ms": JSON(turn.queuedMilliseconds), "compute_ms": JSON(turn.computeMilliseconds),
            "created_at": .string(turn.createdAt.rfc3339), "finished_at": JSON(turn.finishedAt?.rfc3339),
            "links": [
                "self": .string(path), "image": .string(path + "/image"), "cancel": .string(path + "/cancel"),
                "session": .string("/v1/sessions/\(turn.key.session)"),
            ],
        ]
    }

    /// - Parameter judged: whether the model has an identity network.
    static func point(_ point: TrajectoryPoint, judged: Bool) -> JSON {
        [
            "edit": JSON(point.turn), "step": JSON(point.index), "attribute": .string(point.request.attribute.rawValue),
            "target": JSON(rounding: point.request.target), "latent_norm": JSON(rounding: point.latentNorm),
            "degrees": degrees(point.degrees), "identity_distance": JSON(rounding: judged ? point.identityDistance : nil),
        ]
    }

    static func model(_ loaded: LoadedModel, isDefault: Bool) -> JSON {
        let model = loaded.description
        return [
            "name": .string(model.name), "summary": .string(model.summary), "default": .bool(isDefault),
            "resolution": JSON(model.resolution), "space": JSON(model.space), "noise": .string(model.noise),
            "precision": .string(model.precision), "parts": .array(model.parts.map(JSON.string)),
            "step_budget": JSON(loaded.stepBudget), "attributes": .array(loaded.attributes.map { .string($0.rawValue) }),
            "seeds": ["minimum": .integer(Int64(Session.seeds.lowerBound)), "maximum": .integer(Int64(Session.seeds.upperBound))],
            "links": ["self": .string("/v1/models/\(model.name)")],
        ]
    }

    /// A page of a list.
    static func page(_ items: [JSON], next: String?) -> JSON { ["items": .array(items), "next": JSON(next)] }
}

extension TurnKey {
    /// Where the edit is to be had.
    var path: String { "/v1/sessions/\(session)/edits/\(number)" }
}
