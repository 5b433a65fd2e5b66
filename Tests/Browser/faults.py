"""Faults put into a copy of an edition, each of which one check has to find: a check that finds
nothing says something only if it finds what is there."""

from __future__ import annotations

import importlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import async_playwright

import servers
from bench import Bench, launch
from editions import Edition, Page


@dataclass(frozen=True)
class Fault:
    """What is wrong: the check that has to say so, and some words of what it says; what stands in
    the file, and what comes in its place; the page that shows it."""

    check: str
    says: str
    old: str
    new: str
    file: str = "en/about/index.html"
    page: str = "en/about/"

    @contextmanager
    def put(self, folder: Path) -> Iterator[None]:
        """Changes the file in a copy of an edition, for as long as it is looked at."""
        path = next(folder.glob(self.file))
        text = path.read_text("utf-8")
        if self.old not in text:
            raise ValueError(f"{self.file} has no “{self.old}”: adapt Tests/Browser/faults.py")
        path.write_text(text.replace(self.old, self.new, 1), "utf-8")
        try:
            yield
        finally:
            path.write_text(text, "utf-8")


@dataclass
class OnePage(Bench):
    """A bench for the page of a fault alone."""

    path: str = ""

    @property
    def pages(self) -> list[Page]:
        return [page for page in self.editions[0].pages if page.path == self.path]

    @property
    def results(self) -> list[Page]:
        return []

    @property
    def samples(self) -> list[Page]:
        return self.pages

    @property
    def few(self) -> list[Page]:
        return self.pages


STYLE = "assets/style.*.css"
MAIN = '<main id="_main" class="wrap" tabindex="-1">'
FAULTS = [
    Fault("markup", "Duplicate ID", MAIN, MAIN + '<p id="x"></p><p id="x"></p>'),
    Fault("markup", "lacks heading", MAIN, MAIN + "<section><p>A section without a heading</p></section>"),
    Fault("links", "leads nowhere", MAIN, MAIN + '<a href="../none/">none</a>'),
    Fault("links", "no such anchor", MAIN, MAIN + '<a href="#none">none</a>'),
    Fault("links", "leads to another host", MAIN, MAIN + '<img alt="" src="https://a.example/b">'),
    Fault("formats", "is no time", "<updated>", "<updated>yesterday ", "en/feed.xml"),
    Fault("formats", "cannot be read", "<summary>", "<summary><x>", "en/feed.xml"),
    Fault("formats", "× title", "<title>", "<title>A</title><title>", "en/feed.xml"),
    Fault("formats", "version", "jsonfeed.org/version/1.1", "jsonfeed.org/version/1", "en/feed.json"),
    Fault("formats", "not as listed", MAIN, MAIN + " "),
    Fault("formats", "expires", "Expires: 2", "Expires: 1", ".well-known/security.txt"),
    Fault("formats", "not listed", "<loc>", "<loc>https://a.example/", "sitemap.xml"),
    Fault("strictness", "Content Security Policy", MAIN, MAIN + '<p style="color: red">red</p>'),
    Fault("strictness", "Content Security Policy", "</head>", "<script>let a = 1</script></head>"),
    Fault("strictness", "asks", MAIN, MAIN + '<a id="t">t</a><img alt="" src="//a.example/b.png">'),
    Fault("strictness", "answers 404", MAIN, MAIN + '<img alt="" src="none.png">'),
    Fault("strictness", "wider than", MAIN, MAIN + '<canvas width="2000" height="9"></canvas>'),
    Fault("strictness", "target of", MAIN, MAIN + '<p><a href="#_main">i</a></p>'),
    Fault("weight", "bytes, more than", "</main>", "".join(
        f"&#{33 + i * i * 7919 % 90};{i * 7919 % 10007}" for i in range(60_000)) + "</main>"),
    Fault("accessibility", "image-alt", MAIN, MAIN + '<img src="../../favicon.ico">'),
    Fault("accessibility", "color-contrast", "--soft: #4b5561", "--soft: #b0b0b0", STYLE),
    Fault("accessibility", "html-has-lang", '<html lang="en">', "<html>"),
    Fault("layout", "does not grow", ".lede {", ".lede { font-size: 17px !important;",
          STYLE),
    Fault("layout", "cuts off", ".lede {", ".lede { height: 2rem; overflow: hidden;",
          STYLE),
    Fault("layout", "moves", ".lede {", ".lede { transition: color 1s;", STYLE),
    Fault("keyboard", "first stop", MAIN, MAIN + '<p><a href="#_main" tabindex="1">first</a></p>'),
    Fault("keyboard", "does not show", ":focus-visible {", ":focus-visible { outline: 0 !important; "
          "box-shadow: none !important;", STYLE),
    Fault("keyboard", "is hidden", ".site-nav a {",
          ".site-nav a:focus { position: fixed; left: -40rem; } .site-nav a {", STYLE),
    Fault("paper", "shows", "@media print {", "@media none {", STYLE),
    Fault("paper", "colour of its ground", "@media print {",
          "@media print { .lede { background: #000; color: #000 !important; }", STYLE),
    Fault("paper", "not written out", "main a[href^=\"http\"]", "main b[href^=\"http\"]", STYLE,
          page="en/briefings/ta-2026-3mnz/"),
    Fault("script_off", "does nothing", MAIN, MAIN + "<button>Filter</button>"),
    Fault("script_off", "a form leads to", MAIN, MAIN + '<form action="../none/"></form>'),
]


async def seed(site: Path, artefacts: Path) -> list[str]:
    """Puts each fault into the open edition of the example; those that its check did not find."""
    missed = []
    with tempfile.TemporaryDirectory(prefix="tearline-faults-") as folder:
        copy = Path(folder) / "public"
        shutil.copytree(site / "public", copy)
        server = servers.start("nginx", Edition("public", copy), Path(folder))
        try:
            async with async_playwright() as playwright:
                browser = await launch(playwright, [server])
                for fault in FAULTS:
                    edition = Edition("public", copy)
                    bench = OnePage(
                        [edition], {"public": server}, browser, artefacts, path=fault.page)
                    check = importlib.import_module(f"checks.{fault.check}").check
                    with fault.put(copy):
                        found = await check(bench)
                    if not any(fault.says in finding for finding in found):
                        missed.append(f"{fault.check} does not say “{fault.says}”: {found[:3]}")
                await browser.close()
        finally:
            server.stop()
    return missed
