/// What the audit knows of a publication's policy.
struct ReadPolicy: Sendable {
  /// A mark, its names, and where the policy declares it.
  struct Mark: Sendable {
    var mark: String
    var names: [SourceText]
  }

  var marks = PolicyMarks()
  /// Lowest first.
  var levels: [Mark] = []
  var compartments: [Mark] = []
  var groups: [Mark] = []
  var audiences: [ReadAudience] = []
  /// Names of vocabulary entries by vocabulary and id.
  var vocabularies: [String: [String: [SourceText]]] = [:]
  /// What every audience may know: titles, publisher, scales, kinds, grounds.
  var open: [SourceText] = []
  /// The audience for which the publication was released, if it was.
  var released: String?

  /// The audience of that name.
  func audience(_ id: String) -> ReadAudience? { audiences.first { $0.id == id } }

  /// The position of an audience.
  func position(of id: String) -> Int? { audiences.firstIndex { $0.id == id } }
}
