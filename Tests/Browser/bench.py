"""What every check works with: the editions, their servers, one browser, a place for pictures."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page as Tab, Playwright

from editions import Edition, Page, cover
from servers import Server

#: Pages that are open at the same time. The work is done in processes of the browser.
TABS = max(2, len(os.sched_getaffinity(0)))


@dataclass
class Bench:
    editions: list[Edition]
    servers: dict[str, Server]
    browser: Browser
    artefacts: Path
    #: Whether each edition is looked at by itself, or all of them together.
    thorough: bool = True
    #: Whether axe sees each sample in every way.
    every: bool = False
    #: What the run as a whole has measured, to be printed behind the name of the check.
    figures: dict[str, str] = field(default_factory=dict)

    @property
    def pages(self) -> list[Page]:
        return [page for edition in self.editions for page in edition.pages]

    @property
    def results(self) -> list[Page]:
        return [page for edition in self.editions for page in edition.results]

    @property
    def samples(self) -> list[Page]:
        """The pages that stand for all, and those that a search makes; in a look that is not
        thorough those of all editions together."""
        if not self.thorough:
            return cover(self.pages) + self.results[:1]
        return [page for edition in self.editions for page in edition.samples + edition.results]

    @property
    def few(self) -> list[Page]:
        """The samples of one language an edition, each edition in its turn: for what depends on how
        a page is built, and not on its words."""
        if not self.thorough:
            return self.samples
        chosen = []
        for index, edition in enumerate(self.editions):
            samples = edition.samples + edition.results
            languages = sorted({page.document.language for page in samples})
            language = languages[index % len(languages)]
            chosen += [page for page in samples if page.document.language == language]
        return chosen

    @asynccontextmanager
    async def tab(self, width: int = 1280, height: int = 800, **options: Any):
        """A tab of its own context, which shares no storage with any other."""
        context = await self.browser.new_context(
            ignore_https_errors=True, viewport={"width": width, "height": height}, **options)
        try:
            tab = await context.new_page()
            # A busy machine is slow, and no fault of the page.
            tab.set_default_timeout(180_000)
            yield tab
        finally:
            await context.close()

    async def each(
        self, items: Iterable[Any], work: Callable[[Tab, Any], Awaitable[list[str]]],
        **options: Any,
    ) -> list[str]:
        """Findings of `work` on each item, in the order of the items; each of a few tabs takes the
        next item when it has done one."""
        waiting = list(enumerate(items))[::-1]
        results: list[list[str]] = [[] for _ in waiting]

        async def tab_work() -> None:
            async with self.tab(**options) as tab:
                while waiting:
                    index, item = waiting.pop()
                    results[index] = await work(tab, item)

        await asyncio.gather(*(tab_work() for _ in range(TABS)))
        return [finding for found in results for finding in found]


async def launch(playwright: Playwright, servers: Iterable[Server]) -> Browser:
    """Debian's Chromium, for which the hosts of the editions are the servers under test, and no
    other host exists."""
    executable = shutil.which("chromium")
    if not executable:
        raise FileNotFoundError("chromium is not installed: apt-get install chromium")
    rules = [
        f"MAP {server.edition.host}:443 127.0.0.1:{server.port}" for server in servers
    ] + ["MAP * ~NOTFOUND"]
    arguments = [f"--host-resolver-rules={', '.join(rules)}", "--no-proxy-server"]
    if os.getuid() == 0:
        arguments.append("--no-sandbox")
    return await playwright.chromium.launch(executable_path=executable, args=arguments)


async def visit(tab: Tab, page: Page) -> None:
    await tab.goto(page.address, wait_until="load")
    if page.query:
        await tab.wait_for_selector("#_results li", timeout=30_000)
