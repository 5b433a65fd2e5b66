"""What a first view takes: bytes as nginx sends them, requests, script; and what a query takes."""

from urllib.parse import urlsplit

from bench import Bench, visit
from web import get

BYTES, REQUESTS, SCRIPT, QUERY = 100_000, 8, 12_000, 60_000


async def check(bench: Bench) -> list[str]:
    sizes: dict[tuple[str, str], int] = {}
    largest = {"bytes": 0, "requests": 0, "script": 0, "bytes for a query": 0}

    def size(page, path: str) -> int:
        key = (page.edition.name, path)
        if key not in sizes:
            sizes[key] = get(bench.servers[page.edition.name], path).size
        return sizes[key]

    async def examine(tab, page) -> list[str]:
        # The tab's requests are counted from an empty cache: each sample is a first view.
        asked: dict[str, str] = {}

        def note(request) -> None:
            asked[urlsplit(request.url).path] = request.resource_type

        tab.on("request", note)
        await visit(tab, page)
        tab.remove_listener("request", note)
        for icon in page.document.all("link", rel="icon"):
            # A browser with a window asks for it; one without does not always.
            path = await tab.evaluate("href => new URL(href, document.baseURI).pathname",
                                      icon.attributes["href"])
            asked.setdefault(path, "image")
        # What the script asks for is no part of a first view: it has a measure of its own.
        query = sum(size(page, path) for path, kind in asked.items() if kind == "fetch")
        asked = {path: kind for path, kind in asked.items() if kind != "fetch"}
        total = sum(size(page, path) for path in asked)
        script = sum(size(page, path) for path, kind in asked.items() if kind == "script")
        found = []
        for name, value, limit in [
            ("bytes", total, BYTES), ("requests", len(asked), REQUESTS),
            ("script", script, SCRIPT), ("bytes for a query", query, QUERY),
        ]:
            largest[name] = max(largest[name], value)
            if value > limit:
                found.append(f"{page}: {value} {name}, more than {limit}")
        return found

    found = await bench.each(bench.few, examine)
    bench.figures["weight"] = (
        f"at most {largest['bytes'] / 1000:.0f} kB compressed, {largest['requests']} requests, "
        f"{largest['script'] / 1000:.1f} kB of script, "
        f"{largest['bytes for a query'] / 1000:.0f} kB for a query")
    return found
