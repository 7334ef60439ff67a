import CurlTestSupport
import FaceModels
import Foundation
import ImageCodecs
import Testing

extension EndToEnd {
    /// Several models in one program, one of them with 1024 px pictures.
    @Suite(.serialized) final class ModelsTests {
        private let folder: URL
        private var settings: [String: String] {
            ["TALK_TO_EDIT_MODELS": folder.path, "TALK_TO_EDIT_MODEL": "synthfaces-128, large, sketch"]
        }

        init() throws {
            folder = FileManager.default.temporaryDirectory.appending(path: "models-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "synthfaces-128"),
                withDestinationURL: Program.repository.appending(path: "Models/synthfaces-128"))
            try LargeModel.write(
                named: "large", to: folder.appending(path: "large"), roles: [.predictor, .identity, .fieldSmiling, .fieldAge])
            try LargeModel.write(named: "sketch", to: folder.appending(path: "sketch"), roles: [])
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        @Test func `a session of 1024 pixels is begun, edited in words, and its picture fetched`() async throws {
            let program = try await Program.serve(database: folder.appending(path: "talk.sqlite"), settings: settings)
            let url = program.address + "/v1/sessions"

            let models = try await Answer([program.address + "/v1/models"]).json
            #expect(models.count("items") == 3)
            #expect(models.text("items.0.name") == "synthfaces-128" && models.value("items.0.default") as? Bool == true)
            #expect(models.text("items.1.name") == "large" && models.value("items.1.default") as? Bool == false)
            #expect(models.integer("items.1.resolution") == LargeModel.resolution && models.count("items.1.attributes") == 2)
            #expect(["avx512", "avx2", "portable"].contains(models.text("kernels")) && models.integer("cores") ?? 0 >= 1)

            let created = try await Answer([url, "-d", #"{"seed": 7, "model": "large"}"#])
            #expect(created.status == 201)
            let session = try created.json
            let id = try #require(session.text("id"))
            #expect(session.text("model") == "large" && session.number("degrees.smiling") != nil)

            // The model has no language network: the default's reads the sentence.
            let edited = try await Answer(["\(url)/\(id)/edits", "-H", "Prefer: wait=60", "-d", #"{"text": "make her smile a lot more"}"#])
            #expect(edited.status == 201)
            #expect(try edited.json.text("status") == "succeeded" && edited.json.number("requested.smiling") != nil)
            #expect(try edited.json.integer("steps") ?? 0 > 0)

            let image = try await Answer(["\(url)/\(id)/edits/1/image"])
            let picture = try decodePNG([UInt8](image.body))
            #expect(picture.width == LargeModel.resolution && picture.height == LargeModel.resolution)
            #expect(Set(picture.pixels).count > 16)

            // The noise belongs to the session, whatever was drawn before.
            var pictures: [Data] = []
            for seed in [7, 8, 9, 10, 7] {
                let path = try await Answer([url, "-d", "{\"seed\": \(seed), \"model\": \"large\"}"]).json.text("links.image")
                pictures.append(try await Answer([program.address + (try #require(path))]).body)
            }
            #expect(pictures[0] == pictures[4] && Set(pictures).count == 4)

            let refused = try await Answer(["\(url)/\(id)/edits", "-d", #"{"attribute": "beard", "target": 3}"#])
            #expect(refused.status == 422 && refused.isProblem)
            #expect(try refused.json.text("errors.0.pointer") == "/attribute")

            let drawn = try await Answer([url, "-d", #"{"seed": 7, "model": "sketch"}"#])
            #expect(drawn.status == 201)
            let sketch = try #require(try drawn.json.text("id"))
            #expect(try drawn.json.value("degrees") is NSNull && drawn.json.value("labels") is NSNull)
            #expect(try await Answer(["\(url)/\(sketch)/image"]).fields["content-type"] == "image/png")
            let hopeless = try await Answer(["\(url)/\(sketch)/edits", "-d", #"{"text": "add glasses"}"#])
            #expect(hopeless.status == 409 && hopeless.isProblem)
            #expect(try hopeless.json.text("code") == "model_cannot_edit")

            #expect(try await Answer([url, "-d", #"{"model": "nobody"}"#]).status == 422)
            #expect(await program.terminate() == 0)

            // Without its model a session can be read, and not edited.
            let later = try await Program.serve(
                database: folder.appending(path: "talk.sqlite"), settings: settings.merging(["TALK_TO_EDIT_MODEL": "synthfaces-128"]) { $1 }
            )
            #expect(try await Answer(["\(later.address)/v1/sessions/\(id)/image"]).status == 200)
            let late = try await Answer(["\(later.address)/v1/sessions/\(id)/edits", "-d", #"{"text": "add glasses"}"#])
            #expect(late.status == 409 && late.isProblem)
            #expect(try late.json.text("code") == "model_not_loaded")
            #expect(await later.terminate() == 0)
        }
    }
}
