# ruff: noqa: INP001 - a script, and no part of the package
"""Learns what job titles say of functions: `python generator/training/titles.py TABLE`.

TABLE is a CSV (or .csv.gz) with the columns title, function_primary, function_accept and
confidence, made from three kinds of public sources; NOTICE names them. Writes the model files that
`netreport.facts.titles.model` reads, and the entries of NOTICE. The same table gives the same
bytes. Needs numpy, scipy and scikit-learn, which netreport itself does not.
"""

import csv
import gzip
import io
import random
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import SGDClassifier

from netreport.facts.titles import model
from netreport.facts.titles.lexicon import matches
from netreport.facts.titles.roles import Role, roles
from netreport.facts.titles.term_lists import lexicon
from netreport.model.taxonomy import FUNCTIONS

ROOT = Path(__file__).parents[2]
MEANINGS = (*FUNCTIONS, "outside")
HERE = Path(model.__file__).parent / "model"
FEATURES = 28_000
RARE = 0.6
"""How far rare functions are made up for: 0 not at all, 1 to the full."""
FEWEST_TITLES = 4
"""A feature of fewer titles is not learned."""
UNSURE = 0.3
"""How much a title counts whose function is one of several plausible ones."""
UNLISTED = {"Product Management", "Business Development", "Entrepreneurship"}
"""Functions of LinkedIn that occupation lists put under others; there the lexicon's word counts."""
CLEAR = 5.0
"""The weight of a term that decides so."""
LISTED = 2.0
"""How much a term of netreport's own lexicon counts."""
OUTSIDE = Path(__file__).with_name("outside.txt")
NAMES = ROOT / "generator/netreport/demo/vocabulary/names.toml"
_NAMES = ("first", "last")
PEOPLE = 4_000
PHRASE = 5.0
"""How much a phrase that is no job counts."""
SHARE = 1.5
"""How much the model counts against the lists; chosen on titles that may be looked at."""
LARGEST = 99.95
"""Percentile of a function's weights that becomes the largest byte."""
NOTICE = """\
netreport

What netreport knows of job titles was learned from titles of these sources. Changed: titles were
mapped to LinkedIn's member functions, and only weights of words and word pieces are kept.

- O*NET 27.0 Database, by the U.S. Department of Labor, Employment and Training Administration
  (USDOL/ETA). Used under the CC BY 4.0 licence. O*NET is a trademark of USDOL/ETA. USDOL/ETA has
  not approved, endorsed or tested these modifications.
  https://www.onetcenter.org/database.html  https://creativecommons.org/licenses/by/4.0/
- ESCO, the classification of European Skills, Competences, Qualifications and Occupations of the
  European Commission. This publication uses the ESCO classification of the European Commission.
  https://esco.ec.europa.eu/
- Occupation lists that member states of the European Union publish and map to ESCO: of Austria,
  Belgium, France, Germany, Italy, the Netherlands, Portugal and Spain.
  https://eures.europa.eu/
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A title's features, the place of its function, and how much it counts."""

    features: tuple[str, ...]
    function: int
    weight: float


def main(table: Path) -> None:
    """Learn from `table` and write what was learned."""
    examples = [*_titles(table), *_terms(), *_outside()]
    known = _frequent(examples)
    first = _fitted(_matrix(examples, known), examples)
    kept = _weightiest(first, examples, known)
    _write(kept, _fitted(_matrix(examples, kept), examples))
    (ROOT / "NOTICE").write_text(NOTICE, encoding="utf-8")


def _titles(table: Path) -> list[Example]:
    raw = gzip.decompress(table.read_bytes()) if table.suffix == ".gz" else table.read_bytes()
    return [_title(row) for row in csv.DictReader(io.StringIO(raw.decode()))]


def _title(row: dict[str, str]) -> Example:
    named = roles(row["title"])
    primary = FUNCTIONS.index(row["function_primary"].split(" (")[0])
    return Example(
        tuple(feature for role in named for feature in model.features(role.plain)),
        next((place for role in named for place in _unlisted(role)), primary),
        1.0 if row["confidence"] == "A" else UNSURE,
    )


def _unlisted(role: Role) -> Iterator[int]:
    """Give what a role's terms say that occupation lists have no function for."""
    for term in matches("functions", role.plain):
        for place, weight in term.scores:
            if weight >= CLEAR and FUNCTIONS[place] in UNLISTED:
                yield place


def _terms() -> list[Example]:
    """Give the lexicon as examples: three functions are in no list of occupations."""
    lists = lexicon("functions")
    phrases = [found for same_start in lists.phrases.values() for found in same_start]
    words = [((word,), scores) for word, scores in lists.words.items()]
    return [
        Example(tuple(model.features(term)), max(scores, key=lambda score: score[1])[0], LISTED)
        for term, scores in sorted(phrases + words)
        if scores
    ]


def _outside() -> list[Example]:
    """Give texts that are no job: phrases, places, and names put together with a fixed seed."""
    phrases = [line for line in OUTSIDE.read_text("utf-8").splitlines() if line[:1] != "#"]
    cultures = tomllib.loads(NAMES.read_text("utf-8")).values()
    firsts, lasts = (sorted({name for one in cultures for name in one[key]}) for key in _NAMES)
    chance = random.Random(0)  # noqa: S311 - names need no secret
    people = [f"{chance.choice(firsts)} {chance.choice(lasts)}" for _ in range(PEOPLE)]
    return [
        Example(tuple(model.features(role.plain)), model.OUTSIDE, weight)
        for texts, weight in ((phrases, PHRASE), (people, 1.0), (_places(), 1.0))
        for text in texts
        for role in roles(text)[:1]
    ]


def _places() -> list[str]:
    with (ROOT / "generator/netreport/facts/regions/cities.csv").open(encoding="utf-8") as file:
        return [name for row in csv.DictReader(file) for name in row["names"].split("|")]


def _counted(examples: Sequence[Example]) -> Counter[str]:
    """Give how many titles have each feature; a term of the lexicon is as good as several."""
    titles = Counter[str]()
    for example in examples:
        times = FEWEST_TITLES if example.weight == LISTED else 1
        titles.update(dict.fromkeys(example.features, times))
    return titles


def _frequent(examples: Sequence[Example]) -> dict[str, int]:
    titles = _counted(examples)
    frequent = sorted(feature for feature, count in titles.items() if count >= FEWEST_TITLES)
    return {feature: column for column, feature in enumerate(frequent)}


def _matrix(examples: Sequence[Example], known: dict[str, int]) -> csr_matrix:
    """Give a row an example, each feature's count divided by the root of the row's sum."""
    columns = [[known[name] for name in example.features if name in known] for example in examples]
    ends = np.cumsum([0, *map(len, columns)])
    ones = np.ones(ends[-1], dtype=np.float32)
    flat = np.fromiter((column for row in columns for column in row), np.int32, ends[-1])
    counts = csr_matrix((ones, flat, ends), shape=(len(examples), len(known)))
    shares = 1 / np.sqrt(np.maximum(1, np.diff(ends)))
    return csr_matrix(diags(shares.astype(np.float32)) @ counts)


def _fitted(matrix: csr_matrix, examples: Sequence[Example]) -> SGDClassifier:
    """Fit a logistic regression a function; rare functions count more.

    Without intercepts: how many titles of a function a list has says nothing of a network.
    """
    functions = np.array([example.function for example in examples])
    weights = np.array([example.weight for example in examples])
    sums = np.bincount(functions, weights=weights, minlength=len(MEANINGS))
    weights *= ((sums.sum() / sums) ** RARE)[functions]
    learner = SGDClassifier(
        loss="log_loss", alpha=1e-6, max_iter=15, tol=None, fit_intercept=False, random_state=0
    )
    return learner.fit(matrix, functions, sample_weight=weights / weights.mean())


def _weightiest(
    learned: SGDClassifier, examples: Sequence[Example], known: dict[str, int]
) -> dict[str, int]:
    """Give the FEATURES that move the most titles the furthest."""
    titles = _counted(examples)
    lengths = np.linalg.norm(learned.coef_, axis=0)
    moved = {name: lengths[column] * titles[name] ** 0.5 for name, column in known.items()}
    kept = sorted(sorted(moved, key=lambda name: -moved[name])[:FEATURES])
    return {name: column for column, name in enumerate(kept)}


def _write(kept: dict[str, int], learned: SGDClassifier) -> None:
    weights: NDArray[np.float64] = SHARE * learned.coef_
    steps = np.percentile(np.abs(weights), LARGEST, axis=1) / (model.ZERO - 1)
    bytes_ = np.clip(np.round(weights / steps[:, None]), 1 - model.ZERO, model.ZERO - 1)
    HERE.mkdir(exist_ok=True)
    (HERE / "features.txt").write_text("\n".join(kept), encoding="utf-8")
    (HERE / "weights.bin").write_bytes((bytes_.T + model.ZERO).astype(np.uint8).tobytes())
    with (HERE / "functions.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("function", "step"))
        for function, step in zip(MEANINGS, steps, strict=True):
            table.writerow((function, f"{step:.6g}"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
