#!/usr/bin/env python3
"""Counts the instructions of a build by stage, and holds them against a baseline.

    stages.py --tearline EXECUTABLE [--baseline FILE] [--update] [--count 50]

Instructions under Valgrind hardly change from run to run and machine to machine, where times do.
They do change with the compiler and the libraries, so the baseline names these, and is compared only
where they are the same. A stage holds what is called from it: some stages are parts of others.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import corpus

AS_OF = "2026-11-22"
ALLOWED = 1.10
# By the beginning of the function's name.
STAGES = {
    "front matter, YAML": "YAMLReader.read()",
    "front matter, fields": "FrontMatterReader.read(",
    "body, portions and labels": "BodyReader.read(_:_:isLast:)",
    "Markdown parser, all calls": "Parser.parse<",
    "check of the door": "EditionCheck.sent(",
    "door, what is visible": "Door.verdict(",
    "door, links and Markdown": "Door.release(_:among:)",
    "pages": "SiteBuilder.render(",
    "pages, bodies": "BodyWriter.body(",
    "pages, templates": "TemplateSet.render(_:within:",
    "hashing and writing": "Staging.write(_:)",
    "audit, all": "Auditor.findings<A>(in:isWhole:on:)",
    "audit, sources": "SuspectTable.init<A>(_:keeping:on:)",
    "audit, editions": "Look.through<A>(",
}


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def toolchain():
    swift = output("swift", "--version").splitlines()[0]
    packages = output(
        "dpkg-query", "-W", "-f", "${Package} ${Version}, ", "libc6", "libcmark-gfm0.29.0.gfm.6",
        "libmimalloc2.0", "valgrind")
    # Libraries choose their loops by the processor, as far as Valgrind has it.
    wide = "avx2" in Path("/proc/cpuinfo").read_text().split()
    return f"{swift}; {packages.rstrip(', ')}; {'AVX2' if wide else 'no AVX2'}"


def profile(executable, arguments, folder):
    """Instructions in all, and by demangled function, those of what it calls included."""
    file = folder / "profile"
    subprocess.run(
        ["valgrind", "--quiet", "--tool=callgrind", f"--callgrind-out-file={file}", executable,
         *map(str, arguments)],
        check=True, stdout=subprocess.DEVNULL,
        env={**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"})
    lines = output("callgrind_annotate", "--inclusive=yes", "--threshold=100", str(file))
    demangled = subprocess.run(
        ["swift", "demangle", "--compact", "--simplified"], input=lines, capture_output=True,
        text=True, check=True).stdout
    total, functions = 0, {}
    for line in demangled.splitlines():
        found = re.match(r"\s*([\d,]+) \([ \d.]+%\)\s+(.*?)(?: \[[^\]]*\])?$", line)
        if not found:
            continue
        count, name = int(found[1].replace(",", "")), found[2]
        if name == "PROGRAM TOTALS":
            total = count
            continue
        name = re.sub(r"^(\?\?\?:)?(specialized |static )*", "", name)
        # A function that calls itself stands in the list again for each time.
        if not name.endswith("'2"):
            functions[name] = functions.get(name, 0) + count
    return total, functions


def measure(executable, count):
    """Instructions by stage: of a start, and for each briefing."""
    with tempfile.TemporaryDirectory(prefix="tearline-stages-") as folder:
        folder = Path(folder)
        # Valgrind cannot read the debug information that newer compilers write.
        bare = folder / "tearline"
        output("strip", "-g", "-o", str(bare), str(executable))
        corpus.write(folder / "corpus", count, 1, ["en"], 0.5)
        result = {"start": profile(bare, ["--version"], folder)[0]}
        total, functions = profile(
            bare, ["build", "--quiet", "--jobs", "1", "-C", folder / "corpus" / "tearline",
                   "--as-of", AS_OF, "--output", folder / "site"], folder)
    for stage, start in STAGES.items():
        counts = [number for name, number in functions.items() if name.startswith(start)]
        if counts:
            result[stage] = sum(counts) // count
    result["whole build"] = total // count
    return result


def compare(measured, baseline):
    """What has grown by more than is allowed, or is gone."""
    worse = []
    for stage, before in baseline.items():
        if stage not in measured:
            worse.append(f"{stage}: not found; the function was renamed or inlined")
        elif measured[stage] > before * ALLOWED:
            worse.append(f"{stage}: {measured[stage]:,} where {before:,} were "
                         f"(+{measured[stage] / before - 1:.0%})")
    return worse


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tearline", type=Path, required=True)
    parser.add_argument("--baseline", type=Path)
    parser.add_argument("--update", action="store_true", help="make this run the baseline")
    parser.add_argument("--count", type=int, default=50)
    given = parser.parse_args()
    measured, tools = measure(given.tearline, given.count), toolchain()
    for stage, number in measured.items():
        print(f"{number:>14,}  {stage}" + ("" if stage == "start" else ", for each briefing"))
    missing = [stage for stage in STAGES if stage not in measured]
    if given.update and missing:
        sys.exit(f"not found; the function was renamed or inlined: {', '.join(missing)}")
    if given.update:
        given.baseline.write_text(
            json.dumps({"toolchain": tools, "count": given.count, "instructions": measured}, indent=2)
            + "\n")
    elif given.baseline and not given.baseline.exists():
        sys.exit(f"there is no {given.baseline} yet; make bench-baseline writes it")
    elif given.baseline:
        baseline = json.loads(given.baseline.read_text())
        if baseline["toolchain"] != tools or baseline["count"] != given.count:
            print(f"not compared: the baseline is of another toolchain\n  {baseline['toolchain']}\n"
                  f"  {tools}")
            return
        worse = compare(measured, baseline["instructions"])
        if worse:
            sys.exit("more than a tenth over the baseline:\n  " + "\n  ".join(worse)
                     + "\nmake bench-baseline makes this the baseline, where it is worth it")


if __name__ == "__main__":
    main()
