import ArgumentParser

/// The command line: every subcommand composes rooms of the house, none holds logic of its own.
@main
struct TalkToEdit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "talk-to-edit",
        abstract: "Edit faces by talking about them.",
        subcommands: [
            Serve.self, Chat.self, Edit.self, Sample.self, Strips.self, Evaluate.self, ScoreGenerator.self, Train.self, Assemble.self,
            Import.self, Synthesize.self, Understand.self,
            BenchmarkWorker.self,
        ])

    static func main() async {
        YoungProcessor.restartIfUnrecognised()
        await main(nil)
    }
}
