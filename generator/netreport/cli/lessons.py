"""What `--help` teaches beside the options: for whom a command is, examples that work, exit codes.

Loads no command, so that the list of all of them is there at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import click

EXIT_CODES: Mapping[int, str] = {
    0: "done",
    1: "a bug of netreport, or a missed target with build --strict",
    2: "called in a way that cannot work",
    3: "the export, the strategy or another file cannot be used",
    4: "it cannot be written there; what stood there still stands",
    5: "another run is writing there",
    6: "refused, because somebody would be told about other people",
    7: "some networks of a cohort could not be built; all others were",
    130: "stopped with Ctrl-C",
}
AT_TIMES = (3, 4, 5, 6, 7)  # codes that not every command can end with


@dataclass(frozen=True, slots=True)
class Lesson:
    """What there is to know of one command.

    `summary` stands in the list of commands, `whom` says when it is for you. `examples`: whole
    command lines, those of its own commands too. `stops`: exit codes besides 0, 1, 2 and 130.
    """

    summary: str
    whom: str
    examples: tuple[str, ...]
    stops: tuple[int, ...] = ()


WEEK: Mapping[str, Mapping[str, Lesson]] = {  # the module of a command has its name
    "Begin": {
        "init": Lesson(
            "Make a workspace: a strategy to fill in and a place for exports.",
            "For everybody, once, before anything else.",
            ("netreport init my-network", "netreport init my-network --archetype recruiter"),
            (4,),
        ),
        "check": Lesson(
            "Read everything, build nothing: what was read, left alone, wrong.",
            "For you after each change to the strategy, and whenever a number looks odd.",
            ("netreport check -w my-network",),
            (3,),
        ),
        "build": Lesson(
            "Build the report.",
            "For you whenever there is a new export, a new decision or a changed strategy.",
            ("netreport build -w my-network --open", "netreport build --demo --site-dir demo-site"),
            (3, 4, 5, 6),
        ),
        "serve": Lesson(
            "Show the report in the browser and build it again when a file changes.",
            "For you while you write the strategy or pages of your own.",
            ("netreport serve -w my-network",),
            (3, 4, 6),
        ),
    },
    "Each week": {
        "triage": Lesson(
            "The requests that wait: what is advised, why, and your decision.",
            "For you, before you answer requests on LinkedIn.",
            ("netreport triage -w my-network",),
            (3, 4, 6),
        ),
        "decide": Lesson(
            "Bring back what you ticked off on the Actions page.",
            "For you, once you have pressed “Download what I ticked off” on the Actions page.",
            ("netreport decide decisions.json -w my-network",),
            (3, 4),
        ),
        "explain": Lesson(
            "One number or recommendation: formula, inputs, evidence.",
            "For you, when you do not believe a number, or want to know why somebody is listed.",
            ("netreport explain relevance -w my-network", "netreport explain M1 --json"),
            (3, 6),
        ),
    },
    "With a coach": {
        "share": Lesson(
            "The coach's report as one file that opens offline, encrypted on request.",
            "For you, when somebody shall look at the report who should not see names.",
            ("netreport share -w my-network --passphrase",),
            (3, 4, 6),
        ),
        "review": Lesson(
            "A coach's answers come back: add, list, show, close.",
            "For you, when a coach has sent a review.json back.",
            (
                "netreport review add review.json -w my-network",
                "netreport review list -w my-network",
                "netreport review show a1b2c3 -w my-network",
                "netreport review close a1b2c3 --as done -w my-network",
            ),
            (3, 4, 6),
        ),
        "agenda": Lesson(
            "The hour with your coach on one sheet, as Markdown.",
            "For you and your coach, before you meet.",
            ("netreport agenda -w my-network", "netreport agenda -w my-network --audience coach"),
            (3, 4, 6),
        ),
    },
    "For a coach of many": {
        "cohort": Lesson(
            "Many networks: build each one in a folder for a coach, and a summary of all.",
            "For a coach of many clients, or whoever looks after the networks of a team.",
            ("netreport cohort clients", "netreport cohort clients --only anna"),
            (4, 5, 6, 7),
        ),
    },
    "Each quarter": {
        "people": Lesson(
            "A table of the people whom it pays to look up.",
            "For you, when the report says that many people are unknown.",
            ("netreport people template -w my-network",),
            (3, 4, 6),
        ),
        "audit": Lesson(
            "Look at a drawn sample: is the reading of relevance right?",
            "For you, once for each strategy: twenty minutes that correct the main number.",
            ("netreport audit -w my-network",),
            (3, 4, 6),
        ),
        "quiz": Lesson(
            "The recognition test: 20 connections, know or do not know.",
            "For you, to find out how many of your connections you would know.",
            ("netreport quiz -w my-network",),
            (3, 4, 6),
        ),
        "outreach": Lesson(
            "A log to fill in: calls, e-mails and InMails.",
            "For those who also write or call outside LinkedIn's messages.",
            ("netreport outreach template -w my-network",),
            (4,),
        ),
        "titles": Lesson(
            "Show how job titles are read.",
            "For you, when somebody stands in the wrong segment.",
            ('netreport titles "Head of Sales" "Vertriebsleiterin"',),
            (3,),
        ),
    },
    "Hand on": {
        "pdf": Lesson(
            "The full report as a PDF, printed by the Chromium of this computer.",
            "For those who read on paper.",
            ("netreport pdf -w my-network", "netreport pdf -w my-network --audience coach"),
            (3, 4, 6),
        ),
        "publish": Lesson(
            "Publish the report for everybody: nobody's name in it, behind the leak gate.",
            "For those who want to show numbers in public; it asks before it sends.",
            (
                "netreport publish -w my-network --dry-run look-at-it",
                "netreport publish -w my-network --remote git@github.com:you/your-report.git",
            ),
            (3, 4, 5, 6),
        ),
    },
    "Make it yours": {
        "texts": Lesson(
            "Copy the prepared texts, to write them in your own words.",
            "For you, when the proposed answers do not sound like you.",
            ("netreport texts -w my-network", "netreport texts -w my-network --language de"),
            (3, 4),
        ),
        "template": Lesson(
            "Copy one of our templates, to say things your way.",
            "For those who know Markdown and want a page to look or read otherwise.",
            ("netreport template", "netreport template pages/overview.md.j2 -w my-network"),
            (4,),
        ),
        "render": Lesson(
            "Write the report's Markdown and mkdocs.yml instead of building it.",
            "For those who build sites with a program of their own.",
            ("netreport render pages -w my-network",),
            (3, 4, 5, 6),
        ),
        "completion": Lesson(
            "Let the Tab key complete commands, options and names.",
            "For those who type netreport often.",
            ("netreport completion bash >> ~/.bashrc",),
        ),
    },
}
LESSONS: Mapping[str, Lesson] = {
    name: lesson for part in WEEK.values() for name, lesson in part.items()
}


def teach(command: click.Command, path: str, lesson: Lesson) -> click.Command:
    """Write a lesson below the options of a command and of the commands in it.

    `path`: the words that call the command.
    """
    own = [one for one in lesson.examples if one.startswith(f"netreport {path}")]
    command.epilog = "\n\n".join(
        [
            lesson.whom,
            _kept("Examples:" if len(own) > 1 else "Example:", own),
            _kept("Exit codes:", codes(sorted({*EXIT_CODES} - {*AT_TIMES} | {*lesson.stops}))),
        ]
    )
    if isinstance(command, click.Group):
        for name, one in command.commands.items():
            teach(one, f"{path} {name}", lesson)
    return command


def codes(which: Sequence[int]) -> Sequence[str]:
    """Give a line for each exit code."""
    return [f"{code:>3}  {EXIT_CODES[code]}" for code in which]


def _kept(title: str, lines: Sequence[str]) -> str:
    """Give a paragraph whose lines Click leaves as they are."""
    return "\n".join(["\b", title, *(f"  {line}" for line in lines)])
