/// Reads the body of a briefing line by line: first its containers, then what is in each.
struct BodyScan {
  /// A line and its number in the file, counted from 1.
  struct Line {
    var bytes: ArraySlice<UInt8>
    var number: Int

    var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
  }

  /// An open container.
  private struct Frame {
    /// What was around it where it opened, tailoring joined in.
    var outside: Around
    /// Who got one of its versions so far.
    var served: Readers = []
    /// The headings whose sections go on in it.
    var outerHeadings: [AuditLabel]
    var headings: [(level: Int, label: AuditLabel?)] = []
    var around: Around
  }

  let classification: AuditLabel
  let unmarked: AuditLabel?
  private(set) var list: PassageList
  /// Whether blocks are nested so deep that not all was read.
  var isTooDeep = false
  private var frames: [Frame]
  /// The headings whose sections go on in each quote, item and footnote around.
  private var nested: [[(level: Int, label: AuditLabel?)]] = []

  /// A scan of a body into `list`.
  init(_ list: PassageList, classification: AuditLabel, unmarked: AuditLabel?) {
    self.list = list
    self.classification = classification
    self.unmarked = unmarked
    let all = Around(reach: .all(list.policy.readers.count))
    frames = [Frame(outside: all, outerHeadings: [], around: all)]
  }

  /// Reads all lines.
  mutating func read(_ lines: [Line]) {
    var start = 0
    for (index, line) in lines.enumerated() where Fence.isFence(line.bytes) {
      blocks(Array(lines[start..<index]))
      start = index + 1
      fence(line.bytes)
    }
    blocks(Array(lines[start...]))
  }

  // MARK: - Containers

  private mutating func fence(_ line: ArraySlice<UInt8>) {
    switch Fence(line) {
    case .close: if frames.count > 1 { frames.removeLast() }
    case .tear(let mark):
      guard frames.count > 1 else { return }
      var frame = frames.removeLast()
      frame.headings = []
      enterVersion(&frame, list.label(mark))
      frames.append(frame)
    case .open(let mark, let audiences):
      let last = frames[frames.count - 1]
      var outside = last.around
      if let audiences {
        let meant = list.policy.readers(named: audiences)
        outside = outside.denying(Readers.all(list.policy.readers.count).subtracting(meant))
      }
      var frame = Frame(
        outside: outside, outerHeadings: last.outerHeadings + last.headings.compactMap(\.label),
        around: outside)
      if let mark { enterVersion(&frame, list.label(mark)) }
      frames.append(frame)
    }
  }

  /// Goes into a version with this label: its readers are those cleared for it who got none before.
  private mutating func enterVersion(_ frame: inout Frame, _ label: AuditLabel?) {
    frame.around = frame.outside.inside(label)
    guard let joined = frame.around.label else { return }
    let cleared = list.policy.mayRead(joined)
    frame.around.reach.formIntersection(cleared)
    frame.around.reach.subtract(frame.served)
    frame.served.formUnion(cleared)
  }

  // MARK: - Blocks

  private mutating func blocks(_ lines: [Line]) {
    guard !lines.isEmpty else { return }
    var scan = BlockScan(body: self)
    scan.read(lines, frames[frames.count - 1].around)
    self = scan.body
  }

  /// The label of what has no mark.
  func defaultLabel(_ around: Around) -> AuditLabel {
    if around.hasMark, let label = around.label { return label }
    guard let unmarked else { return around.label ?? classification }
    let frame = frames[frames.count - 1]
    let inner = nested.joined().compactMap(\.label)
    if let label = around.label { return inner.reduce(label) { $0.joined($1) } }
    return (frame.outerHeadings + frame.headings.compactMap(\.label) + inner)
      .reduce(unmarked) { $0.joined($1) }
  }

  /// The label of what has this mark, or none.
  func label(_ own: AuditLabel?, _ around: Around) -> AuditLabel {
    own.map { AuditLabel.join($0, around.label) ?? $0 } ?? defaultLabel(around)
  }

  /// Begins the section of a heading, in the quote, item or footnote that it stands in; those of its
  /// level and below end there.
  mutating func beginSection(_ level: Int, _ label: AuditLabel?) {
    if let last = nested.indices.last {
      nested[last].removeAll { $0.level >= level }
      nested[last].append((level, label))
    } else {
      frames[frames.count - 1].headings.removeAll { $0.level >= level }
      frames[frames.count - 1].headings.append((level, label))
    }
  }

  /// How many quotes, items and footnotes are around.
  var depth: Int { nested.count }

  /// Goes into a quote, an item or a footnote, and out of it again.
  mutating func enter() { nested.append([]) }
  mutating func leave() { nested.removeLast() }

  /// Adds a text of a block with its leading mark.
  @discardableResult
  mutating func add(_ text: ArraySlice<UInt8>, _ line: Int, _ around: Around) -> Readers {
    let leading = list.leading(text)
    return list.add(
      leading?.rest ?? text, line: line, label: label(leading?.label, around), around)
  }

  /// Adds code, which has the label of what is around it.
  mutating func addCode(_ text: ArraySlice<UInt8>, _ line: Int, _ around: Around) {
    list.add(text, line: line, label: defaultLabel(around), around, isRunning: false)
  }

  /// Adds a text without a mark in front whose label is known.
  @discardableResult
  mutating func add(
    _ text: ArraySlice<UInt8>, _ line: Int, label: AuditLabel, _ around: Around
  ) -> Readers {
    list.add(text, line: line, label: label, around)
  }
}

/// A line of colons.
enum Fence {
  case open(mark: Substring?, audiences: [String]?)
  case tear(mark: Substring)
  case close

  /// Whether a line begins with three colons.
  static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: [0x3A, 0x3A, 0x3A])
  }

  /// Reads what is behind the colons.
  init(_ line: ArraySlice<UInt8>) {
    let text = String(decoding: line.drop { $0 == 0x3A }, as: UTF8.self).trimmingSpaces
    guard !text.isEmpty else {
      self = .close
      return
    }
    if text.hasPrefix("tear ") {
      self = .tear(mark: text.dropFirst(5))
      return
    }
    let words = text.split(separator: " ")
    let stop = words.firstIndex { $0 == "for" || $0 == "because" } ?? words.count
    let mark = words[..<stop].joined(separator: " ")
    var audiences: [String]?
    if let start = words.firstIndex(of: "for") {
      let end = words[start...].firstIndex(of: "because") ?? words.count
      audiences = words[(start + 1)..<end].joined(separator: " ").split(separator: ",")
        .map(\.trimmingSpaces)
    }
    self = .open(mark: mark.isEmpty ? nil : Substring(mark), audiences: audiences)
  }
}
