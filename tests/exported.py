"""Writes small exports as LinkedIn writes them, and reads them."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import polars as pl
from hypothesis import strategies as st

from netreport.errors import ExportError
from netreport.model.network import Fate, Network
from netreport.model.tables import Table
from netreport.sources.export import read

SAMPLES = Path(__file__).parent / "exports"
OWNER = "https://www.linkedin.com/in/robin-sample-example"
NOTES = 'Notes:\n"When exporting your connection data, some addresses are missing."\n\n'
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
    "DATE,SUBJECT,CONTENT,FOLDER"
)
PROFILE = "First Name,Last Name,Headline\nRobin,Sample,Founder\n"
SOMEBODY = ("Zoë", "Beispiel", "https://www.linkedin.com/in/zo%C3%AB-example", "", "", "")

# Whatever people type. Python counts four control characters as blanks that Unicode does not.
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\x1c\x1d\x1e\x1f")
TEXTS = st.text(LETTERS, max_size=30)


def rows_of(header: str, rows: Iterable[Sequence[str]], *, quoted: bool = False) -> str:
    """Give a CSV file as LinkedIn writes it, with all cells quoted or only those that must be."""
    out = io.StringIO()
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    writer = csv.writer(out, quoting=quoting, lineterminator="\n")
    writer.writerow(header.split(","))
    writer.writerows(rows)
    return out.getvalue()


def connections(*rows: Sequence[str]) -> str:
    """Give Connections.csv of these years: with notes before it, without a line end behind it."""
    return NOTES + rows_of(CONNECTIONS, rows).removesuffix("\n")


def somebody(number: int, day: str = "07 Jun 2025") -> Sequence[str]:
    """Give one connection, different for each number."""
    url = f"https://www.linkedin.com/in/person-example-{number}"
    return (f"Person{number}", "Example", url, "", "Example Works", "Analyst", day)


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder, and give the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def read_files(
    folder: Path, files: Mapping[str, str | bytes], as_of: date | None = None
) -> Network:
    """Write files below a folder and read them as an export."""
    return read(write(folder, files), as_of)


def outcome(path: Path) -> Network | ExportError:
    """Give the network, or the error that says why there is none; any other error is a bug."""
    try:
        return read(path)
    except ExportError as error:
        return error


def table(folder: Path, kind: Table, name: str, content: str | bytes) -> pl.DataFrame:
    """Give the table that one file makes, beside a connection so that there is an export."""
    files = {"Connections.csv": connections(somebody(1)), name: content}
    return read_files(folder, files).tables[kind]


def fates(network: Network) -> Mapping[str, Fate]:
    """Give what became of each file."""
    return {file.name: file.fate for file in network.files}


def told(network: Network) -> list[tuple[str, int, str]]:
    """Give the issues as they are compared."""
    return [(issue.file, issue.line, issue.message) for issue in network.issues]
