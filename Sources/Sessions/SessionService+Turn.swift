import Dialog
import Editing
import FaceAttributes
import Logging

extension SessionService {
    /// What one turn changes in the store.
    private struct Ending {
        var turn: Turn
        var session: Session
        var steps: [TrajectoryStep] = []
        var image: ImageRecord?
    }

    /// Carries a stored turn out and stores its end.
    ///
    /// - Returns: the failed turn, when its end could not be stored.
    func carryOut(_ live: LiveTurn) async -> Turn? {
        let begunAt = sources.now()
        do {
            let turn = try await store.begin(live.key)
            guard let session = try await store.session(live.key.session) else { return nil }
            let runner = TurnRunner(model: try model(of: session))
            var ending = try await ending(of: turn, session: session, runner: runner, live: live)
            close(&ending, live: live, begunAt: begunAt)
            try await store.finish(ending.turn, session: ending.session, steps: ending.steps, image: ending.image)
            return nil
        } catch PoolError.closed {
            return await putBack(live)
        } catch {
            logger.error("turn failed", metadata: live.key.metadata.merging(["error": "\(error)"]) { $1 })
            return await storeFailure(of: live)
        }
    }

    /// The turn after understanding, decision, walks and reply; nothing is stored yet.
    private func ending(of turn: Turn, session: Session, runner: TurnRunner, live: LiveTurn) async throws -> Ending {
        var ending = Ending(turn: turn, session: session)
        do {
            guard !live.isCancelled else { throw PoolError.withdrawn }
            let local = try await live.languageTicket.run { try runner.understand(turn.request, session: session) }
            let understanding = await refine(local, of: turn.request, degrees: turn.degreesBefore, live: live)
            guard !live.isCancelled else { throw PoolError.withdrawn }
            let plan = try runner.plan(understanding, session: session)
            ending.turn.understanding = plan.understanding
            ending.turn.decision = plan.decision
            var dialog = plan.dialog
            switch plan.decision {
            case .edit(let requests):
                let walked = try await walk(requests, holding: dialog.held, from: session.face, runner: runner, live: live)
                ending.steps = walked.steps
                ending.turn.walks = walked.walks
                guard !walked.isCancelled else { throw PoolError.withdrawn }
                let asked = walked.walks.filter { !dialog.held.contains($0.report.request.attribute) }
                ending.turn.outcome = TurnRunner.conclusion(of: asked)
                if runner.model.judgesIdentity { ending.turn.identityDistance = walked.walks.reduce(0) { $0 + $1.identityDistance } }
                ending.image = walked.image
                if let image = walked.image {
                    ending.session.face = FaceRecord(
                        turn: turn.key.number, parent: session.face.turn, latent: walked.face.latent, degrees: walked.face.degrees,
                        picture: image.sha256)
                }
                ending.turn.sideEffects = TurnRunner.sideEffects(
                    of: requests.filter { !dialog.held.contains($0.attribute) }, before: turn.degreesBefore,
                    after: ending.session.face.degrees ?? turn.degreesBefore)
            case .undo:
                if let parent = session.face.parent, let face = try await store.face(of: session.id, turn: parent) {
                    dialog.leave(face: session.face.turn)
                    ending.session.face = face
                    ending.turn.outcome = .reached
                } else {
                    ending.turn.outcome = .alreadyThere
                }
            case .redo:
                if let turn = dialog.faceToRedo, let face = try await store.face(of: session.id, turn: turn) {
                    ending.session.face = face
                    ending.turn.outcome = .reached
                } else {
                    ending.turn.outcome = .alreadyThere
                }
            case .startOver:
                if let first = try await store.face(of: session.id, turn: 0), first.latent != session.face.latent {
                    // A face of its own, so that an undo leads back to where the talk was.
                    ending.session.face = FaceRecord(
                        turn: turn.key.number, parent: session.face.turn, latent: first.latent, degrees: first.degrees,
                        picture: first.picture)
                    ending.turn.outcome = .reached
                } else {
                    ending.turn.outcome = .alreadyThere
                }
            case .noEdit, .end: ending.turn.outcome = .noEdit
            }
            live.walkTicket.release()
            let reply = await refine(
                dialog.reply(
                    after: plan.decision, understanding: plan.understanding, reports: ending.turn.walks.map(\.report),
                    degrees: ending.session.face.degrees ?? turn.degreesBefore), live: live)
            ending.turn.reply = reply
            ending.turn.dialog = dialog
            ending.turn.status = .succeeded
            ending.session.dialog = dialog
            ending.session.reply = reply
        } catch PoolError.withdrawn {
            ending.turn.status = .cancelled
        }
        return ending
    }

    private func walk(
        _ requests: [EditRequest], holding: [Attribute], from face: FaceRecord, runner: TurnRunner, live: LiveTurn
    ) async throws -> TurnRunner.Walked {
        guard let png = try await store.image(face.picture) else { throw ServiceError.imageNotFound }
        // A turn that has to wait is not to blame, should the process die meanwhile.
        let waits = walkers.isCrowded
        if waits { try await store.requeue(live.key) }
        return try await live.walkTicket.run { [shares, sources, store] in
            if waits { try store.resume(live.key) }
            live.begin(passes: runner.model.stepBudget * TurnRunner.mostWalks(requests.count), at: sources.now())
            return try shares.run {
                try runner.walk(requests, holding: holding, from: face, png: png, turn: live.key.number, live: live)
            }
        }
    }

    /// What every ended turn has: the picture and the degrees of the session after it, and the times.
    private func close(_ ending: inout Ending, live: LiveTurn, begunAt: Timestamp) {
        let now = sources.now()
        ending.turn.degreesAfter = ending.session.face.degrees
        ending.turn.picture = ending.session.face.picture
        ending.turn.progress = live.progress
        ending.turn.startedAt = live.startedAt ?? begunAt
        ending.turn.finishedAt = now
        ending.session.updatedAt = now
    }

    /// Leaves the turn to the next start of the service.
    private func putBack(_ live: LiveTurn) async -> Turn? {
        do {
            try await store.requeue(live.key)
        } catch {
            // The next start finds it all the same: as one that was interrupted.
            logger.error("turn not put back", metadata: live.key.metadata.merging(["error": "\(error)"]) { $1 })
        }
        return nil
    }

    /// - Returns: the failed turn, when the failure could not be stored either.
    private func storeFailure(of live: LiveTurn) async -> Turn? {
        var turn = live.overlay(live.turn)
        do {
            if let stored = try await store.turn(live.key) { turn = live.overlay(stored) }
            try await fail(turn, code: "edit_failed", "The edit failed for a reason that lies with the service.")
            return nil
        } catch {
            logger.error("failure not stored", metadata: live.key.metadata.merging(["error": "\(error)"]) { $1 })
            turn.status = .failed
            turn.failure = TurnFailure(code: "storage_failed", message: "The result of the edit could not be stored.")
            turn.finishedAt = sources.now()
            return turn
        }
    }
}
