"""Arguments in, exit code out. Decides nothing; a command's rooms are opened only when it runs."""

import gc
import platform
import signal
from importlib import import_module

import click
from click.shell_completion import CompletionItem

from netreport import __version__
from netreport.cli.lessons import EXIT_CODES, LESSONS, WEEK, codes, teach
from netreport.cli.telling import tell
from netreport.errors import NetreportError

GARBAGE_AT_LEAST = 50_000
"""New objects before garbage is looked for: a run keeps most of what it makes until it ends."""


class Commands(click.Group):
    """The commands, with every expected error told in two lines and its own exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Give the names in the order of the week's work."""
        return list(LESSONS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load the module of one command."""
        if cmd_name not in LESSONS:
            return None
        command: click.Command = import_module(f"{__name__}.{cmd_name}").command
        return teach(command, cmd_name, LESSONS[cmd_name])

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - Click passes it
        formatter: click.HelpFormatter,
    ) -> None:
        """List the commands by the week's work, without loading them."""
        width = max(map(len, LESSONS))
        for title, part in WEEK.items():
            with formatter.section(title):
                formatter.write_dl(
                    [(f"{name:<{width}}", one.summary) for name, one in part.items()]
                )

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete the name of a command without loading any."""
        named = [
            CompletionItem(name, help=lesson.summary)
            for name, lesson in LESSONS.items()
            if name.startswith(incomplete)
        ]
        return [*named, *click.Command.shell_complete(self, ctx, incomplete)]

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; any exception that is not expected is a bug, shown with --debug only."""
        gc.set_threshold(GARBAGE_AT_LEAST)
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
    from importlib.metadata import version  # noqa: PLC0415 - half of the time of --help

    named = ("mkdocs", "mkdocs-material", "polars", "pydantic", "click")
    others = ", ".join(f"{name} {version(name)}" for name in named)
    return f"netreport {__version__} (Python {platform.python_version()}, {others})"


def _print_versions(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(versions())
        ctx.exit()


EPILOG = "\n".join(
    [
        "netreport COMMAND --help shows for whom a command is, and an example that works.",
        "",
        "\b",
        "Exit codes:",
        *(f"  {line}" for line in codes(list(EXIT_CODES))),
    ]
)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EPILOG)
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
