"""Fuzzes a reader of other people's files: only errors of ours come out, soon, in little memory.

PYTHONPATH=generator:tests python -m tests.fuzz TARGET [FOLDER] [-max_total_time=300 ...]

TARGET is archive, members, table, owner, strategy or review; FOLDER keeps the inputs that led
somewhere new. Needs `pip install atheris`, which is no part of the dev extra. What is found goes as
a test into tests/sources or tests/reviews, where Hypothesis tries the same readers on every run.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["netreport.sources", "zipfile", "yaml"]):
    from fuzz.targets import TARGETS

# Longer than a minute of a busy machine, or larger than this, is a fault as well.
LIMITS = ("-timeout=60", "-rss_limit_mb=1500", "-max_len=20000")


def main(arguments: list[str]) -> None:
    """Fuzz one target until it is stopped or something is found."""
    if not arguments or arguments[0] not in TARGETS:
        raise SystemExit(__doc__)
    target = TARGETS[arguments[0]]
    with TemporaryDirectory() as name:
        seeds = Path(name)
        for number, seed in enumerate(target.seeds()):
            (seeds / f"{number}").write_bytes(seed)
        folders = [one for one in arguments[1:] if not one.startswith("-")]
        options = [one for one in arguments[1:] if one.startswith("-")]
        atheris.Setup([sys.argv[0], *LIMITS, *options, *folders, name], target.read)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
