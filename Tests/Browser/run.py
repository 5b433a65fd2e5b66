"""Checks built editions in a real browser, served by a real nginx with the headers of
`docs/servers/`. Prints findings, and exits with 1 if there are any."""

from __future__ import annotations

import argparse
import asyncio
import importlib
import signal
import sys
import tempfile
import time
from pathlib import Path

from playwright.async_api import async_playwright

import faults
import servers
from bench import Bench, launch
from editions import editions

CHECKS = ["markup", "links", "formats", "headers", "strictness", "weight", "accessibility",
          "layout", "keyboard", "script_off", "paper", "pictures"]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sites", nargs="+", type=Path, help="output folders of tearline build")
    parser.add_argument("--only", default="", help="names of checks, with commas between")
    parser.add_argument("--faults", action="store_true",
                        help="put faults into a copy of the first, and see that they are found")
    parser.add_argument("--artefacts", type=Path, default=Path(".build/browser/artefacts"),
                        help="where pictures and printed pages go")
    return parser.parse_args()


async def examine(site: Path, names: list[str], artefacts: Path) -> int:
    """Runs the checks on the editions of one publication; the number of findings."""
    found = editions(site)
    if not found:
        raise SystemExit(f"{site} holds no edition: build it first")
    total = 0
    with tempfile.TemporaryDirectory(prefix="tearline-browser-") as folder:
        running = {}
        try:
            for edition in found:
                running[edition.name] = servers.start("nginx", edition, Path(folder))
            async with async_playwright() as playwright:
                browser = await launch(playwright, running.values())
                bench = Bench(found, running, browser, artefacts)
                for name in names:
                    total += await one(name, bench)
                await browser.close()
        finally:
            for server in running.values():
                server.stop()
    return total


async def one(name: str, bench: Bench) -> int:
    began = time.monotonic()
    findings = await importlib.import_module(f"checks.{name}").check(bench)
    seconds = time.monotonic() - began
    verdict = "passed" if not findings else f"{len(findings)} findings"
    print(f"{name:14}{verdict:16}{seconds:6.1f} s  {bench.figures.get(name, '')}", flush=True)
    for finding in findings[:40]:
        print(f"  {finding}", flush=True)
    if len(findings) > 40:
        print(f"  … and {len(findings) - 40} more", flush=True)
    return len(findings)


async def try_faults(site: Path, artefacts: Path) -> int:
    """Sees that the checks find what is wrong; the number of faults that they missed."""
    began = time.monotonic()
    missed = await faults.seed(site, artefacts / "faults")
    verdict = "all found" if not missed else f"{len(missed)} missed"
    print(f"{'faults':14}{verdict:16}{time.monotonic() - began:6.1f} s  {len(faults.FAULTS)} faults")
    for fault in missed:
        print(f"  {fault}")
    return len(missed)


def main() -> int:
    # Ended from outside, it ends its servers and its browser too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    options = arguments()
    names = options.only.split(",") if options.only else CHECKS
    total = 0
    for site in options.sites:
        print(f"{site}: {', '.join(edition.name for edition in editions(site))}", flush=True)
        total += asyncio.run(examine(site, names, options.artefacts / site.resolve().parent.name))
    if options.faults:
        total += asyncio.run(try_faults(options.sites[0], options.artefacts))
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
