public import Diagnostics
internal import Dispatch
internal import Manuscript
internal import Preview

/// What a preview is asked for.
public struct ServeSettings: Sendable {
  /// What every run is asked.
  public var settings: Settings
  /// The audiences to show; none for all.
  public var audiences: [String]
  /// Whether to look at the folder from time to time, instead of being told of changes.
  public var polls: Bool

  /// These settings.
  public init(settings: Settings, audiences: [String], polls: Bool) {
    self.settings = settings
    self.audiences = audiences
    self.polls = polls
  }
}

/// What a preview tells about itself.
public enum ServeNews: Sendable {
  /// The publication was read; these are the ids of the audiences that are shown.
  case ready(audiences: [String])
  /// The publication was read, for the first time or after a change, and this was found, sorted.
  case read([Diagnostic], build: Int)
  /// There is no publication.
  case refused(Findings)
  /// It cannot be carried out as it was asked for.
  case unusable(String)
}

/// Why there is no preview.
public struct PreviewFault: Error, Sendable {
  /// What is wrong.
  public var message: String
  /// What to do.
  public var help: String
  /// Whether another port may do.
  public var isPortTaken: Bool
}

/// A preview of a publication: a server, and what watches the folder and builds in memory.
public final class LivePreview: Sendable {
  private let serve: ServeSettings
  private let server: PreviewServer
  private let watch: FolderWatch
  private let site = LiveSite()
  private let running = DispatchGroup()

  /// A preview that listens at `port` of the loopback addresses; at a free one for 0.
  public init(_ serve: ServeSettings, port: Int) throws(PreviewFault) {
    do throws(PortFault) {
      guard let watch = FolderWatch(root: serve.settings.root, polls: serve.polls) else {
        throw .unavailable(port)
      }
      self.serve = serve
      self.watch = watch
      server = try PreviewServer(port: port)
    } catch {
      throw PreviewFault(
        message: error.message, help: error.help, isPortTaken: error == .taken(port))
    }
  }

  /// The port that it listens at.
  public var port: Int { server.port }

  /// Begins to build, to watch and to serve, on threads of its own.
  ///
  /// - Parameter news: told what happens, on one of these threads.
  public func start(_ news: @escaping @Sendable (ServeNews) -> Void) {
    DispatchQueue(label: "tearline.serve").async(group: running) { [server, site] in
      server.run(site)
    }
    DispatchQueue(label: "tearline.watch").async(group: running) { [self] in follow(news) }
  }

  /// Stops, and waits until nothing runs any more.
  public func stop() {
    watch.stop()
    server.stop()
    running.wait()
  }

  /// Reads the publication, and again after each change.
  private func follow(_ news: (ServeNews) -> Void) {
    var live = LivePublication(serve.settings)
    var builds = LiveBuilds(serve)
    repeat {
      let update = live.update()
      if builds.number == 0,
        update.findings.sorted.contains(where: { $0.code == "publication/missing" })
      {
        return news(.refused(update.findings))
      }
      switch builds.take(update) {
      case .nothingNew: break
      case .unknownAudience(let message): return news(.unusable(message))
      case .state(let build, let isFirst):
        if let build { site.show(build) }
        server.publish(builds.state)
        if isFirst, let build { news(.ready(audiences: build.audiences.map(\.id))) }
        news(.read(builds.findings ?? [], build: builds.number))
      }
      guard watch.wait(watch.cover(update.folders)) else { return }
    } while true
  }
}
