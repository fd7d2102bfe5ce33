"""How long a large export takes to read, and the memory it needs: `python tests/bench/reading.py`.

Writes 30,000 connections, 5,000 invitations and 200,000 messages (60 MB) into a temporary folder,
reads them a few times, and prints the seconds of each, the import not counted, and the peak of
the memory so far. `taskset -c 0` in front holds it to one core.
"""

import multiprocessing
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).parents[1]))

from exported import CONNECTIONS, INVITATIONS, MESSAGES, NOTES, OWNER, PROFILE, rows_of
from netreport.sources.export import read

PEOPLE, PARTNERS, REQUESTS, LINES = 30_000, 12_000, 5_000, 200_000
WORDS = ["lorem", "ipsum", "dolor", "sit", "amet", "consectetur", "adipiscing", "elit", "sed"]
RUNS = 5
HOST = "https://www.linkedin.com/in/"


def slug(number: int) -> str:
    """Give a slug; one in six is not ASCII, as in real exports."""
    return f"{'persöna' if number % 6 == 0 else 'persona'}-example-{number}"


def connections(chance: random.Random) -> Iterator[list[str]]:
    """Give connections with addresses as LinkedIn writes them here, percent-encoded."""
    for number in range(PEOPLE):
        day = f"{chance.randrange(1, 29):02} Jun 20{chance.randrange(10, 26)}"
        url = HOST + quote(slug(number))
        yield [f"Person{number}", "Example", url, "", "Example Works", "Head of Sales, EMEA", day]


def invitations(chance: random.Random) -> Iterator[list[str]]:
    """Give invitations that the owner sent."""
    for number in range(REQUESTS):
        sent = f"{chance.randrange(1, 7)}/{chance.randrange(1, 28)}/26, 8:10 PM"
        name = f"Person{number} Example"
        yield ["Robin Sample", name, sent, "", "OUTGOING", OWNER, HOST + slug(number)]


def messages(chance: random.Random) -> Iterator[list[str]]:
    """Give messages both ways, some with line breaks, emoji and entities."""
    for _ in range(LINES):
        partner = chance.randrange(PARTNERS)
        sides = [["Robin Sample", OWNER], [f"Person{partner} Example", HOST + slug(partner)]]
        chance.shuffle(sides)
        endings = ["", "", "", "\n\nBest", " &amp; more", " 🚀", " é"]
        text = " ".join(chance.choices(WORDS, k=chance.randrange(1, 27))) + chance.choice(endings)
        day = f"20{chance.randrange(15, 26)}-06-{chance.randrange(10, 29)} 07:30:00 UTC"
        yield [f"2-{partner:020}==", "", *sides[0], *sides[1], day, "", text, "INBOX"]


def write(folder: Path) -> None:
    """Write the export; in a process of its own, whose memory does not count."""
    chance = random.Random(1)
    files = {
        "Connections.csv": NOTES + rows_of(CONNECTIONS, connections(chance)),
        "Invitations.csv": rows_of(INVITATIONS, invitations(chance)),
        "messages.csv": rows_of(MESSAGES, messages(chance), quoted=True),
        "Profile.csv": PROFILE,
    }
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())


def main() -> None:
    """Have the export written, read it, print what it took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        writer = multiprocessing.get_context("spawn").Process(target=write, args=(folder,))
        writer.start()
        writer.join()
        for _ in range(RUNS):
            start = time.perf_counter()
            read(folder)
            seconds = time.perf_counter() - start
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{seconds:.2f} s, so far at most {peak:.0f} MB")  # noqa: T201 - its purpose


if __name__ == "__main__":
    main()
