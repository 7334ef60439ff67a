public import Dialog

/// The answers to a system's question that need no language.
public enum Answer: String, Codable, Sendable, CaseIterable {
    case enough, more, less, undo, redo

    /// What the answer does in the talk, given what was asked: "enough" declines a suggestion and accepts everything else;
    /// it never ends the talk.
    public func act(in kind: ContextKind) -> Act {
        switch self {
        case .enough: kind == .suggestion ? .no : .yes
        case .more: .more
        case .less: .less
        case .undo: .undo
        case .redo: .redo
        }
    }
}

/// What the user asked for in one turn.
public enum TurnRequest: Codable, Sendable, Hashable {
    /// A sentence in plain language.
    case text(String)
    /// A wish in the terms of the editing encoding, with fractional degrees.
    case wish(EditWish)
    case answer(Answer)
}
