"""Writes the exports that are measured: `python -m tests.bench.size.networks FOLDER 500:2000 ...`.

Each export is the demo's story at another size, as a folder and as a ZIP of it. A process of its
own, whose memory nobody counts.
"""

import shutil
import sys
from pathlib import Path

from netreport.demo.story import Plan
from netreport.demo.writing import write_export


def main(arguments: list[str]) -> None:
    """Write each size, CONNECTIONS:MESSAGES, into a folder of that name."""
    folder = Path(arguments[0])
    for size in arguments[1:]:
        connections, messages = map(int, size.split(":"))
        target = folder / size.replace(":", "-")
        write_export(Plan(connections=connections, messages=messages), target)
        shutil.make_archive(str(target), "zip", target)


if __name__ == "__main__":
    main(sys.argv[1:])
