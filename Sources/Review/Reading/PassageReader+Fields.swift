internal import Manuscript

extension PassageReader {
  /// Adds the texts of the front matter.
  mutating func add(_ front: FrontMatter, _ around: Around) {
    add(.title, front.title, around)
    add(.summary, front.summary, around)
    for field in [
      front.threat.actor, front.threat.intent, front.threat.capability, front.threat.horizon,
    ] { add(.field, field, around) }
    for portion in front.vulnerabilities {
      add(.vulnerability, portion.value, portion.label, portion.line, around)
    }
    for (index, judgement) in front.judgements.enumerated() {
      add(.judgement(index), judgement.text, around)
      add(.change(index), judgement.changedBecause, around)
    }
    // What is said to one audience and to another is to each its version.
    let versions = front.advice.isEmpty ? nil : newVersions()
    for (index, advice) in front.advice.enumerated() {
      var inner = around
      inner.versions = versions
      inner.reached.formIntersection(readers(named: advice.audiences))
      add(.advice(index), advice.action, inner)
      add(.adviceDetail(index), advice.by, inner)
      add(.adviceDetail(index), advice.basis, inner)
    }
    for source in front.sources { add(.source, source.description, around) }
    for revision in front.revisions { add(.revision, revision.note, around) }
    add(.field, front.withdrawal.reason, around)
    add(.field, front.withdrawal.action, around)
    add(.field, front.contact, around)
  }

  private mutating func add(
    _ kind: Passage.Kind, _ field: Field<InlineText>?, _ around: Around
  ) {
    guard let versions = field?.versions else { return }
    var around = around
    if versions.count > 1, around.versions == nil { around.versions = newVersions() }
    var open = around.reached
    for version in versions {
      var inner = around
      inner.reached = open
      add(kind, version.value, version.label, version.line, inner)
      open.subtract(passages.last?.shown ?? [])
    }
  }
}
