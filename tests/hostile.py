"""A workspace in which every column of every file holds what somebody might try to do harm with.

Each text is written for one context: if any of them ever means more than its letters, a page
gets an element, an attribute, a request or a script whose name holds `MARK`.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

import yaml

from netreport import demo, pipeline
from netreport.cli import options
from netreport.model.reviews import Role, Stance
from netreport.model.seals import seals
from netreport.sources import key
from netreport.workspace import Workspace
from reviewed import answer, review, save

MARK = "nrevil"
RUN = f"window.{MARK}=1"
OUTSIDE = f"https://{MARK}.example"
PAYLOADS: dict[str, Sequence[str]] = {
    "HTML": (
        f"<script>{RUN}</script>",
        f'<img src=x onerror="{RUN}" class={MARK}>',
        f'"><svg onload={RUN}><{MARK}>',
        f"</title></textarea></style></script><{MARK}>",
        f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
        f'<a href="javascript:{RUN}">{MARK}</a>',
        f'<base href="{OUTSIDE}/"><link rel=stylesheet href="{OUTSIDE}/a.css">',
        f"<!-- {MARK} --!><{MARK}>",
        f"&lt;script&gt;{RUN}&lt;/script&gt;",
        f"&#60;{MARK}&#62;&amp;lt;{MARK}&amp;gt;",
    ),
    "Markdown": (
        f"[{MARK}]({OUTSIDE})",
        f"![{MARK}]({OUTSIDE}/a.png)",
        f"[{MARK}](javascript:{RUN})",
        f"<{OUTSIDE}>",
        f"# {MARK}",
        f"{MARK}\n===\n\n* {MARK}\n\n1. {MARK}",
        f"| {MARK} | b |\n|---|---|\n| c | d |",
        f"```html\n<{MARK}>\n```",
        f"    <{MARK}>",
        f"**{MARK}** __{MARK}__ `{MARK}` ~~{MARK}~~",
        f"!!! danger {MARK}\n    {MARK}",
        f"*[{MARK}]: {MARK}",
        f"[^{MARK}] \n\n[^{MARK}]: {MARK}",
    ),
    "attribute lists": (f"{{: onclick={RUN} .{MARK} }}", f"{MARK} {{#__search .{MARK}}}"),
    "reference definitions": (f"[Overview]: {OUTSIDE} '{MARK}'", f"[{MARK}]: {OUTSIDE}\n[{MARK}]"),
    "snippets": ('--8<-- "/etc/passwd"', f"--8<--\n{OUTSIDE}\n--8<--", "{! /etc/hostname !}"),
    "front matter": (f"---\ntitle: {MARK}\ntemplate: {MARK}.html\n---", f"title: {MARK}"),
    "templates": (
        f"{{{{ config.{MARK} }}}}{{{{ 7*'{MARK}' }}}}",
        f"{{% include '{MARK}' %}}{{# {MARK} #}}",
        "${7*7} #{7*7} %(x)s {0.__class__} <%= 7*7 %>",
    ),
    "YAML": (f"!!python/object/apply:os.system ['touch {MARK}']", f"&{MARK} *{MARK} <<: {MARK}"),
    "SVG": (f"]]></text><{MARK} onload={RUN}/>", f"<svg><style>@import '{OUTSIDE}'</style></svg>"),
    "JSON": (f'"}}];{RUN};//</script>', f"\\u003c{MARK}\\u003e", "__proto__", "constructor"),
    "formulas": (
        f'=HYPERLINK("{OUTSIDE}","{MARK}")',
        f"+{MARK}",
        f"-2+3+cmd|' /C {MARK}'!A0",
        f"@SUM({MARK})",
        f"\t={MARK}",
        f"＝{MARK}",
        f"a\n={MARK}",
    ),
    "directions": (
        f"\u202e{MARK}\u202c",
        f"\u2066\u2067{MARK}",
        f"a\u200b{MARK}\u200d\ufeff\u00ad",
    ),
    "terminals": (
        f"\x1b]0;{MARK}\x07\x1b[2J\x1b[31m",
        f"\x9b31m{MARK}\x08\x08",
        f"\x1b]8;;{OUTSIDE}\x1b\\{MARK}",
    ),
    "letters": (
        f"{MARK}\u2028{MARK}\u2029\x85",
        "\uffff\ufdd0\U000e0041",
        "Z\u0301" * 40,
        "W" * 400,
    ),
}
ALL = tuple(text for texts in PAYLOADS.values() for text in texts)
# What the owner calls things: in words that are nobody's name, since the leak gate looks for those.
LABELS = (
    f"<{MARK}word>",
    f'"><b class={MARK}word>',
    f"**{MARK}word**",
    f"[{MARK}word]: {MARK}word",
    f"{{{{ {MARK}word }}}}",
    f"{{: .{MARK}word }}",
)
_SIGNED = tuple(text for text in ALL if len(text) <= 80)[::11]  # six people, a payload each
_READ = re.compile(
    r"date|\bon\b|_on$|time|sent at|url|link|direction|subject|kind|decision|profile|channel|"
    r"touches|length|personalised|outcome|value|spend|conversation id|folder|draft",
    re.IGNORECASE,
)
_ROWS = 240  # a file with fewer is made so long, for one bad row in twenty stops a run


def workspace(root: Path, only: str = "") -> Workspace:
    """Write the demo's workspace with its newest export, and put the payloads everywhere.

    `only`: into the columns of this name alone. The leak gate knows people by their words, and
    takes a name for a message where both say the same; companies are what all readers see.
    """
    home = Workspace(root)
    home.exports.mkdir(parents=True)
    newest = max(Workspace(demo.network()).exports.iterdir())
    with zipfile.ZipFile(newest) as old, zipfile.ZipFile(home.exports / newest.name, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, _poisoned(content, only) if name.endswith(".csv") else content)
    for path in demo.network().glob("*.csv"):
        (root / path.name).write_bytes(_poisoned(path.read_bytes(), only))
    home.strategy.write_text(_strategy(Workspace(demo.network()).strategy), "utf-8")
    home.settings.write_text(yaml.safe_dump({"site_name": f"</title>{LABELS[0]}"}), "utf-8")
    return home


def reviewed(home: Workspace) -> Workspace:
    """Have everything in the workspace's report answered in payloads, by coaches and its owner.

    They stand in comments, in what pages were called, in who signs and in the names of files; of
    those, some are no reviews and some answer what no report asks.
    """
    secret = key.make(home.key)
    asked = list(pipeline.report(options.places(options.Named(home.root))).discussion.items)
    texts, stances = cycle(ALL), cycle(Stance)
    home.reviews.mkdir()
    for turn, (by, role) in enumerate(zip(_SIGNED, cycle((Role.COACH, Role.OWNER)), strict=False)):
        ids = [*asked[turn :: len(_SIGNED)], "constructor", "page-index", f"verdict-{turn}", "--"]
        rows = [answer(one, next(stances), next(texts), called=next(texts)) for one in ids]
        made = review(rows, by=by, seal=seals(secret)[role])
        save(home.reviews / f"{_filed(ALL[turn])}-{turn}.json", made)
    for name, spoilt in (("id", MARK.upper()), ("at", f"<{MARK}>"), ("stance", f"<{MARK}>")):
        rows = [answer() | {name: spoilt}]
        made = review(rows, seal=seals(secret)[Role.COACH])
        save(home.reviews / f"{_filed(ALL[0])}-{name}.json", made)
    return home


def _filed(text: str) -> str:
    return text.translate(str.maketrans("/\0", "--"))[:60]


def _poisoned(content: bytes, only: str) -> bytes:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    wide = (number for number, row in enumerate(rows) if len(row) > 1)
    start = next(wide, len(rows) - 1)  # what stands before the header is no table
    header, body = rows[start], _lengthened(rows[start + 1 :])
    read = [column for column, name in enumerate(header) if _READ.search(name) and not only]
    told = [column for column, name in enumerate(header) if only in {"", name}]
    _put_into_text(body, [column for column in told if column not in read])
    _put_into_read(body, read)
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([*rows[:start], header, *body])
    return text.getvalue().encode()


def _lengthened(body: list[list[str]]) -> list[list[str]]:
    """Give the rows so often that there are enough; a single row is about the owner."""
    if len(body) < 2:
        return body
    return [list(body[number % len(body)]) for number in range(max(_ROWS, len(body)))]


def _put_into_text(body: Sequence[list[str]], columns: Sequence[int]) -> None:
    """Every third row says something hostile, each column in its turn, and the rest stays."""
    for number, row in enumerate(body):
        for place, column in enumerate(columns):
            if column < len(row) and (number + place) % 3 == 0:
                row[column] = ALL[(number // 3 + 5 * place) % len(ALL)]


def _put_into_read(body: Sequence[list[str]], columns: Sequence[int]) -> None:
    """Of columns that mean a day, an address or a choice, so few that the file is still read."""
    texts = _turns()
    for turn in range(len(body) // 30 if columns and len(body) > 1 else 0):
        column = columns[turn % len(columns)]
        if column < len(body[turn * 29]):
            body[turn * 29][column] = next(texts)


def _turns() -> Iterator[str]:
    while True:
        yield from ALL


def _strategy(path: Path) -> str:
    """Give the demo's strategy with payloads for what its owner called things."""
    told = yaml.safe_load(path.read_text("utf-8"))
    told["objective"]["statement"] = " ".join(LABELS)
    for segment, label in zip(told["segments"], cycle(LABELS), strict=False):
        segment["label"] = label
    return str(yaml.safe_dump(told, allow_unicode=True))
