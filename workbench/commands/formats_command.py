"""`workbench formats`: every way in, as the ways themselves say it."""

from pathlib import Path

import click

from workbench.commands.options import data_option
from workbench.intake import list_formats

HEADINGS = ("Name", "Reads", "Comes by", "Gives")


@click.command("formats")
@data_option
def command(data: Path | None) -> None:  # noqa: ARG001 - every command takes it
    """List what can be brought in.

    A line for each way: its name, what it reads, how it comes (by extension or address), what comes out.
    """
    rows = [HEADINGS, *((f.name, f.reads, f.comes_by, f.gives) for f in list_formats())]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADINGS))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
