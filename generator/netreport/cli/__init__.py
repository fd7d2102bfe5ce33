"""Arguments in, exit code out. Decides nothing; a command's rooms are opened only when it runs."""

import platform
import signal
from importlib import import_module
from importlib.metadata import version

import click

from netreport import __version__
from netreport.cli.telling import tell
from netreport.errors import NetreportError

COMMANDS = {  # in the order of use; the module of a command has its name
    "init": "Make a workspace: a strategy to fill in and a place for exports.",
    "check": "Read everything, build nothing: what was read, left alone, wrong.",
    "build": "Build the report.",
    "serve": "Show the report in the browser and build it again when a file changes.",
    "triage": "The requests that wait: what is advised, why, and your decision.",
    "decide": "Bring back what you ticked off on the Actions page.",
    "review": "A coach's answers come back: add, list, show, close.",
    "agenda": "The hour with your coach on one sheet, as Markdown.",
    "explain": "One number or recommendation: formula, inputs, evidence.",
    "audit": "Look at a drawn sample: is the reading of relevance right?",
    "quiz": "The recognition test: 20 connections, know or do not know.",
    "people": "A table of the people whom it pays to look up.",
    "outreach": "A log to fill in: calls, e-mails and InMails.",
    "texts": "Copy the prepared texts, to write them in your own words.",
    "titles": "Show how job titles are read.",
    "share": "The coach's report as one file that opens offline, encrypted on request.",
    "publish": "Publish the report for everybody: nobody's name in it, behind the leak gate.",
    "pdf": "The full report as a PDF, printed by the Chromium of this computer.",
    "template": "Copy one of our templates, to say things your way.",
    "render": "Write the report's Markdown and mkdocs.yml instead of building it.",
}


class Commands(click.Group):
    """The commands, with every expected error told in two lines and its own exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Give the names in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load the module of one command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"{__name__}.{cmd_name}").command
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - Click passes it
        formatter: click.HelpFormatter,
    ) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; any exception that is not expected is a bug, shown with --debug only."""
        try:
            return super().invoke(ctx)
        except NetreportError as error:
            tell(error)
            ctx.exit(error.exit_code)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            ctx.exit(128 + signal.SIGINT)
        except Exception as error:
            if ctx.params["debug"]:
                raise
            click.echo(f"error: this is a bug of netreport: {type(error).__name__}", err=True)
            click.echo("hint: run it again with --debug and report what it prints", err=True)
            ctx.exit(1)


def versions() -> str:
    """Name the versions that a report of a bug needs."""
    named = ("mkdocs", "mkdocs-material", "polars", "pydantic", "click")
    others = ", ".join(f"{name} {version(name)}" for name in named)
    return f"netreport {__version__} (Python {platform.python_version()}, {others})"


def _print_versions(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(versions())
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, help="Show the whole traceback of a bug.")
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_versions,
    help="Print the versions that a bug report needs.",
)
def main(debug: bool) -> None:
    """Is your LinkedIn network designed, or a pile of randoms? And what to do this week.

    Start with: netreport init my-network
    """
