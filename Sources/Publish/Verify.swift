import Crypto
import Diagnostics
import Glibc

/// How the edition in `folder` differs from its `manifest.json`; nothing where it is complete and
/// unchanged.
///
/// Every file is read and hashed; links are reported and never followed. The order is that of the
/// paths' UTF-8 bytes. A folder that cannot be opened is one problem of the kind `unreadable`.
public func verify(folder: String) -> [VerifyProblem] {
  var verification = Verification()
  verification.run(folder)
  return verification.problems.sorted { $0.path.precedesInBytes($1.path) }
}

/// One reading of an edition's folder against its manifest.
private struct Verification {
  var problems: [VerifyProblem] = []
  private var expected: [String: Manifest.Entry] = [:]
  private var folders: Set<String> = []
  private let fileSystem = FileSystem()

  mutating func run(_ path: String) {
    let number = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else {
      add(.unreadable, "", String(cString: strerror(errno)).lowercased())
      return
    }
    let root = Descriptor(number, path)
    do {
      for entry in try Manifest(of: root).entries {
        expected[entry.path] = entry
        addFolders(of: entry.path)
      }
    } catch let fault as Manifest.ReadFault {
      add(.manifest, Manifest.fileName, fault.reason)
      return
    } catch {
      add(.manifest, Manifest.fileName, "the manifest cannot be read")
      return
    }
    visit(root, prefix: "")
    for path in expected.keys { add(.missing, path, "the file is not there") }
  }

  private mutating func addFolders(of path: String) {
    var rest = path[...]
    while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
      rest = rest[..<slash]
      guard folders.insert(String(rest)).inserted else { return }
    }
  }

  /// Compares what is in `folder`, and takes from `expected` what it finds.
  private mutating func visit(_ folder: Descriptor, prefix: String) {
    let listing: FolderListing
    do {
      listing = try FolderListing(of: folder)
    } catch {
      add(.unreadable, prefix, error.reason)
      return
    }
    for entry in listing.entries {
      let path = prefix.isEmpty ? entry.name : "\(prefix)/\(entry.name)"
      switch entry.kind {
      case .link:
        expected[path] = nil
        add(.link, path, "no edition has symbolic links")
      case .folder where folders.contains(path):
        do {
          visit(try fileSystem.openFolder(entry.rawName, in: folder), prefix: path)
        } catch {
          add(.unreadable, path, error.reason)
        }
      case .file where path == Manifest.fileName: break
      case .file: compare(entry, path, in: folder)
      case .folder, .other: add(.extra, path, "the manifest does not name it")
      }
    }
  }

  private mutating func compare(
    _ entry: FolderListing.Entry, _ path: String, in folder: Descriptor
  ) {
    guard let wanted = expected.removeValue(forKey: path) else {
      add(.extra, path, "the manifest does not name it")
      return
    }
    do {
      let (size, hash) = try read(entry.rawName, in: folder)
      if size != wanted.size {
        add(.changed, path, "it has \(size) bytes where the manifest says \(wanted.size)")
      } else if hash != wanted.sha256 {
        add(.changed, path, "its content is not what the manifest says")
      }
    } catch {
      add(.unreadable, path, error.reason)
    }
  }

  /// Size and SHA-256 of a file.
  private func read(
    _ name: UnsafePointer<CChar>, in folder: Descriptor
  ) throws(PublishFault) -> (size: Int, hash: String) {
    var size = 0
    var hash = SHA256()
    try WrittenFile.read(name, in: folder) { piece in
      hash.update(data: piece)
      size += piece.count
      return true
    }
    return (size, Manifest.hexadecimal(hash.finalize()))
  }

  private mutating func add(_ kind: VerifyProblem.Kind, _ path: String, _ message: String) {
    problems.append(VerifyProblem(kind, path: path, message: message))
  }
}
