"""The notebook that somebody would write in an afternoon: the obvious group-bys, no verdict."""

import json
from collections.abc import Mapping
from pathlib import Path

_CELLS = (
    """
import pandas as pd
people = pd.read_csv(FOLDER + "/Connections.csv", skiprows=3)
mail = pd.read_csv(FOLDER + "/messages.csv")
asked = pd.read_csv(FOLDER + "/Invitations.csv")
me = pd.read_csv(FOLDER + "/Profile.csv").iloc[0]
owner = f"{me['First Name']} {me['Last Name']}"
people["day"] = pd.to_datetime(people["Connected On"], format="%d %b %Y", errors="coerce")
mail["at"] = pd.to_datetime(mail["DATE"], errors="coerce", utc=True)
len(people), len(mail), len(asked), owner
""",
    "people.groupby(people['day'].dt.to_period('M')).size().tail(60)",
    "people['Company'].value_counts().head(25)",
    "people['Position'].value_counts().head(25)",
    """
words = ["sales", "engineer", "founder", "ceo", "manager", "director", "recruit", "student"]
title = people["Position"].fillna("").str.lower()
pd.Series({word: title.str.contains(word).sum() for word in words}).sort_values()
""",
    "mail.groupby([mail['at'].dt.year, mail['FROM'] == owner]).size().unstack()",
    """
mine = mail["FROM"] == owner
mail["other"] = mail["FROM"].where(~mine, mail["TO"])
sides = mail.groupby("other").agg(messages=("at", "size"), last=("at", "max"))
sides.sort_values("messages", ascending=False).head(25)
""",
    """
both = mail.groupby("CONVERSATION ID")["FROM"].nunique()
{"conversations": len(both), "with an answer": int((both > 1).sum())}
""",
    """
order = mail.sort_values("at")
last = order.groupby("CONVERSATION ID").last()
waiting = last[last["FROM"] != owner].sort_values("at", ascending=False)
waiting[["FROM", "at"]].head(25)
""",
    "asked.groupby(['Direction', asked['Message'].notna()]).size().unstack()",
    """
people["name"] = people["First Name"].str.cat(people["Last Name"], sep=" ")
silent = people[~people["name"].isin(set(mail["FROM"]) | set(mail["TO"]))]
len(silent), len(silent) / len(people)
""",
    """
since = people.groupby(people["Company"].fillna("?")).agg(n=("day", "size"), since=("day", "min"))
since.sort_values("n", ascending=False).head(25)
""",
)


def write(export: Path, path: Path) -> Path:
    """Write the notebook about an export's folder; give its path."""
    first, *others = _CELLS
    cells = [_cell(f"FOLDER = {str(export)!r}\n{first}"), *map(_cell, others)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    book = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 4}
    path.write_text(json.dumps(book), "utf-8")
    return path


def _cell(source: str) -> Mapping[str, object]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": source.strip(),
    }
