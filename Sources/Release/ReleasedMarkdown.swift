public import Edition

/// A briefing as a file of a released publication: front matter and Markdown, all of it visible.
public enum ReleasedMarkdown {
  /// The whole file.
  public static func file(_ briefing: Briefing) -> [UInt8] {
    Array("---\n".utf8) + frontMatter(briefing) + Array("---\n".utf8) + Array(briefing.body.utf8)
  }

  /// The front matter without the lines around it.
  static func frontMatter(_ briefing: Briefing) -> [UInt8] {
    var yaml = YAMLText()
    yaml.word("id", briefing.id)
    yaml.word("kind", briefing.kind)
    yaml.word("language", briefing.language)
    yaml.word("status", briefing.status.rawValue)
    yaml.word("issued", briefing.issued.description)
    yaml.word("expires", briefing.expires?.description)
    yaml.text("banner", briefing.banner)
    yaml.text("title", marked(briefing.title))
    yaml.text("summary", briefing.summary.map(marked))
    threat(briefing.threat, &yaml)
    yaml.texts("interests", briefing.interests.map(marked))
    yaml.texts("vulnerabilities", briefing.vulnerabilities.map(marked))
    yaml.texts("topics", briefing.topics.map(marked))
    yaml.texts("sectors", briefing.sectors.map(marked))
    yaml.texts("regions", briefing.regions.map(marked))
    yaml.list("judgements", briefing.judgements) { judgement($1, &$0) }
    yaml.list("advice", briefing.advice) { advice($1, &$0) }
    yaml.list("sources", briefing.sources) { source($1, &$0) }
    yaml.texts("related", briefing.related)
    yaml.word("supersedes", briefing.supersedes)
    withdrawal(briefing, &yaml)
    yaml.list("revisions", briefing.revisions) { yaml, revision in
      yaml.word("date", revision.date.description)
      yaml.text("note", marked(revision.note))
      yaml.word("change", revision.change)
    }
    yaml.mapping("translation") { yaml in
      yaml.word("of", briefing.translation?.of)
      yaml.word("revision", briefing.translation?.revision?.description)
    }
    yaml.text("contact", briefing.contact.map(marked))
    return yaml.bytes
  }

  private static func marked(_ text: MarkedText) -> String {
    text.mark.map { "(\($0)) \(text.value)" } ?? text.value
  }

  private static func threat(_ threat: Threat, _ yaml: inout YAMLText) {
    yaml.mapping("threat") { yaml in
      yaml.text("level", threat.level.map(marked))
      yaml.text("actor", threat.actor.map(marked))
      yaml.text("intent", threat.intent.map(marked))
      yaml.text("capability", threat.capability.map(marked))
      yaml.text("likelihood", threat.likelihood.map(marked))
      yaml.text("confidence", threat.confidence.map(marked))
      yaml.text("impact", threat.impact.map(marked))
      yaml.text("horizon", threat.horizon.map(marked))
    }
  }

  private static func judgement(_ judgement: Judgement, _ yaml: inout YAMLText) {
    yaml.word("id", judgement.id)
    yaml.text("text", marked(judgement.text))
    yaml.text("likelihood", judgement.likelihood.map(marked))
    yaml.text("confidence", judgement.confidence.map(marked))
    yaml.texts("sources", judgement.sources)
    yaml.mapping("changed") { yaml in
      yaml.text("from", judgement.changedFrom.map(marked))
      yaml.text("because", judgement.changedBecause.map(marked))
    }
  }

  private static func advice(_ advice: Advice, _ yaml: inout YAMLText) {
    yaml.text("do", marked(advice.action))
    yaml.text("when", advice.when.map(marked))
    yaml.text("by", advice.by.map(marked))
    yaml.text("basis", advice.basis.map(marked))
    yaml.texts("judgements", advice.judgements)
  }

  private static func source(_ source: Source, _ yaml: inout YAMLText) {
    yaml.word("id", source.id)
    yaml.text("kind", source.kind.map(marked))
    yaml.text("grade", source.grade.map(marked))
    yaml.text("description", source.description.map(marked))
  }

  private static func withdrawal(_ briefing: Briefing, _ yaml: inout YAMLText) {
    guard let withdrawal = briefing.withdrawal else { return }
    let isEmpty =
      withdrawal.date == nil && withdrawal.reason == nil && withdrawal.action == nil
    yaml.word("withdrawal", isEmpty ? "{}" : nil)
    yaml.mapping("withdrawal") { yaml in
      yaml.word("date", withdrawal.date?.description)
      yaml.text("reason", withdrawal.reason.map(marked))
      yaml.text("do", withdrawal.action.map(marked))
    }
  }
}
