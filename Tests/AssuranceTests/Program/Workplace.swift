import Foundation

/// A folder for one publication and what is made of it.
struct Workplace {
  let root: URL

  /// A new folder with these files in `publication`, written in the given order.
  init(_ files: Files, shuffled dice: Dice? = nil) throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent(
      "assurance-" + UUID().uuidString)
    var order = files.all
    if var dice { order = dice.shuffled(order) }
    for (path, bytes) in order {
      let file = publication.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }

  /// The publication's folder.
  var publication: URL { root.appendingPathComponent("publication") }

  /// A path beside the publication.
  func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  func remove() throws { try FileManager.default.removeItem(at: root) }

  /// Every file below a folder of the workplace: bytes, then mode and time, by path.
  func tree(_ name: String) throws -> [String: [UInt8]] {
    let folder = root.appendingPathComponent(name)
    var result: [String: [UInt8]] = [:]
    let found = FileManager.default.enumerator(atPath: folder.path)
    while let path = found?.nextObject() as? String {
      let file = folder.appendingPathComponent(path).path
      let attributes = try FileManager.default.attributesOfItem(atPath: file)
      let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
      let isFile = attributes[.type] as? FileAttributeType == .typeRegular
      let time = isFile ? (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0 : 0
      let bytes = isFile ? Array(try Data(contentsOf: URL(fileURLWithPath: file))) : []
      result[path] = bytes + Array("\nmode \(String(mode, radix: 8)), time \(time)".utf8)
    }
    return result
  }
}
