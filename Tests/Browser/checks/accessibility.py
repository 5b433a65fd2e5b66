"""axe-core on each kind of page, at three widths, light and dark (WCAG 2.2 AA, good practice)."""

from importlib.resources import files

from bench import Bench, visit

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
#: The rules that look at colours. No other can find in dark what it does not find in light.
COLOURS = ["color-contrast", "link-in-text-block"]
WIDTHS = [320, 768, 1280]
RUN = """async (tags) => {
  const results = await axe.run(document, {runOnly: tags, resultTypes: ['violations'],
    preload: false});
  return results.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')}`));
}"""


async def check(bench: Bench) -> list[str]:
    runs = 0
    samples = bench.samples
    # The first page of each kind in each language at every width; those that are there for a piece
    # or two that the first has not, at one of them in their turn.
    firsts, seen = set(), set()
    for index, page in enumerate(samples):
        kind = (page.edition.name, page.document.language, page.kind, bool(page.query))
        if bench.thorough and kind not in seen:
            firsts.add(index)
        seen.add(kind)

    async def examine(tab, page) -> list[str]:
        nonlocal runs
        found = []
        await visit(tab, page)
        await tab.evaluate(AXE)
        index = samples.index(page)
        widths = WIDTHS if index in firsts else [WIDTHS[index % len(WIDTHS)]]
        for scheme in ["light", "dark"]:
            for width in widths:
                await tab.set_viewport_size({"width": width, "height": 800})
                await tab.emulate_media(color_scheme=scheme)
                runs += 1
                for violation in await tab.evaluate(RUN, TAGS if scheme == "light" else COLOURS):
                    found.append(f"{page} at {width} px, {scheme}: {violation}")
        await tab.emulate_media(color_scheme="light", forced_colors="active")
        runs += 1
        found += [f"{page} in forced colours: {violation}"
                  for violation in await tab.evaluate(RUN, COLOURS)]
        await tab.emulate_media(forced_colors="none")
        return found

    found = await bench.each(samples, examine)
    bench.figures["accessibility"] = f"{runs} runs of axe on {len(samples)} pages"
    return found
