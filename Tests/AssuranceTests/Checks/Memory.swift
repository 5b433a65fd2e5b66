/// Remembers a publication and its variants as they were read, for one door after the other.
final class Memory {
  private var known: [String: (World, Reading?)] = [:]

  /// The publication called `name`, made and read where it is not known yet.
  func reading(_ name: String, _ make: () -> World) -> (World, Reading?) {
    if let result = known[name] { return result }
    let world = make()
    let result = (world, Reading(Files(world)))
    known[name] = result
    return result
  }
}
