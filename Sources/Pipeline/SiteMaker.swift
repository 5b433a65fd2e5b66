internal import Edition
internal import Release
internal import Site
internal import Template

/// Renders the site of an edition with several threads, in a fixed order of pages.
struct SiteMaker {
  let build: BuildSettings

  /// All pages, or the first template's fault.
  func pages(of edition: Edition, theme: Theme) -> Result<[Page], TemplateFault> {
    let builder = SiteBuilder(
      edition: edition, theme: theme, options: SiteOptions(drafts: build.settings.drafts),
      releasedMarkdown: ReleasedMarkdown.file)
    let parallel = Parallel(jobs: build.settings.jobs)
    let rendered = parallel.map(Array(0..<builder.unitCount)) {
      unit -> Result<[Page], TemplateFault> in
      do throws(TemplateFault) {
        return .success(try builder.render(unit: unit))
      } catch {
        return .failure(error)
      }
    }
    var pages: [Page] = []
    for result in rendered {
      switch result {
      case .success(let made): pages += made
      case .failure(let fault): return .failure(fault)
      }
    }
    return .success(pages)
  }
}
