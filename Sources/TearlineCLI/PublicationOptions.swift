public import ArgumentParser
public import Calendar
internal import Glibc
internal import Pipeline

/// Which publication a command works on, and how loudly.
struct PublicationOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .customLong("publication")],
    help: ArgumentHelp("The publication's folder.", valueName: "dir"))
  var publication = "."

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The day to build for, YYYY-MM-DD (default: today in UTC, or SOURCE_DATE_EPOCH).",
      valueName: "date"))
  var asOf: Day?

  @Option(
    help: ArgumentHelp("How many threads work at once (default: one a processor).", valueName: "n"))
  var jobs: Int?

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say what is being done.")
  var verbose = false

  @Flag(help: "Show the source's lines in messages, also where no terminal reads them.")
  var excerpts = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      try Failure.unusable("--jobs takes a number from 1 to 256")
    }
    try Today.validate()
  }

  /// Refuses an empty name of a folder, as an unset variable of a shell leaves one.
  static func requireName(_ folder: String, of what: String) throws {
    if folder.isEmpty { try Failure.unusable("\(what) has no name: name a folder") }
  }

  /// A file's path as the publication knows it.
  func path(of file: String) -> String {
    var path = file
    // A shell completes the name of a folder with a slash.
    var publication = publication
    while publication.count > 1, publication.hasSuffix("/") { publication.removeLast() }
    publication = PublicationOptions.withoutDots(publication)
    path = PublicationOptions.withoutDots(path)
    if path.hasPrefix("/"), !publication.hasPrefix("/"), let root = realpath(publication, nil) {
      defer { free(root) }
      let folder = String(cString: root) + "/"
      if path.hasPrefix(folder) { path.removeFirst(folder.count) }
    }
    if path.hasPrefix(publication + "/") { path.removeFirst(publication.count + 1) }
    return PublicationOptions.withoutDots(path)
  }

  /// A path without what leads nowhere at its beginning: `./a`, `.//a`.
  private static func withoutDots(_ path: String) -> String {
    var path = path
    while path.hasPrefix("./"), path.count > 2 {
      path.removeFirst(2)
      while path.hasPrefix("/"), path.count > 1 { path.removeFirst() }
    }
    return path
  }

  /// The settings that these options make.
  func settings(drafts: Bool = false) -> Settings {
    let jobs = jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    Heaps.limit(to: jobs)
    return Settings(root: publication, asOf: asOf ?? Today.day, jobs: jobs, drafts: drafts)
  }
}

extension Day: ExpressibleByArgument {
  /// Reads `YYYY-MM-DD`.
  public init?(argument: String) { self.init(argument) }
}
