extension Leak {
  /// Doors that forget a rule about front matter and whole briefings.
  static func ofFields() -> [Leak] {
    [
      scalars("fields: marks ignored") { Scalar($1.mark.map { _ in Mark(level: 0) }, $1.runs) },
      forgetting("fields: marking of a mapping ignored") { world, _ in
        for index in world.papers.indices {
          world.papers[index].fields = world.papers[index].fields.withoutMarking
        }
      },
      scalars("fields: topics keep no mark") { key, scalar in
        ["topics", "sectors", "regions", "interests"].contains(key)
          ? Scalar(Mark(level: 0), scalar.runs) : scalar
      },
      scalars("fields: a revision's note shown to all") { key, scalar in
        key == "note" ? Scalar(Mark(level: 0), scalar.runs) : scalar
      },
      scalars("fields: a judgement shown to all") { key, scalar in
        key == "text" ? Scalar(Mark(level: 0), scalar.runs) : scalar
      },
      scalars("fields: the title shown to all") { key, scalar in
        key == "title" ? Scalar(Mark(level: 0), scalar.runs) : scalar
      },
      forgetting("fields: advice for other audiences") { world, _ in
        for index in world.papers.indices {
          guard case .mappings(var list)? = world.papers[index].fields["advice"] else { continue }
          for number in list.indices { list[number]["for"] = nil }
          world.papers[index].fields["advice"] = .mappings(list)
        }
      },
      forgetting("briefings: embargo ignored") { world, _ in
        for index in world.papers.indices { world.papers[index].embargo = [:] }
      },
      forgetting("briefings: audiences ignored") { world, _ in
        for index in world.papers.indices { world.papers[index].readers = nil }
      },
      forgetting("briefings: drafts let through") { world, _ in
        for index in world.papers.indices where world.papers[index].status == "draft" {
          world.papers[index].status = "published"
        }
      },
      forgetting("briefings: compilation ignored") { world, _ in
        for index in world.papers.indices { world.papers[index].compilation = nil }
      },
      forgetting("briefings: a downgrade before its day") { world, _ in
        for index in world.papers.indices {
          for entry in world.papers[index].downgrades.indices {
            world.papers[index].downgrades[entry].day = 0
          }
        }
      },
      forgetting("briefings: a withdrawn one in full") { world, _ in
        for index in world.papers.indices where world.papers[index].status == "withdrawn" {
          world.papers[index].status = "published"
          world.papers[index].fields["withdrawal"] = nil
        }
      },
    ]
  }
}

extension Field.Mapping {
  /// The mapping without `marking`, at any depth.
  var withoutMarking: Field.Mapping {
    var result = self
    result.marking = nil
    for index in result.entries.indices {
      switch result.entries[index].field {
      case .mapping(let inner): result.entries[index].field = .mapping(inner.withoutMarking)
      case .mappings(let inner):
        result.entries[index].field = .mappings(inner.map(\.withoutMarking))
      default: break
      }
    }
    return result
  }
}
