"""Writes every form of chart into light.html and dark.html, to be looked at.

Run from the repository: PYTHONPATH=generator:tests python tests/site/gallery.py FOLDER
"""

import sys
from pathlib import Path

from charted import all_forms, drawn, page


def main(folder: Path) -> None:
    """Write the pages into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    charts = [drawn(breakdown) for breakdown in all_forms()]
    for name, scheme in (("light", "default"), ("dark", "slate")):
        (folder / f"{name}.html").write_text(page(charts, scheme), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
