"""`netreport completion`: the Tab key completes commands, options and names."""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import click
from click.shell_completion import ShellComplete, get_completion_class

from netreport.errors import NetreportError
from netreport.workspace import find

SHELLS = ("bash", "zsh", "fish")
PROGRAM, VARIABLE = "netreport", "_NETREPORT_COMPLETE"  # Click derives the second from the first


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    r"""Print what your shell needs to complete netreport's words when you press Tab.

    \b
    Once, and then open a new terminal:
      bash  netreport completion bash >> ~/.bashrc
      zsh   netreport completion zsh >> ~/.zshrc   (after the line with compinit)
      fish  netreport completion fish > ~/.config/fish/completions/netreport.fish
    """
    kind = get_completion_class(shell)
    assert kind is not None, "Click knows all three"  # noqa: S101
    script = ShellComplete.source(kind(ctx.find_root().command, {}, PROGRAM, VARIABLE))
    click.echo(script)


def reported(ctx: click.Context, _: click.Parameter, begun: str) -> Sequence[str]:
    """Complete the id of a number or a recommendation from the report that was built last."""
    found: list[str] = []
    with suppress(NetreportError, OSError, ValueError):
        start = ctx.params.get("start")
        found.extend(_ids(find(Path(start) if start else None).site() / "report.json"))
    return [name for name in found if name.startswith(begun)]


def _ids(report: Path) -> Iterator[str]:
    told = json.loads(report.read_text("utf-8"))
    for one in (*told["answers"], *told["recommendations"]):
        yield one["id"]
