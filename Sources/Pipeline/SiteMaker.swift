internal import Edition
internal import Publish
internal import Release
internal import Search
internal import Site
internal import Template

/// Renders the site of an edition with several threads and writes it, so that no page waits for
/// another: a thread writes what it rendered before it renders more.
struct SiteMaker {
  /// How many units a thread renders before it writes their pages: enough that most of a folder is
  /// written at once, and so few that their pages take no memory to speak of.
  private static let size = 8

  /// Why a site was not written whole.
  enum Fault: Error {
    case template(TemplateFault)
    case publish(PublishFault)
  }

  private let builder: SiteBuilder
  private let parallel: Parallel
  private let progress: Progress

  /// Prepares the site of `edition`.
  init(_ edition: Edition, theme: Theme, build: BuildSettings) {
    parallel = Parallel(jobs: build.settings.jobs)
    progress = build.progress
    builder = SiteBuilder(
      edition: edition, theme: theme,
      options: SiteOptions(drafts: build.settings.drafts, search: build.search), on: parallel,
      releasedMarkdown: ReleasedMarkdown.file)
  }

  /// Writes all of the site but its manifest.
  ///
  /// - Throws: of several faults the one of the first unit, whichever thread came first.
  func write(to staging: Staging) throws(Fault) {
    var units: [RenderedUnit] = []
    // The first part that failed: what comes behind it need not be made.
    let failed = Guarded(Int.max)
    let done = Guarded(0)
    let parts = Self.parts(of: builder.unitCount, Self.size)
    let results = parallel.map(parts) { part in
      let result = write(part, to: staging, failed)
      let count = done.withLock { done in
        done += part.count
        return done
      }
      progress.part(count, of: builder.unitCount)
      return result
    }
    for result in results { units += try result.get() }
    let index = builder.searchIndex(of: units, on: parallel)
    for result in parallel.map(
      Self.parts(of: index.count, Self.size * 8),
      { part in
        Result { () throws(Fault) in try Self.write(index[part], to: staging) }
      })
    {
      try result.get()
    }
  }

  private static func parts(of count: Int, _ size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  /// Writes the pages of a part; what its units leave behind, without their pages.
  private func write(
    _ part: Range<Int>, to staging: Staging, _ failed: Guarded<Int>
  ) -> Result<[RenderedUnit], Fault> {
    guard failed.withLock({ $0 }) > part.lowerBound else { return .success([]) }
    do throws(Fault) {
      var units: [RenderedUnit] = []
      for unit in part { units.append(try render(unit)) }
      try Self.write(units.flatMap(\.pages)[...], to: staging)
      for index in units.indices { units[index].pages = [] }
      return .success(units)
    } catch {
      failed.withLock { $0 = min($0, part.lowerBound) }
      return .failure(error)
    }
  }

  private func render(_ unit: Int) throws(Fault) -> RenderedUnit {
    do throws(TemplateFault) {
      return try builder.render(unit: unit)
    } catch {
      throw .template(error)
    }
  }

  private static func write(_ pages: ArraySlice<Page>, to staging: Staging) throws(Fault) {
    do throws(PublishFault) {
      try staging.write(pages.map { SitePage(path: $0.path, bytes: $0.bytes) })
    } catch {
      throw .publish(error)
    }
  }
}

extension Parallel: Crew {}
