/// Where runs of words stand that somebody may not see: an open hash table, made once.
public struct RunIndex: Sendable {
  /// A place of a run.
  struct Entry {
    var run: UInt64
    /// Position of the briefing.
    var briefing: Int32
    /// Position of the piece in the briefing.
    var piece: Int32
  }

  private var slots: [Entry]
  private let mask: Int

  /// An index of the runs that are withheld from one of `everybody`.
  init(_ traces: [Trace], everybody: Readers) {
    var count = 0
    for trace in traces {
      for piece in trace.runs.pieces where piece.cleared != everybody { count += piece.runs.count }
    }
    var size = 16
    while size < count * 2 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: Entry(run: 0, briefing: -1, piece: 0), count: size)
    for (briefing, trace) in traces.enumerated() {
      for (number, piece) in trace.runs.pieces.enumerated() where piece.cleared != everybody {
        for run in trace.runs.runs[piece.runs] {
          add(Entry(run: run, briefing: Int32(briefing), piece: Int32(number)))
        }
      }
    }
  }

  private mutating func add(_ entry: Entry) {
    var slot = Int(truncatingIfNeeded: entry.run) & mask
    var equal = 0
    while slots[slot].briefing >= 0 {
      // A run that stands in many places is boilerplate: the first eight of them are enough.
      if slots[slot].run == entry.run {
        equal += 1
        if equal == 8 { return }
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = entry
  }

  /// The places of a run.
  func places(of run: UInt64, _ body: (Entry) -> Void) {
    var slot = Int(truncatingIfNeeded: run) & mask
    while slots[slot].briefing >= 0 {
      if slots[slot].run == run { body(slots[slot]) }
      slot = (slot + 1) & mask
    }
  }
}
