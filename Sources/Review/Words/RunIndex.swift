/// Where runs of words stand that somebody may not see: an open hash table, made once.
///
/// A large publication has millions of such runs, so a place takes eight bytes: which piece it is, and
/// half of the run's number to know it by. What is found so is held against the piece.
public struct RunIndex: Sendable {
  /// A piece of a briefing that is withheld from somebody.
  struct Entry {
    /// Position of the briefing.
    var briefing: Int32
    /// Position of the piece in the briefing.
    var piece: Int32
  }

  private var entries: [Entry] = []
  /// In the upper half that of a run, in the lower the number of its entry, from 1; 0 is free.
  private var slots: [UInt64]
  private let mask: Int

  /// An index of the runs that are withheld from one of `everybody`.
  init(_ traces: [Trace], everybody: Readers) {
    var count = 0
    for trace in traces {
      for piece in trace.runs.pieces where piece.cleared != everybody { count += piece.runs.count }
    }
    var size = 16
    while size < count + count / 2 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: 0, count: size)
    for (briefing, trace) in traces.enumerated() {
      for (number, piece) in trace.runs.pieces.enumerated() where piece.cleared != everybody {
        entries.append(Entry(briefing: Int32(briefing), piece: Int32(number)))
        for run in trace.runs.runs[piece.runs] { add(run, UInt64(entries.count)) }
      }
    }
  }

  private mutating func add(_ run: UInt64, _ entry: UInt64) {
    var slot = Int(truncatingIfNeeded: run) & mask
    var equal = 0
    while slots[slot] != 0 {
      // A run that stands in many places is boilerplate: the first eight of them are enough.
      if slots[slot] >> 32 == run >> 32 {
        equal += 1
        if equal == 8 { return }
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = (run >> 32) << 32 | entry
  }

  /// The places of a run, in the traces that the index was made of.
  func places(of run: UInt64, in traces: [Trace], _ body: (Entry) -> Void) {
    var slot = Int(truncatingIfNeeded: run) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == run >> 32 {
        let entry = entries[Int(slots[slot] & 0xFFFF_FFFF) - 1]
        let runs = traces[Int(entry.briefing)].runs
        if runs.runs[runs.pieces[Int(entry.piece)].runs].contains(run) { body(entry) }
      }
      slot = (slot + 1) & mask
    }
  }
}
