"""The owner's own prepared texts: `texts/ask-why.de.md` in the workspace stands in for ours."""

from collections.abc import Mapping
from pathlib import Path

from netreport.errors import ExportError

LARGEST = 10_000


def read(folder: Path) -> Mapping[str, str]:
    """Give the owner's texts by name without `.md`; none without the folder.

    Raises ExportError for a text that is too long or not UTF-8.
    """
    if not folder.is_dir():
        return {}
    return {path.stem: _text(path) for path in sorted(folder.glob("*.md")) if path.is_file()}


def _text(path: Path) -> str:
    try:
        with path.open("rb") as opened:
            text = opened.read(LARGEST + 1).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise ExportError(
            f"texts/{path.name} cannot be read as UTF-8", remedy="save it again as plain text"
        ) from None
    if len(text) > LARGEST:
        raise ExportError(f"texts/{path.name} is too long", remedy="keep it to a few lines")
    return text.strip()
