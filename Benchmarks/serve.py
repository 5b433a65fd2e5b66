#!/usr/bin/env python3
"""Times the preview: how long after an edit the browser is told, and how long until it has the page.

    serve.py TEARLINE [--count 10000] [--edits 20] [--folder DIR]

Makes a publication with corpus.py in DIR (default: memory, where there is a memory file system),
serves it, edits one briefing after another as an editor saves them, and waits on the stream of
events. Nothing else is asked of the machine meanwhile.
"""

import argparse
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


class Preview:
    """`tearline serve`, as a browser talks to it."""

    def __init__(self, tearline, folder):
        started = time.perf_counter()
        self.process = subprocess.Popen(
            [tearline, "serve", "-C", folder, "--port", "0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        line = self.process.stdout.readline().decode()
        self.start = time.perf_counter() - started
        self.port = int(re.search(r":(\d+)/", line).group(1))
        self.stream = self.ask("/_preview/events")
        self.received = b""
        self.wait(1)

    def ask(self, path):
        connection = socket.create_connection(("127.0.0.1", self.port))
        connection.sendall(
            f"GET {path} HTTP/1.1\r\nHost: localhost:{self.port}\r\n\r\n".encode())
        return connection

    def get(self, path):
        with self.ask(path) as connection:
            parts = []
            while part := connection.recv(1 << 16):
                parts.append(part)
        return b"".join(parts)

    def wait(self, build):
        """Waits until the browser is told of a build."""
        while b'{"build":%d,' % build not in self.received:
            part = self.stream.recv(1 << 16)
            if not part:
                sys.exit("the preview ended")
            self.received += part
        self.received = b""

    def memory(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) // 1024

    def stop(self):
        self.process.terminate()
        return self.process.wait()


def edit(path, mark, save):
    """Adds a paragraph, and gives the address of the page that shows it."""
    text = path.read_text()
    identity = re.search(r"^id: (\S+)", text, re.M).group(1).lower()
    language = re.search(r"^language: (\S+)", text, re.M).group(1)
    changed = text.rstrip("\n") + f"\n\n(U) {mark}\n"
    started = time.perf_counter()
    save(path, changed)
    return started, f"{language}/briefings/{identity}/"


def in_place(path, text):
    path.write_text(text)


def by_renaming(path, text):
    """As most editors save."""
    beside = path.with_name(".saving")
    beside.write_text(text)
    beside.rename(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tearline")
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("--edits", type=int, default=20)
    parser.add_argument("--folder")
    options = parser.parse_args()
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    folder = Path(options.folder or tempfile.mkdtemp(prefix="tearline-serve-", dir=memory))
    try:
        corpus = Path(__file__).with_name("corpus.py")
        subprocess.run(
            [sys.executable, corpus, folder, "--count", str(options.count)], check=True)
        measure(options, folder / "tearline")
    finally:
        if not options.folder:
            shutil.rmtree(folder)


def measure(options, publication):
    audience = re.search(
        r"^audiences:\n  (\S+):", (publication / "publication.yml").read_text(), re.M).group(1)
    preview = Preview(options.tearline, publication)
    briefings = sorted(publication.glob("briefings/**/*.md"))
    dice = random.Random(1)
    first = time.perf_counter()
    preview.get(f"/{audience}/")
    first = time.perf_counter() - first
    told, shown = [], []
    for number in range(options.edits):
        mark = f"Edited {number} times."
        time.sleep(0.3)
        save = by_renaming if number % 2 else in_place
        started, page = edit(dice.choice(briefings), mark, save)
        preview.wait(number + 2)
        told.append(time.perf_counter() - started)
        answer = preview.get(f"/{audience}/{page}")
        shown.append(time.perf_counter() - started)
        if b" 200 " in answer[:20] and mark.encode() not in answer:
            sys.exit(f"{page} does not show the edit")
    memory = preview.memory()
    status = preview.stop()
    print(f"{options.count} briefings, {options.edits} edits, exit status {status}")
    print(f"  from the start to the first build      {preview.start * 1000:7.0f} ms")
    print(f"  the first page of an edition           {first * 1000:7.0f} ms")
    for name, times in [("event", told), ("page", shown)]:
        print(
            f"  from the edit to the {name}: median    {statistics.median(times) * 1000:7.0f} ms, "
            f"at most {max(times) * 1000:.0f} ms")
    print(f"  peak memory                            {memory:7} MB")


if __name__ == "__main__":
    main()
