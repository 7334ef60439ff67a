import Dialog
import Editing
import FaceAttributes
import Sessions
import SessionsTestSupport
import Testing

/// Several models beside each other, and models that lack something.
@Suite(.timeLimit(.minutes(2))) struct ModelChoiceTests {
    let world: TestWorld

    init() throws { world = try TestWorld() }

    private func loaded(
        _ name: String, reads: Bool = true, _ attributes: [Attribute] = Attribute.allCases,
        language: (any LanguageUnderstanding)? = WordList()
    ) -> LoadedModel {
        var editor = StraightEditor(modelName: name)
        editor.readsDegrees = reads
        editor.attributes = attributes
        return LoadedModel(
            description: ModelDescription(name: name, summary: "For tests.", resolution: 5), editor: editor, language: language)
    }

    @Test func `a session keeps the model that it was begun with, and the first is the default`() async throws {
        let service = try await world.startedService(others: [loaded("second")])
        #expect(try await service.createSession(seed: 1).model == "straight")
        let session = try await service.createSession(seed: 1, model: "second")
        #expect(session.model == "second")
        #expect(try await service.talk("smile to 4", in: session.id).outcome == .reached)
        await #expect(throws: ServiceError.unknownModel("third")) { try await service.createSession(seed: 1, model: "third") }
    }

    @Test func `a session whose model is gone can be read but not edited`() async throws {
        let before = try await world.startedService(others: [loaded("second")])
        let session = try await before.createSession(seed: 1, model: "second")
        await before.drain()
        let service = try await world.startedService()
        #expect(try await service.session(session.id) == session)
        #expect(try await !service.image(session.face.picture).bytes.isEmpty)
        await #expect(throws: ServiceError.modelNotLoaded("second")) { try await service.submit(.text("smile to 4"), to: session.id) }
    }

    @Test func `a distance is said only where an identity network measured it`() async throws {
        var editor = StraightEditor(modelName: "stranger")
        editor.judgesIdentity = false
        let description = ModelDescription(name: "stranger", summary: "For tests.", resolution: 5)
        let service = try await world.startedService(
            others: [LoadedModel(description: description, editor: editor, language: WordList())])
        let known = try await service.createSession(seed: 1)
        #expect(try await service.talk("smile to 4", in: known.id).identityDistance != nil)
        let stranger = try await service.createSession(seed: 1, model: "stranger")
        #expect(try await service.talk("smile to 4", in: stranger.id).identityDistance == nil)
    }

    @Test func `without a predictor faces are drawn and stored, and edits are refused`() async throws {
        let service = try await world.startedService(others: [loaded("blind", reads: false)])
        let session = try await service.createSession(seed: 1, model: "blind")
        #expect(session.face.degrees == nil && !session.reply.text.isEmpty)
        #expect(try await service.session(session.id) == session)
        for request in [TurnRequest.text("smile to 4"), .answer(.more), .wish(EditWish(attribute: .age, type: .target, target: 2))] {
            await #expect(throws: ServiceError.modelCannotEdit("blind")) { try await service.submit(request, to: session.id) }
        }
        await #expect(throws: ServiceError.nothingToUndo) { try await service.undo(session.id) }
    }

    @Test func `an attribute without a field is refused, in words where it was asked in words, and the others work`() async throws {
        let service = try await world.startedService(others: [loaded("partial", [.smiling, .age])])
        let session = try await service.createSession(seed: 1, model: "partial")
        #expect(!session.reply.text.contains("bangs, glasses"))
        await #expect(throws: ServiceError.attributeNotEditable(.beard, among: [.smiling, .age])) {
            try await service.submit(.wish(EditWish(attribute: .beard, type: .target, target: 2)), to: session.id)
        }
        let refused = try await service.talk("beard to 4", in: session.id)
        #expect(refused.status == .succeeded && refused.outcome == .noEdit && refused.reply?.kind == .unsupported)
        #expect(refused.reply?.text.contains("beard") == true && refused.reply?.text.contains("smile and age") == true)
        let both = try await service.talk("beard to 4 and smile to 4", in: session.id)
        #expect(both.outcome == .reached && both.requested == [EditRequest(attribute: .smiling, target: 4)])
        #expect(both.reply?.text.contains("beard") == true)
    }

    @Test func `without any language network sentences are refused, and structured edits work`() async throws {
        let service = try await world.startedService(language: nil)
        let session = try await service.createSession(seed: 1)
        await #expect(throws: ServiceError.noLanguage("straight")) { try await service.submit(.text("smile"), to: session.id) }
        await #expect(throws: ServiceError.noLanguage("straight")) { try await service.parse("smile", in: DialogContext(kind: .start)) }
        let turn = try await service.talk(.wish(EditWish(attribute: .smiling, type: .target, target: 4)), in: session.id)
        #expect(turn.outcome == .reached)
    }

    @Test func `suggestions name only what the model can edit`() async throws {
        let service = try await world.startedService(others: [loaded("partial", [.smiling, .age])])
        for seed in 0..<12 as Range<UInt64> {
            let session = try await service.createSession(seed: seed, model: "partial")
            for text in ["smile to 3", "yes", "no", "yes"] {
                guard let reply = try await service.talk(text, in: session.id).reply else { continue }
                #expect(reply.attribute == nil || [.smiling, .age].contains(reply.attribute))
                if reply.kind == .farewell { break }
            }
        }
    }
}
