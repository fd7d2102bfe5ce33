"""`netreport init`: a workspace to start from."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from netreport.cli import options
from netreport.cli.demo import fill_with_demo
from netreport.errors import UsageError
from netreport.workspace import Workspace, github
from netreport.workspace.making import make, refuse_second
from netreport.workspace.questions import QUESTIONS, Question, answers_from
from netreport.workspace.starting import ARCHETYPES

ON_GITHUB = (
    "It shows what netreport publish sends, and never sees data. Commit it; then, on GitHub: "
    "Settings > Pages > Source: GitHub Actions, and Actions > pages > Run workflow."
)


@click.command("init")
@click.argument("folder", metavar="DIR", type=options.PATH)
@click.option(
    "--archetype",
    type=click.Choice(list(ARCHETYPES)),
    help="The example that your strategy starts from.",
)
@click.option("--demo", "of_demo", is_flag=True, help="Fill it with the demo network.")
@click.option(
    "--github", "on_github", is_flag=True, help="Add a workflow that shows what you publish."
)
def command(
    folder: Path, archetype: str | None, of_demo: bool, on_github: bool, **replies: str | None
) -> None:
    """Make a workspace in DIR: a commented strategy, a place for exports, a .gitignore.

    On a terminal it asks six questions; each may stay unanswered. A script answers with flags.
    A workspace that is there already gets nothing but the workflow of --github.
    """
    workspace = Workspace(folder)
    if on_github:
        github.refuse(workspace)
    if not (on_github and workspace.strategy.exists()):
        _make(workspace, archetype, replies, of_demo=of_demo)
    if on_github:
        click.echo(f"{github.add_workflow(workspace)}\n{ON_GITHUB}")


def _make(
    workspace: Workspace,
    archetype: str | None,
    replies: Mapping[str, str | None],
    *,
    of_demo: bool,
) -> None:
    if of_demo:
        fill_with_demo(workspace)
    else:
        refuse_second(workspace)
        given = {key: text for key, text in replies.items() if text is not None}
        answers_from(given)  # a flag that is wrong is told before anything is asked
        asking = sys.stdin.isatty()
        chosen = archetype or (_which_archetype() if asking else "b2b-seller")
        make(workspace, chosen, answers_from({**(_ask(given) if asking else {}), **given}))
    click.echo(_next(workspace.root, of_demo=of_demo))


def _with_flags(command: click.Command) -> None:
    """Give the command a flag for each question."""
    for question in QUESTIONS:
        flag = f"--{question.key.replace('_', '-')}"
        told = f"{question.text} Such as: {question.example}"
        command.params.append(click.Option([flag, question.key], help=told))


_with_flags(command)


def _which_archetype() -> str:
    for name, archetype in ARCHETYPES.items():
        click.echo(f"  {name}: {archetype.summary}")
    return str(click.prompt("Which is most like you?", type=click.Choice(list(ARCHETYPES))))


def _ask(given: Mapping[str, str]) -> Mapping[str, str]:
    click.echo("Six questions. Press Enter to leave one open; you can edit everything later.")
    return {one.key: _reply(one) for one in QUESTIONS if one.key not in given}


def _reply(question: Question) -> str:
    def understood(reply: str) -> str:
        try:
            answers_from({question.key: reply})
        except UsageError as error:
            raise click.UsageError(f"{error.problem}; {error.remedy}") from None
        return reply

    prompt = f"{question.number}. {question.text} (such as: {question.example})\n"
    return str(
        click.prompt(
            prompt, default="", show_default=False, prompt_suffix="> ", value_proc=understood
        )
    )


def _next(folder: Path, *, of_demo: bool) -> str:
    if of_demo:
        return f"Done. Now: netreport build -w {folder} --open"
    return (
        f"Done. Three steps to go:\n"
        f"  1. copy the ZIP that LinkedIn sent you into {folder / 'exports'}, unopened\n"
        f"  2. read {folder / 'strategy.yml'} and change what is not you\n"
        f"  3. netreport build -w {folder} --open"
    )
