"""What a report lacks, for whoever builds, shares, prints or publishes it."""

import click

from netreport.cli.telling import listed
from netreport.model.network import Fate, Network


def unread(network: Network) -> None:
    """Warn of each file that a report would use and lacks, and of how much else was not read."""
    for file in network.files:
        if file.fate is Fate.LEFT_OUT:
            listed("warning", [f"{file.name} is missing from the report: {file.reason}"])
    if network.issues:
        click.echo(
            f"warning: {len(network.issues)} rows or files could not be used; "
            "netreport check lists them",
            err=True,
        )
