"""Pictures of each kind of page, small in light and wide in dark, to be looked at by people."""

from bench import Bench, visit


async def check(bench: Bench) -> list[str]:
    taken = 0
    folder = bench.artefacts / "pictures"
    folder.mkdir(parents=True, exist_ok=True)

    async def take(tab, page) -> list[str]:
        nonlocal taken
        await visit(tab, page)
        name = str(page).strip("/").replace("/", "_").replace("?", "")
        for scheme, width in [("light", 360), ("dark", 1280)]:
            await tab.emulate_media(color_scheme=scheme)
            await tab.set_viewport_size({"width": width, "height": 800})
            await tab.screenshot(path=folder / f"{name}_{width}_{scheme}.png", full_page=True)
            taken += 1
        return []

    found = await bench.each(bench.few, take)
    bench.figures["pictures"] = f"{taken} in {folder}"
    return found
