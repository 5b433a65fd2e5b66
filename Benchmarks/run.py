#!/usr/bin/env python3
"""Times Tearline, Hugo and the floor over the same corpora, in one run, and writes the results.

    run.py --tearline EXECUTABLE --hugo EXECUTABLE --floor EXECUTABLE [--sizes 100,1000,10000]

The programs take turns, so that a machine that grows slower in the middle is slower for all. Each
begins without any output of an earlier run. Corpora and sites lie in memory where there is a file
system for that, so that no disk is measured.
"""

import argparse
import datetime
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import corpus

HERE = Path(__file__).resolve().parent
AS_OF = "2026-11-22"
AUDIENCES = {"national": (3, True), "local": (1, True), "public": (0, False)}


class Measured:
    """Wall time in seconds, processor time in seconds and peak memory in MB of one command."""

    def __init__(self, seconds, busy, memory):
        self.seconds, self.busy, self.memory = seconds, busy, memory


def measure(command, environment=None, allowed=(0,)):
    """Runs one command to its end."""
    began = time.monotonic()
    process = subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env={**os.environ, **(environment or {})})
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in allowed:
        sys.exit(f"{command[0]} ended with {process.returncode}:\n{output.decode()[-2000:]}")
    return Measured(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


class Bench:
    """One corpus and the programs that publish it."""

    def __init__(self, folder, given):
        self.folder, self.given = folder, given
        self.output = folder / "output"

    def prepare(self, count):
        shutil.rmtree(self.folder, ignore_errors=True)
        corpus.write(self.folder, count, self.given.seed, ["en"], self.given.withheld)
        hugo = self.folder / "hugo"
        shutil.copytree(HERE / "hugo" / "layouts", hugo / "layouts")
        shutil.copy(HERE / "hugo" / "hugo.toml", hugo)
        (hugo / "content" / "en" / "about.md").write_text(
            "---\ntitle: About\nlayout: about\noutputs: [html]\n---\nWhat this site is.\n")

    def clear(self):
        shutil.rmtree(self.output, ignore_errors=True)

    def floor(self):
        return measure([self.given.floor, self.folder / "tearline" / "briefings", self.output])

    def tearline(self):
        return measure([
            self.given.tearline, "build", "--quiet", "-C", self.folder / "tearline",
            "--as-of", AS_OF, "--output", self.output])

    def check(self):
        return measure([
            self.given.tearline, "check", "--quiet", "-C", self.folder / "tearline",
            "--as-of", AS_OF])

    def view(self):
        briefings = self.folder / "tearline" / "briefings"
        name = sorted(os.listdir(briefings))[len(os.listdir(briefings)) // 2]
        return measure([
            self.given.tearline, "view", "-C", self.folder / "tearline", "--as", "local",
            "--as-of", AS_OF, f"briefings/{name}"])

    def version(self):
        return measure([self.given.tearline, "--version"])

    def hugo(self):
        """One run for each audience: Hugo has one set of parameters a run."""
        runs = []
        self.output.mkdir()
        for audience, (clearance, tokens) in AUDIENCES.items():
            runs.append(measure(
                [self.given.hugo, "--logLevel", "error", "--source", self.folder / "hugo",
                 "--destination", self.output / audience, "--cacheDir", self.folder / "cache",
                 "--noBuildLock"],
                {"HUGO_PARAMS_AUDIENCE": audience, "HUGO_PARAMS_CLEARANCE": str(clearance),
                 "HUGO_PARAMS_TOKENS": "true" if tokens else "false",
                 "HUGO_BASEURL": f"https://{audience}.example.org/"}))
        return Measured(
            sum(run.seconds for run in runs), sum(run.busy for run in runs),
            max(run.memory for run in runs))


def median(runs, value):
    return statistics.median(getattr(run, value) for run in runs)


def files(folder):
    count = size = 0
    for path, _, names in os.walk(folder):
        count += len(names)
        size += sum(os.lstat(os.path.join(path, name)).st_size for name in names)
    return count, size


def run(bench, count, rounds):
    """The runs of one size, by program, and what each of them wrote."""
    bench.prepare(count)
    results, written = {}, {}
    programs = ["floor", "tearline", "check", "view", "version"]
    if bench.given.hugo:
        programs.insert(1, "hugo")
    for number in range(rounds):
        for name in programs:
            bench.clear()
            results.setdefault(name, []).append(getattr(bench, name)())
            if number == 0 and name in ("floor", "hugo", "tearline"):
                written[name] = files(bench.output)
            print(f"{count:>7} {name:<9} {results[name][-1].seconds:8.3f} s "
                  f"{results[name][-1].memory:7.0f} MB", file=sys.stderr)
    bench.clear()
    return results, written


def processor():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":")[1].strip()
    return platform.machine()


def first_line(command):
    return subprocess.run(
        command, capture_output=True, text=True, check=True).stdout.strip().splitlines()[0]


def report(measured, given, in_memory):
    """The page: what was measured, where, and how to repeat it."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    lines = [
        "# Performance", "",
        "Written by `make bench`; do not edit. [Benchmarks/](../Benchmarks/README.md) says what is",
        "measured and how to repeat it.", "",
        f"- Date: {datetime.date.today().isoformat()}",
        f"- Machine: {len(os.sched_getaffinity(0))} cores ({processor()}), {memory:.0f} GiB, "
        f"Linux {platform.release().split('-')[0]}, files "
        + ("in memory" if in_memory else "on disk"),
        f"- Programs: Tearline {first_line([given.tearline, '--version'])}"
        + (f", Hugo {first_line([given.hugo, 'version']).split()[1].split('-')[0].lstrip('v')}"
           if given.hugo else "")
        + f"; medians of {given.rounds} rounds in which they take turns",
        f"- Corpus: seed {given.seed}, {given.withheld:.0%} of the portions withheld from the public",
        "", "## Three editions", "",
        "| briefings | floor, one core | Hugo | Tearline | faster than Hugo | times the floor "
        "| per briefing |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for count, (results, _) in measured.items():
        floor, ours = median(results["floor"], "seconds"), median(results["tearline"], "seconds")
        hugo = median(results["hugo"], "seconds") if "hugo" in results else None
        lines.append(
            f"| {count:,} | {floor:.2f} s | " + (f"{hugo:.2f} s" if hugo else "–")
            + f" | {ours:.2f} s | " + (f"{hugo / ours:.1f}" if hugo else "–")
            + f" | {ours / floor:.1f} | {ours / count * 1000:.3f} ms |")
    lines += [
        "", "## Memory, processor time and files", "",
        "| briefings | Tearline, peak | processor time | files | Hugo, peak | processor time | files |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for count, (results, written) in measured.items():
        row = f"| {count:,} "
        for name in ("tearline", "hugo"):
            if name in results:
                number, size = written[name]
                row += (f"| {median(results[name], 'memory'):.0f} MB "
                        f"| {median(results[name], 'busy'):.2f} s "
                        f"| {number:,} ({size / 1e6:.0f} MB) ")
            else:
                row += "| – | – | – "
        lines.append(row + "|")
    lines += [
        "", "## Other commands", "",
        "| briefings | `check` | its peak memory | `view` of one briefing | `--version` |",
        "| ---: | ---: | ---: | ---: | ---: |"]
    for count, (results, _) in measured.items():
        lines.append(
            f"| {count:,} | {median(results['check'], 'seconds'):.2f} s "
            f"| {median(results['check'], 'memory'):.0f} MB "
            f"| {median(results['view'], 'seconds') * 1000:.0f} ms "
            f"| {median(results['version'], 'seconds') * 1000:.0f} ms |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tearline", type=Path, required=True)
    parser.add_argument("--floor", type=Path, required=True)
    parser.add_argument("--hugo", type=Path, help="left out: Hugo is not timed")
    parser.add_argument("--sizes", default="100,1000,10000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--withheld", type=float, default=0.5)
    parser.add_argument("--folder", type=Path, help="where corpora and sites are put")
    parser.add_argument("--write", type=Path, help="the page that the results are written to")
    given = parser.parse_args()
    in_memory = given.folder is None and os.access("/dev/shm", os.W_OK)
    parent = given.folder or (Path("/dev/shm") if in_memory else Path(tempfile.gettempdir()))
    for name in ("tearline", "floor", "hugo"):
        if getattr(given, name):
            setattr(given, name, getattr(given, name).absolute())
    measured = {}
    with tempfile.TemporaryDirectory(prefix="tearline-bench-", dir=parent) as folder:
        bench = Bench(Path(folder) / "corpus", given)
        for count in map(int, given.sizes.split(",")):
            measured[count] = run(bench, count, given.rounds)
    page = report(measured, given, in_memory)
    print(page)
    if given.write:
        given.write.write_text(page)


if __name__ == "__main__":
    main()
