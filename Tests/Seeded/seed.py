#!/usr/bin/env python3
"""Compiles the bugs of bugs.txt into copies of the program and reports what catches each of them.

    seed.py [--only PATTERN] [--jobs N] [--report FILE]

Every bug stands behind a switch in a test build: TEARLINE_SEEDED=N turns the N-th on. Bugs that
change the same lines go into different builds. For each bug the tests over random publications run
until one fails, then the worked examples of the rules, then tests of commands and of single rooms;
and the audit, by itself, looks through editions of the same random publications. With no bug turned
on the tests have to pass and the audit has to be silent, or nothing is shown. The report is a table
in Markdown. Exit status 1: there is a bug that the tests did not catch.
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parents[2]
COPY = ROOT / ".build" / "seeded"
SWITCH = """import Glibc

/// Which bug is turned on.
enum Seeded {
  static let number = getenv("TEARLINE_SEEDED").flatMap { Int(String(cString: $0)) } ?? 0
  static func isOn(_ bug: Int) -> Bool { bug == number }
}
"""
SUITES = {
    "AssuranceTests.GuaranteeTests": "random publications",
    "AssuranceTests.ProgramTests": "random publications, whole program",
    "AssuranceTests.ParserTests": "random lines",
    "ConformanceTests": "worked examples",
    "CommandTests.(AuditCommand|BadInput|Banner|Command|Day|Ending|Explain|Figure|FormerWord|Help|HiddenText|HonestText"
    "|HostileInput|Log|LongLabel|Narrowing|NewPublication|Notice|Outline|OwnTemplate|Place|PolicyRule|PreviewBar|PreviewChange|ReleasedField"
    "|Report|Restriction|SearchWord|Serve|SourceRule|SpecialSign|Stale|Token|Translation|VerifyCommand|View|Warning)"
    "Tests|DeterminismTests/namesOfFiles": "commands",
    "FaultTests/(flushes|leave)": "commands",
    "AssuranceTests.AuditTests": "random publications",
    r"^(Audit|Calendar|Diagnostics|Images|JSON|Markdown|Marking|Preview|Publish|Review|Search|Site"
    r"|Template)Tests\.": "tests of one room",
}
AUDIT = "AssuranceTests.AuditTests/isSilentOnHonestEditions"
# The audit looks through a publication for eight pairs.
AUDIT_PAIRS = 1200


@dataclass
class Change:
    file: str
    old: list = field(default_factory=list)
    new: list = field(default_factory=list)


@dataclass
class Bug:
    number: int
    row: str
    name: str
    changes: list = field(default_factory=list)
    tests: str = "nothing"
    audit: str = ""


def read_bugs(path):
    bugs = []
    for line in path.read_text().splitlines():
        if match := re.match(r"## (\S+) · (.*)", line):
            bugs.append(Bug(len(bugs) + 1, match[1], match[2]))
        elif bugs and line.startswith("@ "):
            bugs[-1].changes.append(Change(line[2:]))
        elif bugs and line.startswith("- "):
            bugs[-1].changes[-1].old.append(line[2:])
        elif bugs and line.startswith("+ "):
            bugs[-1].changes[-1].new.append(line[2:])
    return bugs


def changed(texts, bug):
    """The texts of the program with one bug more; None where earlier ones stand in its way."""
    result = dict(texts)
    for change in bug.changes:
        text = result.get(change.file) or (ROOT / change.file).read_text()
        old = "\n".join(change.old)
        if text.count(old) != 1:
            return None
        new = "\n".join(change.new).replace("{on}", f"Seeded.isOn({bug.number})")
        result[change.file] = text.replace(old, new)
    return result


def batches(bugs):
    """Bugs that can stand in one build together, with the files that they change."""
    left = list(bugs)
    while left:
        texts, chosen = {}, []
        for bug in left:
            if (more := changed(texts, bug)) is not None:
                texts = more
                chosen.append(bug)
        if not chosen:
            sys.exit("not to be found in the program: " + "; ".join(bug.name for bug in left))
        left = [bug for bug in left if bug not in chosen]
        yield chosen, texts


def make_copy():
    files = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode().split("\0")
    COPY.mkdir(parents=True, exist_ok=True)
    for name in filter(None, files):
        source, target = ROOT / name, COPY / name
        if not source.exists() and not source.is_symlink():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_symlink():
            if not target.is_symlink():
                target.symlink_to(os.readlink(source))
        elif not target.exists() or target.read_bytes() != source.read_bytes():
            shutil.copyfile(source, target)


def write(path, text):
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def build(texts):
    """Builds the program and the tests with these files changed."""
    make_copy()
    rooms = {str(pathlib.Path(*pathlib.Path(name).parts[:2])) for name in texts}
    for room in rooms:
        write(COPY / room / "Seeded.swift", SWITCH)
    for name, text in texts.items():
        write(COPY / name, text)
    done = subprocess.run(
        # Optimised, because every bug runs thousands of publications.
        ["swift", "build", "--build-tests", "-c", "release", "-Xswiftc", "-enable-testing"], cwd=COPY,
        capture_output=True, text=True,
        env={k: v for k, v in os.environ.items() if k != "TEARLINE_STRICT"})
    if done.returncode != 0:
        errors = [line for line in done.stdout.splitlines() if "error:" in line]
        sys.exit("the copy does not build:\n" + "\n".join(errors[:20]))


def run_tests(suite, environment):
    """Runs the built tests themselves: `swift test` would let one process at a time in."""
    bundle = next((COPY / ".build/release").glob("*.xctest"))
    return subprocess.run(
        [bundle, "--testing-library", "swift-testing", "--filter", suite], cwd=COPY,
        env=environment, capture_output=True, text=True)


def test(bug):
    """Which tests fail first with the bug turned on."""
    environment = dict(os.environ, TEARLINE_SEEDED=str(bug), TEARLINE_FIRST="1")
    for suite in SUITES:
        done = run_tests(suite, environment)
        if done.returncode != 0:
            found = re.search(r"\b(G[1-7])\b: ", done.stdout)
            return f"random publications, {found[1]}" if found else SUITES[suite]
    return "nothing"


def audit(bug):
    """Whether the audit by itself finds something with the bug turned on."""
    environment = dict(os.environ, TEARLINE_SEEDED=str(bug), TEARLINE_PAIRS=str(AUDIT_PAIRS))
    return "yes" if run_tests(AUDIT, environment).returncode != 0 else "no"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--only", default="", help="only bugs whose name this pattern finds")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="bugs to try at a time")
    parser.add_argument("--report", help="where the table goes; standard output otherwise")
    options = parser.parse_args()
    bugs = read_bugs(ROOT / "Tests" / "Seeded" / "bugs.txt")
    chosen = [bug for bug in bugs if re.search(options.only, bug.name)]
    for number, (batch, texts) in enumerate(batches(chosen), 1):
        print(f"build {number}: {len(batch)} bugs", file=sys.stderr)
        build(texts)
        if number == 1:
            if (fault := test(0)) != "nothing":
                sys.exit(f"the tests fail with no bug turned on: {fault}")
            if audit(0) != "no":
                sys.exit("the audit finds something with no bug turned on")
        with ThreadPoolExecutor(options.jobs) as pool:
            found = pool.map(lambda bug: (test(bug.number), audit(bug.number)), batch)
            for bug, (bug.tests, bug.audit) in zip(batch, found):
                print(f"  {bug.row} {bug.name}: {bug.tests}; audit: {bug.audit}", file=sys.stderr)
    lines = ["| row | bug | caught by | by the audit alone |", "| --- | --- | --- | --- |"]
    lines += [f"| {bug.row} | {bug.name} | {bug.tests} | {bug.audit} |" for bug in chosen]
    missed = [bug for bug in chosen if bug.tests == "nothing"]
    audited = [bug for bug in chosen if bug.audit == "yes"]
    lines += ["", f"{len(chosen) - len(missed)} of {len(chosen)} caught, "
              f"{len(audited)} of them by the audit alone too."]
    text = "\n".join(lines) + "\n"
    if options.report:
        pathlib.Path(options.report).write_text(text)
    else:
        print(text, end="")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
