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

    async def examine(tab, page) -> list[str]:
        nonlocal runs
        found = []
        await visit(tab, page)
        await tab.evaluate(AXE)
        widths = WIDTHS if bench.thorough else [WIDTHS[bench.samples.index(page) % len(WIDTHS)]]
        for scheme in ["light", "dark"]:
            for width in widths:
                await tab.set_viewport_size({"width": width, "height": 800})
                await tab.emulate_media(color_scheme=scheme)
                runs += 1
                for violation in await tab.evaluate(RUN, TAGS if scheme == "light" else COLOURS):
                    found.append(f"{page} at {width} px, {scheme}: {violation}")
        return found

    async def in_forced_colours(tab, page) -> list[str]:
        nonlocal runs
        await visit(tab, page)
        await tab.evaluate(AXE)
        runs += 1
        violations = await tab.evaluate(RUN, COLOURS)
        return [f"{page} in forced colours: {violation}" for violation in violations]

    found = await bench.each(bench.samples, examine)
    found += await bench.each(bench.samples, in_forced_colours, forced_colors="active")
    bench.figures["accessibility"] = f"{runs} runs of axe on {len(bench.samples)} pages"
    return found
