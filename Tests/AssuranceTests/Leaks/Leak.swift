import Edition

/// A bug that the guarantees have to catch: a door that lets something through.
struct Leak {
  /// What goes wrong.
  let name: String
  /// Makes the edition of a reader wrongly.
  let press: Examiner.Press

  /// A door that works on other words than the author's, and forgets a rule by that.
  ///
  /// - Parameter change: takes from the publication what the forgotten rule would have read.
  static func forgetting(
    _ name: String, _ change: @escaping (inout World, inout Reader) -> Void
  ) -> Leak {
    Leak(name: name) { world, reading, reader in
      guard let honest = reading.edition(for: reader.id) else { return nil }
      var world = world
      var careless = reader
      change(&world, &careless)
      world.house.readers = world.house.readers.map { $0.id == reader.id ? careless : $0 }
      guard var edition = Reading(Files(world))?.edition(for: reader.id) else { return honest }
      edition.policy.levels = honest.policy.levels
      edition.policy.compartments = honest.policy.compartments
      edition.policy.groups = honest.policy.groups
      edition.policy.audience = honest.policy.audience
      return edition
    }
  }

  /// A door that changes blocks before it works on them.
  static func blocks(_ name: String, _ change: @escaping (Node) -> Node) -> Leak {
    forgetting(name) { world, _ in
      for index in world.papers.indices {
        world.papers[index].body = world.papers[index].body.map { $0.mapNodes(change) }
      }
    }
  }

  /// A door that changes every mark.
  static func marks(_ name: String, _ change: @escaping (Mark) -> Mark) -> Leak {
    forgetting(name) { world, _ in
      for index in world.papers.indices {
        world.papers[index].body = world.papers[index].body.map { $0.mapMarks(change) }
        world.papers[index].fields = world.papers[index].fields.mapScalars { _, scalar in
          Scalar(scalar.mark.map(change), scalar.runs.mapMarks(change))
        }
      }
    }
  }

  /// A door that changes the values of front matter.
  static func scalars(
    _ name: String, _ change: @escaping (String, Scalar) -> Scalar
  ) -> Leak {
    forgetting(name) { world, _ in
      for index in world.papers.indices {
        world.papers[index].fields = world.papers[index].fields.mapScalars(change)
      }
    }
  }

  /// A door that adds something of the publication to what it made.
  static func adding(
    _ name: String, _ change: @escaping (inout Edition, World, Reader) -> Void
  ) -> Leak {
    Leak(name: name) { world, reading, reader in
      guard var edition = reading.edition(for: reader.id) else { return nil }
      change(&edition, world, reader)
      return edition
    }
  }

  /// A door that adds something of each briefing to what it made of that.
  static func addingToEach(
    _ name: String, _ change: @escaping (inout Briefing, Paper, Reader) -> Void
  ) -> Leak {
    adding(name) { edition, world, reader in
      for index in edition.briefings.indices {
        let briefing = edition.briefings[index]
        guard briefing.status != .withdrawn,
          let paper = world.papers.first(where: {
            $0.id == briefing.id && $0.language == briefing.language
          })
        else { continue }
        change(&edition.briefings[index], paper, reader)
      }
    }
  }
}
