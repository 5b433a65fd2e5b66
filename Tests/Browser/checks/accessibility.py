"""axe-core on each kind of page, at three widths, light and dark (WCAG 2.2 AA, good practice)."""

from importlib.resources import files

from bench import Bench, visit
from editions import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
#: The rules that look at colours. No other can find in dark what it does not find in light.
COLOURS = ["color-contrast", "link-in-text-block"]
WIDTHS = [320, 768, 1280]
FORCED = ("forced", 1280)
RUN = """async (tags) => {
  const results = await axe.run(document, {runOnly: tags, resultTypes: ['violations'],
    preload: false});
  return results.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')}`));
}"""


def ways(bench: Bench) -> dict[Page, list[tuple[str, int]]]:
    """For each sample the schemes and widths to look at it in. The first page of a kind, in each
    language of each edition, is seen small and wide in light; what is left to see of the kind (768
    px, dark at each width, forced colours) the editions share between them, so that each kind in
    each language is seen in every way. Pages that are there for a piece or two that the first has
    not are seen in one way. With `bench.every` all are seen in all."""
    chosen: dict[Page, list[tuple[str, int]]] = {}
    turns: dict[tuple[str, str, bool], int] = {}
    seen: set[tuple[str, str, str, bool]] = set()
    whole = [(scheme, width) for scheme in ["light", "dark"] for width in WIDTHS] + [FORCED]
    for index, page in enumerate(bench.samples):
        kind = (page.document.language, page.kind, bool(page.query))
        if bench.every:
            chosen[page] = whole
        elif (page.edition.name, *kind) in seen or not bench.thorough:
            width = WIDTHS[index % len(WIDTHS)]
            chosen[page] = [("light", width), ("dark", width)]
        else:
            turn = turns[kind] = turns.get(kind, -1) + 1
            rest = [("dark", 320), ("dark", 768), ("dark", 1280), ("light", 768), FORCED]
            # Not every edition has every kind.
            holders = sum(any(other.kind == page.kind and other.document.language == kind[0]
                              for other in edition.pages) for edition in bench.editions)
            share = rest[turn::max(1, holders)]
            chosen[page] = [("light", 320), ("light", 1280)] + share
        seen.add((page.edition.name, *kind))
    return chosen


async def check(bench: Bench) -> list[str]:
    runs = 0
    samples = ways(bench)

    async def examine(tab, page) -> list[str]:
        nonlocal runs
        found = []
        await visit(tab, page)
        await tab.evaluate(AXE)
        for scheme, width in samples[page]:
            forced = scheme == "forced"
            await tab.set_viewport_size({"width": width, "height": 800})
            await tab.emulate_media(color_scheme="light" if forced else scheme,
                                    forced_colors="active" if forced else "none")
            runs += 1
            for violation in await tab.evaluate(RUN, TAGS if scheme == "light" else COLOURS):
                found.append(f"{page} at {width} px, {scheme}: {violation}")
        return found

    found = await bench.each(samples, examine)
    bench.figures["accessibility"] = f"{runs} runs of axe on {len(samples)} pages"
    return found
