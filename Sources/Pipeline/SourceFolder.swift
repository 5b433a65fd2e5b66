internal import Diagnostics
internal import Manuscript
internal import Markdown

/// The files of a publication, as they are in its folder.
public struct SourceFolder: Sendable {
  /// A file of the publication.
  public struct File: Hashable, Sendable {
    /// Path relative to the publication, with `/` between its parts.
    public var path: String
    /// What is in it.
    public var bytes: [UInt8]
  }

  /// The publication's folder.
  public let root: String
  /// `publication.yml`.
  public let policy: File
  /// The briefings by path.
  public let briefings: [File]

  /// The largest policy that is read, in bytes.
  static let policyLimit = 1 << 20
  /// The largest image that is read, in bytes.
  static let imageLimit = 16 << 20

  /// Reads the policy and every briefing; nil, with findings, where that is not possible.
  ///
  /// Symbolic links are refused: what they lead to may lie outside the publication.
  static func read(root: String, parallel: Parallel, findings: inout Findings) -> SourceFolder? {
    guard let policy = policy(root: root, findings: &findings) else { return nil }
    let read = parallel.map(list(root: root, findings: &findings).briefings) { path in
      File.read(root: root, path: path)
    }
    var briefings: [File] = []
    for result in read {
      switch result {
      case .success(let file): briefings.append(file)
      case .failure(let fault): findings.add(fault.diagnostic)
      }
    }
    return SourceFolder(root: root, policy: policy, briefings: briefings)
  }

  /// Reads the policy; nil, with a finding, where that is not possible.
  static func policy(root: String, findings: inout Findings) -> File? {
    let name = PolicyFile.name
    var policy = File(path: name, bytes: [])
    do throws(FileReading.Fault) {
      policy.bytes = try FileReading.bytes(of: root + "/" + name, limit: policyLimit)
    } catch {
      if error == .missing {
        findings.add(
          Diagnostic(
            "publication/missing", at: Place(name),
            root == "." ? "no publication.yml in this folder" : "no publication.yml in '\(root)'",
            help:
              "go to the publication's folder, name it with -C, or make one with 'tearline init'"))
      } else {
        findings.add(diagnostic(error, path: name, limit: policyLimit))
      }
      return nil
    }
    return policy
  }

  /// Whether there is a folder of briefings, empty or not.
  static func isThere(_ root: String) -> Bool {
    do throws(FileReading.Fault) {
      try FileReading.requireFolder(root + "/briefings")
      return true
    } catch {
      return error != .missing
    }
  }

  /// Says that there is none: an error where sites without briefings would take the place of others.
  static func missing(_ severity: Diagnostic.Severity) -> Diagnostic {
    Diagnostic(
      "publication/no-briefings", severity, at: Place("briefings"),
      "no folder of briefings in this publication, so that its sites are empty",
      help: "put it back; where there are to be none, make an empty folder: mkdir briefings")
  }

  /// What there is under `briefings`, not yet read.
  struct Listing: Hashable, Sendable {
    /// The paths of all briefings, in the order of folders and names where that was asked for.
    var briefings: [String] = []
    /// The paths of the folders that were looked into.
    var folders: [String] = []
  }

  /// Lists the briefings.
  static func list(root: String, sorted: Bool = true, findings: inout Findings) -> Listing {
    var listing = Listing()
    walk(root: root, folder: "briefings", sorted, depth: 0, &listing, findings: &findings)
    return listing
  }

  private static func walk(
    root: String, folder: String, _ sorted: Bool, depth: Int, _ listing: inout Listing,
    findings: inout Findings
  ) {
    listing.folders.append(folder)
    let entries: [(name: String, kind: FileReading.Kind)]
    do throws(FileReading.Fault) {
      entries = try FileReading.entries(of: root + "/" + folder, sorted: sorted)
    } catch {
      if error == .missing, depth == 0 { return }
      findings.add(diagnostic(error, path: folder, limit: 0))
      return
    }
    for (name, kind) in entries where !name.hasPrefix(".") {
      let path = folder + "/" + name
      switch kind {
      case .folder where depth < 32:
        walk(root: root, folder: path, sorted, depth: depth + 1, &listing, findings: &findings)
      case .folder: findings.add(diagnostic(.unreadable, path: path, limit: 0))
      case .file:
        if name.hasSuffix(".md") {
          listing.briefings.append(path)
        } else if hasOtherEnding(name) {
          findings.add(otherEnding(path))
        }
      case .symbolicLink: findings.add(diagnostic(.symbolicLink, path: path, limit: 0))
      case .other:
        if name.hasSuffix(".md") { findings.add(diagnostic(.notAFile, path: path, limit: 0)) }
      }
    }
  }

  /// Whether a file looks like a briefing to whoever wrote it, and is none.
  private static func hasOtherEnding(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return ["md", "markdown", "mdown", "mkd"].contains(name[dot...].dropFirst().lowercased())
  }

  private static func otherEnding(_ path: String) -> Diagnostic {
    Diagnostic(
      "publication/file-name", at: Place(path),
      "Markdown in a file whose name does not end in '.md': it would be in no edition",
      help: "rename it")
  }

  /// The bytes of an image at a path within the publication; no part of the path may be a link.
  static func image(_ path: String, root: String) -> Result<[UInt8], FileFault> {
    var folder = root
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      do throws(FileReading.Fault) {
        try FileReading.requireFolder(folder)
      } catch {
        return .failure(FileFault(diagnostic: SourceFolder.diagnostic(error, path: path, limit: 0)))
      }
    }
    do throws(FileReading.Fault) {
      return .success(
        try FileReading.bytes(of: root + "/" + path, limit: SourceFolder.imageLimit))
    } catch {
      return .failure(
        FileFault(
          diagnostic: SourceFolder.diagnostic(error, path: path, limit: SourceFolder.imageLimit)))
    }
  }

  static func diagnostic(_ fault: FileReading.Fault, path: String, limit: Int) -> Diagnostic {
    let place = Place(path)
    switch fault {
    case .missing:
      return Diagnostic(
        "publication/missing-file", at: place, "a file that is not there",
        help: "check the path and the case of its letters")
    case .symbolicLink:
      return Diagnostic(
        "publication/symbolic-link", at: place, "a symbolic link",
        help: "put the file itself there: what a link leads to may lie outside the publication")
    case .notAFile, .notAFolder:
      return Diagnostic(
        "publication/not-a-file", at: place, "something that is no plain file or folder",
        help: "delete it")
    case .tooLarge(let bytes):
      return Diagnostic(
        "limit/document", at: place, "file of \(bytes) bytes; at most \(limit) are read",
        help: "split it, or make it smaller")
    case .unreadable:
      return Diagnostic(
        "publication/unreadable", at: place, "a file or folder that cannot be read",
        help: "check its permissions")
    }
  }
}

/// A file that could not be read, as a finding.
struct FileFault: Error, Sendable {
  var diagnostic: Diagnostic
}

extension SourceFolder.File {
  /// Reads the briefing at `path`.
  static func read(root: String, path: String) -> Result<SourceFolder.File, FileFault> {
    do throws(FileReading.Fault) {
      return .success(
        SourceFolder.File(
          path: path, bytes: try FileReading.bytes(of: root + "/" + path, limit: Limits.file)))
    } catch {
      return .failure(
        FileFault(diagnostic: SourceFolder.diagnostic(error, path: path, limit: Limits.document)))
    }
  }
}
