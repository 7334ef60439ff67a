public import FaceAttributes

extension FaceModel {
    /// The attributes that walks can change; none without a predictor, which says how far a walk has come.
    public var editableAttributes: [Attribute] {
        predictor == nil ? [] : Attribute.allCases.filter { fields[$0] != nil }
    }

    /// Whether the folder has a language network and its vocabulary.
    public var hasLanguage: Bool { manifest.files[.language] != nil && manifest.files[.vocabulary] != nil }

    /// The roles of the files in the folder.
    public var parts: [ModelManifest.Role] { ModelManifest.Role.allCases.filter { manifest.files[$0] != nil } }

    /// The predictor.
    ///
    /// - Throws: `ModelError.missing`.
    public func requiredPredictor() throws(ModelError) -> AttributePredictor {
        guard let predictor else { throw .missing(.predictor, model: manifest.name) }
        return predictor
    }

    /// The identity network.
    ///
    /// - Throws: `ModelError.missing`.
    public func requiredIdentity() throws(ModelError) -> IdentityNetwork {
        guard let identity else { throw .missing(.identity, model: manifest.name) }
        return identity
    }

    /// Holds the model against what editing needs.
    ///
    /// - Throws: `ModelError.missing` for the predictor, `.noFields`.
    public func requireEditing() throws(ModelError) {
        _ = try requiredPredictor()
        guard !fields.isEmpty else { throw .noFields(model: manifest.name) }
    }
}
