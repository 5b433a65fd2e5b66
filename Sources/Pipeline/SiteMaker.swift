internal import Edition
internal import Release
internal import Search
internal import Site
internal import Template

/// Renders the site of an edition with several threads, in a fixed order of pages.
struct SiteMaker {
  /// How many units are rendered before their pages are written.
  private static let size = 512

  private let builder: SiteBuilder
  private let parallel: Parallel
  /// What the units made so far leave behind, without their pages.
  private var units: [RenderedUnit] = []

  /// Prepares the site of `edition`.
  init(_ edition: Edition, theme: Theme, build: BuildSettings) {
    builder = SiteBuilder(
      edition: edition, theme: theme,
      options: SiteOptions(drafts: build.settings.drafts, search: build.search),
      releasedMarkdown: ReleasedMarkdown.file)
    parallel = Parallel(jobs: build.settings.jobs)
  }

  /// The site in parts, to be made one after the other.
  var parts: [Range<Int>] {
    stride(from: 0, to: builder.unitCount, by: SiteMaker.size).map {
      $0..<min($0 + SiteMaker.size, builder.unitCount)
    }
  }

  /// The pages of a part, or the first template's fault.
  mutating func pages(of part: Range<Int>) -> Result<[Page], TemplateFault> {
    let rendered = parallel.map(Array(part)) {
      [builder] unit -> Result<RenderedUnit, TemplateFault> in
      do throws(TemplateFault) {
        return .success(try builder.render(unit: unit))
      } catch {
        return .failure(error)
      }
    }
    var pages: [Page] = []
    for result in rendered {
      switch result {
      case .success(var unit):
        pages += unit.pages
        unit.pages = []
        units.append(unit)
      case .failure(let fault): return .failure(fault)
      }
    }
    return .success(pages)
  }

  /// The files that are made of all parts, when the last of them has been made.
  func lastPages() -> [Page] { builder.searchIndex(of: units, on: parallel) }
}

extension Parallel: Crew {}
