internal import Edition
internal import Release
internal import Search
internal import Site
internal import Template

/// Renders the site of an edition with several threads, in a fixed order of pages.
struct SiteMaker {
  let build: BuildSettings

  /// All pages, or the first template's fault.
  func pages(of edition: Edition, theme: Theme) -> Result<[Page], TemplateFault> {
    let builder = SiteBuilder(
      edition: edition, theme: theme,
      options: SiteOptions(drafts: build.settings.drafts, search: build.search),
      releasedMarkdown: ReleasedMarkdown.file)
    let parallel = Parallel(jobs: build.settings.jobs)
    let rendered = parallel.map(Array(0..<builder.unitCount)) {
      unit -> Result<RenderedUnit, TemplateFault> in
      do throws(TemplateFault) {
        return .success(try builder.render(unit: unit))
      } catch {
        return .failure(error)
      }
    }
    var units: [RenderedUnit] = []
    for result in rendered {
      switch result {
      case .success(let unit): units.append(unit)
      case .failure(let fault): return .failure(fault)
      }
    }
    return .success(units.flatMap(\.pages) + builder.searchIndex(of: units, on: parallel))
  }
}

extension Parallel: Crew {}
