"""Checks built editions in a real browser, served by a real nginx with the headers of
`docs/servers/`. Prints findings, and at the end how many checks passed and failed; exits with 1
if any failed, with 2 if a program is missing."""

from __future__ import annotations

import argparse
import asyncio
import importlib
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path

from playwright.async_api import async_playwright

import faults
import servers
from bench import Bench, launch
from editions import editions

CHECKS = ["markup", "links", "formats", "headers", "strictness", "weight", "accessibility",
          "layout", "keyboard", "script_off", "paper", "pictures"]
PROGRAMS = ["chromium", "nginx", "apache2", "caddy", "java", "openssl"]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sites", nargs="+", type=Path,
                        help="output folders of tearline build; the first is seen most closely")
    parser.add_argument("--only", default="", help="names of checks, with commas between")
    parser.add_argument("--faults", action="store_true",
                        help="put faults into a copy of the first, and see that they are found")
    parser.add_argument("--every", action="store_true",
                        help="axe at every width, light, dark and forced, on every sample")
    parser.add_argument("--artefacts", type=Path, default=Path(".build/browser/artefacts"),
                        help="where pictures and printed pages go")
    return parser.parse_args()


async def examine(
    site: Path, names: list[str], artefacts: Path, thorough: bool, every: bool,
) -> list[bool]:
    """Runs the checks on the editions of one publication; which of them passed."""
    found = editions(site)
    if not found:
        raise SystemExit(f"{site} holds no edition: build it first")
    passed = []
    with tempfile.TemporaryDirectory(prefix="tearline-browser-") as folder:
        running = {}
        try:
            for edition in found:
                running[edition.name] = servers.start("nginx", edition, Path(folder))
            async with async_playwright() as playwright:
                browser = await launch(playwright, running.values())
                bench = Bench(found, running, browser, artefacts, thorough, every)
                for name in names:
                    passed.append(await one(name, bench))
                await browser.close()
        finally:
            for server in running.values():
                server.stop()
    return passed


async def one(name: str, bench: Bench) -> bool:
    began = time.monotonic()
    try:
        findings = await importlib.import_module(f"checks.{name}").check(bench)
    except Exception:  # A check that cannot be made has not passed; the others go on.
        findings = [traceback.format_exc()]
    seconds = time.monotonic() - began
    verdict = "passed" if not findings else f"{len(findings)} findings"
    print(f"{name:14}{verdict:16}{seconds:6.1f} s  {bench.figures.get(name, '')}", flush=True)
    for finding in findings[:40]:
        print(f"  {finding}", flush=True)
    if len(findings) > 40:
        print(f"  … and {len(findings) - 40} more", flush=True)
    return not findings


async def try_faults(site: Path, artefacts: Path) -> list[bool]:
    """Sees that the checks find what is wrong; for each fault, whether it was found."""
    began = time.monotonic()
    missed = await faults.seed(site, artefacts / "faults")
    verdict = "all found" if not missed else f"{len(missed)} missed"
    print(f"{'faults':14}{verdict:16}{time.monotonic() - began:6.1f} s  {len(faults.FAULTS)} faults")
    for fault in missed:
        print(f"  {fault}")
    return [False] * len(missed) + [True] * (len(faults.FAULTS) - len(missed))


def main() -> int:
    # Ended from outside, it ends its servers and its browser too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    options = arguments()
    names = options.only.split(",") if options.only else CHECKS
    if missing := [name for name in PROGRAMS if not servers.program(name)]:
        print(f"not installed: {', '.join(missing)}; nothing was checked")
        return 2
    passed = []
    for site in options.sites:
        print(f"{site}: {', '.join(edition.name for edition in editions(site))}", flush=True)
        passed += asyncio.run(examine(
            site, names, options.artefacts / site.resolve().parent.name,
            thorough=site == options.sites[0], every=options.every))
    if options.faults:
        passed += asyncio.run(try_faults(options.sites[0], options.artefacts))
    print(f"{passed.count(True)} passed, {passed.count(False)} failed")
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
